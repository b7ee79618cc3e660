"""The words of the public library."""

from typing import Final

from netralitas.public.library.domain import TYPES
from netralitas.web.formats import file_size

TITLE: Final = "Materi"
_KINDS: Final = {
    "pdf": "PDF",
    "docx": "Dokumen Word",
    "xlsx": "Lembar kerja Excel",
    "jpg": "Gambar JPEG",
    "png": "Gambar PNG",
    "webp": "Gambar WEBP",
}


def about(media_type: str, size: int) -> str:
    """Return type and size: "PDF, 2,4 MB"."""
    return f"{_KINDS[TYPES[media_type]]}, {file_size(size)}"


def page_title(number: int) -> str:
    """Return the title of a page of the library."""
    return TITLE if number == 1 else f"{TITLE}, halaman {number}"
