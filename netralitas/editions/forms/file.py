"""The form that takes in a file of entries."""

from collections.abc import Mapping, Sequence
from typing import BinaryIO, ClassVar, Final

from netralitas.editions.forms.parts import reason
from netralitas.web.forms import MEBIBYTE, Field, Form
from netralitas.web.forms.given import Given, Wrong

_LARGEST: Final = 5 * MEBIBYTE


class TextFile(Field[str]):
    """One file of text in UTF-8; the value is its content."""

    kind: ClassVar[str] = "file"

    def read(self, given: Given) -> str | None:
        """Return the text, None when no file was chosen."""
        chosen = given.files()
        if not chosen:
            return None
        content: BinaryIO = getattr(chosen[0], "file", None)  # type: ignore[assignment] # checked in given
        content.seek(0)
        raw = content.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise Wrong(f"Berkas terlalu besar. Batasnya {_LARGEST // MEBIBYTE} MB.")
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Wrong("Berkas ini bukan teks UTF-8, jadi bukan hasil ekspor.") from None

    def write(self, value: str) -> Mapping[str, Sequence[str]]:  # noqa: ARG002 - a browser never takes a file back
        """Return nothing: a browser does not let a page fill in a file."""
        return {}


class ImportForm(Form):
    """A file as it was exported, or a part of one."""

    file = TextFile(
        "Berkas JSON",
        hint="Seperti hasil ekspor. Yang tidak ada di dalamnya dibiarkan seperti sekarang.",
        missing="Pilih berkas JSON.",
    )
    reason = reason()
