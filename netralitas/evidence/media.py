"""The type of a file by its content; its name and what the browser claimed do not count."""

import codecs
import zipfile
from typing import BinaryIO, Final

import filetype

from netralitas.evidence.domain import FileRefused

HEAD_BYTES: Final = 8192

PLAIN_TEXT: Final = "text/plain"
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TAKEN: Final = frozenset(
    {
        *("application/pdf", _DOCX, _XLSX, PLAIN_TEXT),
        *("image/jpeg", "image/png", "image/webp", "image/heic"),
        *("video/mp4", "video/quicktime", "audio/mpeg", "audio/mp4", "audio/ogg"),
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


NOT_TAKEN: Final = (
    "Jenis berkas ini tidak dapat diterima. Kirim PDF, DOCX, XLSX, TXT, JPEG, PNG, WEBP, HEIC,"
    " MP4, MOV, MP3, M4A, atau OGG."
)
_PAGE: Final = (
    "Berkas ini berisi halaman web atau program, bukan {kind}, jadi tidak diterima. Simpan halaman"
    " sebagai PDF atau kirim tangkapan layarnya."
)
_TWO: Final = (
    "Berkas ini sekaligus {kind} dan arsip ZIP, jadi tidak diterima: isinya berbeda menurut program"
    " yang membukanya. Kirim keduanya sebagai berkas terpisah."
)
_NAMED: Final = {"image": "gambar", "video": "video", "audio": "rekaman suara", "text": "teks"}
_TAIL_BYTES: Final = 64 * 1024
_END_OF_ZIP: Final = b"PK\x05\x06"
_ACTIVE: Final = (b"<script", b"<!doctype html", b"<html", b"<?php", b"<svg", b"#!/")
_BEGINS: Final = (b"<?xml", *_ACTIVE)
_EXTENSIONS: Final = {
    "image": frozenset({"jpg", "jpeg", "jfif", "png", "webp", "heic", "heif"}),
    "video": frozenset({"mp4", "m4v", "mov", "qt", "m4a"}),
    "audio": frozenset({"mp3", "m4a", "mp4", "ogg", "oga", "opus"}),
    "application/pdf": frozenset({"pdf"}),
    _DOCX: frozenset({"docx"}),
    _XLSX: frozenset({"xlsx"}),
    PLAIN_TEXT: frozenset({"txt", "text", "csv", "log", "md"}),
}


def hold_type(content: BinaryIO, *, is_text: bool) -> str:
    """Return the type of `content`; FileRefused for one that is not taken, or two files in one."""
    kind = media_type(content, is_text=is_text)
    if kind is None:
        raise FileRefused(NOT_TAKEN)
    content.seek(0)
    head = content.read(HEAD_BYTES)
    size = content.seek(0, 2)
    content.seek(max(0, size - _TAIL_BYTES))
    _hold_one(kind, head, content.read())
    return kind


def hold_extension(extension: str, kind: str) -> None:
    """Hold that a name ends as its content asks for; FileRefused where it says something else.

    A photo may be called by the end of another kind of photo, as telephones do; no end is fine.
    """
    fitting = _EXTENSIONS.get(kind) or _EXTENSIONS.get(kind.partition("/")[0], frozenset())
    if extension and extension not in fitting:
        raise FileRefused(
            f"Nama berkas berakhir dengan “.{extension}”, tetapi isinya {_called(kind)}. Periksa"
            " berkasnya, lalu beri nama sesuai isinya."
        )


def _hold_one(kind: str, head: bytes, tail: bytes) -> None:
    """Hold that the file is not also a page, a program or an archive."""
    if kind not in {_DOCX, _XLSX}:
        place = tail.rfind(_END_OF_ZIP)
        after = tail[place + 20 : place + 22]
        if place >= 0 and len(tail) - place - 22 == int.from_bytes(after, "little"):
            raise FileRefused(_TWO.format(kind=_called(kind)))
    if kind == PLAIN_TEXT:
        begins = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if begins.startswith(_BEGINS):
            raise FileRefused(_PAGE.format(kind="teks"))
    elif kind.startswith("image/"):
        said = (head + tail).lower()
        if any(sign in said for sign in _ACTIVE[:4]):
            raise FileRefused(_PAGE.format(kind="gambar"))


def _called(kind: str) -> str:
    named = {"application/pdf": "PDF", _DOCX: "DOCX", _XLSX: "XLSX"}
    return named.get(kind) or _NAMED.get(kind.partition("/")[0], kind)
