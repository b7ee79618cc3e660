"""What a stored file is, why one is refused, and what a re-check may find."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from netralitas.refusals import Refusal, Unavailable


class Scan(StrEnum):
    """What is known of malware in a file: NOT_YET until a scanner has answered."""

    NOT_YET = "not_yet"
    CLEAN = "clean"
    INFECTED = "infected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file kept under its digest: SHA-256 in hexadecimal, size in bytes, type by its content."""

    digest: str
    size: int
    media_type: str
    scan: Scan = Scan.NOT_YET


class FileRefused(Refusal):
    """The file cannot be kept: empty, too large, or of a type that is not taken."""


class NotKept(Refusal):
    """The file is fine, and could not be kept now; nothing of it was."""


class StorageFull(NotKept):
    """There is no room on the disk; nothing of the file was kept."""

    def __init__(self) -> None:
        super().__init__(
            "Berkas belum disimpan karena tempat penyimpanan penuh. Hubungi pengelola sistem,"
            " lalu unggah kembali."
        )


class StorageAway(NotKept, Unavailable):
    """The server that keeps the files does not answer; `problem` says which and how, in English."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            "Tempat penyimpanan berkas sedang tidak dapat dihubungi, jadi berkas belum disimpan"
            " atau belum dapat dibuka. Coba lagi beberapa saat lagi. Bila terulang, hubungi"
            " pengelola sistem."
        )
        self.problem = problem


class Infected(FileRefused):
    """The scanner found malware; nothing of the file was kept."""

    def __init__(self) -> None:
        super().__init__(
            "Pemindai menemukan program berbahaya (malware) di dalam berkas ini, jadi berkas tidak"
            " disimpan. Mintalah berkas lain dari sumbernya, atau serahkan medianya kepada petugas"
            " keamanan informasi."
        )


class FileLost(Exception):  # noqa: N818 - a state of the storage, found by reading or re-checking
    """The database knows the file, the storage does not have it: restore it from a backup."""


class Verdict(StrEnum):
    """What a re-check of a kept file found."""

    WHOLE = "whole"
    CHANGED = "changed"
    LOST = "lost"


_EXTENSIONS: Final = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/plain": "txt",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "video/mp4": "mp4",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
}


def extension(media_type: str) -> str:
    """Return how the name of a file of this type ends, without the dot; `bin` for another.

    Outside, a file is called by what it is, never by what it tells.
    """
    return _EXTENSIONS.get(media_type, "bin")
