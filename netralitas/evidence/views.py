"""A copy of an image to be looked at: drawn anew, without what the camera wrote beside it. Pure.

The original is evidence and stays as it came. Blocking: a page calls this from a thread.
"""

import io
import warnings
from typing import BinaryIO, Final

from PIL import Image, ImageOps

from netralitas.evidence.domain import FileRefused

VIEWED: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Types of which a copy can be made."""

MEDIA_TYPE: Final = "image/jpeg"
"""What every copy is."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS: Final = 64_000_000
_LONGEST_SIDE: Final = 2000
_QUALITY: Final = 85
_REFUSED: Final = "Gambar ini tidak dapat ditampilkan dengan aman."


def view_copy(content: bytes) -> bytes:
    """Return the image as a JPEG of at most 2000 pixels a side, turned upright, without metadata.

    Raises what `drawn` raises.
    """
    return drawn(io.BytesIO(content), _LONGEST_SIDE)


def drawn(content: BinaryIO, side: int) -> bytes:
    """Return the image as a JPEG of at most `side` pixels, turned upright, without metadata.

    Raises FileRefused for what is no such image, is broken, or would unpack to more than 64
    million pixels; nothing of those is unpacked.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _drawn(content, side)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        raise FileRefused(_REFUSED) from error


def _drawn(content: BinaryIO, side: int) -> bytes:
    with Image.open(content, formats=_FORMATS) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise FileRefused(_REFUSED)
        opened.thumbnail((side, side))  # first: a JPEG is unpacked smaller
        layered = ImageOps.exif_transpose(opened).convert("RGBA")
        drawn = Image.new("RGB", layered.size, "white")
        drawn.paste(layered, mask=layered.getchannel("A"))  # a new canvas carries no metadata
    written = io.BytesIO()
    drawn.save(written, format="JPEG", quality=_QUALITY)
    return written.getvalue()
