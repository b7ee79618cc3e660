"""The words of the public library."""

from typing import Final

from netralitas.language import phrase, say
from netralitas.public.library.domain import TYPES
from netralitas.web.formats import file_size

TITLE: Final = phrase("Materi")
_KINDS: Final = {
    "pdf": "PDF",
    "docx": phrase("Dokumen Word"),
    "xlsx": phrase("Lembar kerja Excel"),
    "jpg": phrase("Gambar JPEG"),
    "png": phrase("Gambar PNG"),
    "webp": phrase("Gambar WEBP"),
}


def about(media_type: str, size: int) -> str:
    """Return type and size: "PDF, 2,4 MB"."""
    return f"{_KINDS[TYPES[media_type]]}, {file_size(size)}"


def page_title(number: int) -> str:
    """Return the title of a page of the library."""
    return TITLE if number == 1 else say("Materi, halaman {number}", number=number)


def page_number(number: int) -> str:
    """Return which page of several this is, as the last step of the breadcrumb."""
    return say("Halaman {number}", number=number)
