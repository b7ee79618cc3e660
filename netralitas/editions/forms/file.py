"""The form that takes in a file of entries."""

from typing import ClassVar, Final

from netralitas.editions.forms.parts import reason
from netralitas.web.forms import MEBIBYTE, FileField, Form
from netralitas.web.forms.given import Given, Wrong

_LARGEST: Final = 5 * MEBIBYTE


class TextFile(FileField[str]):
    """One file of text in UTF-8; the value is its content."""

    kind: ClassVar[str] = "file"

    def read(self, given: Given) -> str | None:
        """Return the text, None when no file was chosen."""
        chosen = given.files()
        if not chosen:
            return None
        content = chosen[0].file
        content.seek(0)
        raw = content.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise Wrong(f"Berkas terlalu besar. Batasnya {_LARGEST // MEBIBYTE} MB.")
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Wrong("Berkas ini bukan teks UTF-8, jadi bukan hasil ekspor.") from None


class ImportForm(Form):
    """A file as it was exported, or a part of one."""

    file = TextFile(
        "Berkas JSON",
        hint="Seperti hasil ekspor. Yang tidak ada di dalamnya dibiarkan seperti sekarang.",
        missing="Pilih berkas JSON.",
    )
    reason = reason()
