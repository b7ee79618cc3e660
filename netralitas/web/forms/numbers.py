"""Fields of whole numbers."""

import re
from typing import ClassVar

from netralitas.language import phrase, say
from netralitas.web.forms.field import Field
from netralitas.web.forms.given import Given, Wrong

_PLAIN = re.compile(r"[+-]?[0-9]{1,15}")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3}){1,4}")


class Integer(Field[int]):
    """A whole number between `minimum` and `maximum`; "1.234" is one thousand and so on."""

    kind: ClassVar[str] = "integer"

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        least: int = 0,
        most: int = 1_000_000_000,
    ) -> None:
        """The limits count themselves in."""
        super().__init__(label, hint=hint, missing=missing)
        self.least = least
        self.most = most

    def read(self, given: Given) -> int | None:
        """Return the number, None when empty."""
        text = given.line().replace(" ", "")
        if not text:
            return None
        if _GROUPED.fullmatch(text):
            text = text.replace(".", "")
        if not _PLAIN.fullmatch(text):
            raise Wrong(
                say(
                    "{label} harus berupa bilangan bulat, misalnya {number}.",
                    label=self.label,
                    number=max(self.least, 12),
                )
            )
        number = int(text)
        if not self.least <= number <= self.most:
            raise Wrong(
                say(
                    "{label} harus antara {least} dan {most}.",
                    label=self.label,
                    least=self.least,
                    most=self.most,
                )
            )
        return number


class Version(Field[int]):
    """The hidden version of what the form was opened on; wrong or missing means: reload."""

    kind: ClassVar[str] = "version"

    def __init__(self) -> None:
        """A field without words of its own: nobody types it."""
        super().__init__("Versi", missing=_RELOAD)

    def read(self, given: Given) -> int | None:
        """Return the version, None when it did not arrive."""
        text = given.text().strip()
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", text):
            raise Wrong(_RELOAD)
        return int(text)


_RELOAD = phrase("Formulir ini tidak lengkap. Muat ulang halaman, lalu kirim lagi.")
