"""The type of a file by its content; its name and what the browser claimed do not count."""

import codecs
import zipfile
from typing import BinaryIO, Final

import filetype

HEAD_BYTES: Final = 8192

PLAIN_TEXT: Final = "text/plain"
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TAKEN: Final = frozenset(
    {
        *("application/pdf", _DOCX, _XLSX, PLAIN_TEXT),
        *("image/jpeg", "image/png", "image/webp", "image/heic"),
        *("video/mp4", "audio/mpeg", "audio/mp4", "audio/ogg"),
    }
)
"""Every type that is kept."""

_OFFICE: Final = {"word/document.xml": _DOCX, "xl/workbook.xml": _XLSX}


class TextProbe:
    """Says of bytes fed piece by piece whether they are UTF-8 text without NUL."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self.is_text = True

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        """Look at the next piece; after the last one `is_text` is final."""
        if not self.is_text:
            return
        try:
            self._decoder.decode(chunk, final=last)
        except UnicodeDecodeError:
            self.is_text = False
        self.is_text = self.is_text and b"\x00" not in chunk


def media_type(content: BinaryIO, *, is_text: bool) -> str | None:
    """Return the type of `content` if it is one of `TAKEN`, else None; the position moves."""
    content.seek(0)
    head = content.read(HEAD_BYTES)
    if head.startswith(b"PK"):
        return _office_type(content)
    guessed = filetype.guess(head)
    if guessed is None:
        return PLAIN_TEXT if is_text else None
    return guessed.mime if guessed.mime in TAKEN else None


def _office_type(content: BinaryIO) -> str | None:
    """Return the type of a document without macros by the parts it is packed from."""
    try:
        with zipfile.ZipFile(content) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if "[Content_Types].xml" not in names or any("vbaProject" in name for name in names):
        return None
    return next((kind for part, kind in _OFFICE.items() if part in names), None)
