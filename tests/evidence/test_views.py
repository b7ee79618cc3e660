"""Copies of images to be looked at: upright, small, without metadata; the original is untouched."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from netralitas.evidence.domain import FileRefused
from netralitas.evidence.views import view_copy


def image(
    format: str = "JPEG",  # noqa: A002 - Pillow's own word
    *,
    size: tuple[int, int] = (40, 20),
    mode: str = "RGB",
    orientation: int = 1,
) -> bytes:
    """An image with the marks that a camera leaves."""
    exif = Image.Exif()
    exif[0x010F] = "Telepon Rahasia"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[2] = (2.0, 58.0, 12.0)
    written = io.BytesIO()
    Image.new(mode, size, 255 if mode == "L" else None).save(
        written, format=format, exif=exif, comment=b"Rumah Rahasia"
    )
    return written.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is enormous."""

    def chunk(name: bytes, content: bytes) -> bytes:
        sealed = name + content
        return struct.pack(">I", len(content)) + sealed + struct.pack(">I", zlib.crc32(sealed))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\x00" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_copy_is_a_jpeg_that_keeps_nothing_of_the_camera(kind: str) -> None:
    original = image(kind)
    assert b"Telepon Rahasia" in original
    copy = view_copy(original)
    seen = Image.open(io.BytesIO(copy))
    assert (seen.format, seen.size, dict(seen.getexif())) == ("JPEG", (40, 20), {})
    assert b"Rahasia" not in copy


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    seen = Image.open(io.BytesIO(view_copy(image(orientation=6))))
    assert seen.size == (20, 40)


def test_a_large_image_is_made_smaller_and_keeps_its_shape() -> None:
    seen = Image.open(io.BytesIO(view_copy(image(size=(4000, 1000)))))
    assert seen.size == (2000, 500)


def test_what_is_transparent_is_white() -> None:
    seen = Image.open(io.BytesIO(view_copy(image("PNG", mode="RGBA")))).convert("RGB")
    assert seen.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(9000, 9000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_an_image_that_would_fill_the_memory_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(FileRefused):
        view_copy(bomb(*size))


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"%PDF-1.7", b"<svg onload='x()'/>", image()[:200], image("PNG")[:60]],
)
def test_what_is_no_whole_image_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        view_copy(content)


@given(st.binary(max_size=60), st.integers(min_value=0, max_value=600))
def test_nothing_but_a_refusal_comes_of_damage(damage: bytes, at: int) -> None:
    content = bytearray(image())
    content[at : at + len(damage)] = damage
    try:
        copy = view_copy(bytes(content))
    except FileRefused:
        return
    assert Image.open(io.BytesIO(copy)).format == "JPEG"
