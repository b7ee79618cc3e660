"""Fields of files: known by their content, refused before they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath
from typing import BinaryIO, ClassVar, TypeVar

import filetype

from netralitas.language import say
from netralitas.web.forms.field import Field
from netralitas.web.forms.given import Given, SentFile, Wrong, showable

Value = TypeVar("Value")

_HEAD = 8192  # bytes that tell the type
MEBIBYTE = 1024 * 1024
_PIECE = 256 * 1024


class FileKind(StrEnum):
    """A type of file the product keeps; the value is what its content is recognised as."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    HEIC = "image/heic"
    WEBP = "image/webp"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    MP4 = "video/mp4"
    MOV = "video/quicktime"
    MP3 = "audio/mpeg"
    M4A = "audio/mp4"
    OGG = "audio/ogg"


EVIDENCE = tuple(FileKind)
LETTERS = (FileKind.PDF, FileKind.JPEG, FileKind.PNG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A file that may be kept: its claimed name, its true type, its size, and where to read it."""

    name: str
    kind: FileKind
    size: int
    content: BinaryIO

    def digest(self) -> bytes:
        """Return the SHA-256 of all of it, read piece by piece."""
        self.content.seek(0)
        found = sha256()
        while piece := self.content.read(_PIECE):
            found.update(piece)
        return found.digest()


class FileField(Field[Value]):
    """A field whose value comes from files, which no page can fill in again."""

    def write(self, _: Value) -> Mapping[str, Sequence[str]]:
        """Return nothing: a browser does not let a page fill in a file."""
        return {}


class Uploads(FileField[tuple[Received, ...]]):
    """Files sent with the form, each at most `largest` bytes and of one of `kinds`."""

    kind: ClassVar[str] = "files"

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        kinds: Sequence[FileKind] = EVIDENCE,
        largest: int = 20 * MEBIBYTE,
        most: int = 10,
    ) -> None:
        """`most` is the number of files."""
        super().__init__(label, hint=hint, missing=missing)
        self.kinds = tuple(kinds)
        self.largest = largest
        self.most = most

    def read(self, given: Given) -> tuple[Received, ...] | None:
        """Return the files, None when none was chosen; raises Wrong with a sentence per file."""
        chosen = given.files()
        if len(chosen) > self.most:
            raise Wrong(
                say(
                    "{label}: paling banyak {most} berkas sekaligus.",
                    label=self.label,
                    most=self.most,
                )
            )
        received: list[Received] = []
        wrong: list[str] = []
        for file in chosen:
            try:
                received.append(self._examine(file))
            except Wrong as refused:
                wrong.extend(refused.sentences)
        if wrong:
            raise Wrong(*wrong)
        return tuple(received) or None

    def _examine(self, file: SentFile) -> Received:
        name, content = file_name(file.filename), file.file
        size = content.seek(0, 2)
        content.seek(0)
        if size == 0:
            raise Wrong(say("Berkas “{name}” kosong. Pilih berkas yang berisi.", name=name))
        if size > self.largest:
            limit = self.largest // MEBIBYTE
            raise Wrong(
                say(
                    "Berkas “{name}” terlalu besar. Batasnya {limit} MB untuk tiap berkas.",
                    name=name,
                    limit=limit,
                )
            )
        guess = filetype.guess(content.read(_HEAD))
        content.seek(0)
        if guess is None or guess.mime not in {kind.value for kind in self.kinds}:
            names = ", ".join(kind.name for kind in self.kinds)
            raise Wrong(
                say(
                    "Jenis berkas “{name}” tidak diterima. Yang diterima: {names}.",
                    name=name,
                    names=names,
                )
            )
        return Received(name=name, kind=FileKind(guess.mime), size=size, content=content)


class Upload(Uploads):
    """Exactly one file, as a tuple of one."""

    kind: ClassVar[str] = "file"

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        kinds: Sequence[FileKind] = EVIDENCE,
        largest: int = 20 * MEBIBYTE,
    ) -> None:
        """As Uploads."""
        super().__init__(label, hint=hint, missing=missing, kinds=kinds, largest=largest, most=1)


def file_name(claimed: str) -> str:
    """Return the last part of a claimed name, without path or invisible marks, at most 100 long."""
    last = PurePosixPath(showable(claimed).replace("\\", "/")).name
    shown = "".join(character for character in last if character.isprintable()).strip()
    return shown[-100:] or "tanpa nama"
