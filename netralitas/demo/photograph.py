"""An invented photograph for the demo: drawn, and says so; nobody and no real place is on it."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

_SIZE: Final = (960, 640)
_SKY, _GROUND, _WALL = (186, 212, 228), (150, 158, 128), (236, 226, 204)
_ROOF, _DOOR, _BANNER, _INK = (148, 74, 58), (92, 78, 66), (250, 250, 246), (40, 40, 40)


def photograph(said: str) -> bytes:
    """Return a JPEG of an office behind a fence, on which hangs a banner with these words."""
    image = Image.new("RGB", _SIZE, _SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 430, 960, 640), fill=_GROUND)
    draw.rectangle((190, 220, 770, 450), fill=_WALL)
    draw.polygon(((150, 225), (480, 110), (810, 225)), fill=_ROOF)
    draw.rectangle((440, 320, 520, 450), fill=_DOOR)
    for left in range(0, 960, 48):
        draw.rectangle((left, 470, left + 10, 600), fill=_DOOR)
    draw.rectangle((120, 462, 840, 580), fill=_BANNER, outline=_INK, width=3)
    draw.text((480, 505), said, fill=_INK, anchor="mm", font_size=34)
    draw.text((480, 552), "Gambar rekaan untuk contoh", fill=_INK, anchor="mm", font_size=22)
    kept = BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()
