"""Fields of text: a line, a paragraph, a password, a hidden token."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from netralitas.language import say
from netralitas.web.forms.field import Field
from netralitas.web.forms.given import Given, Wrong, clean, showable


class Text(Field[str]):
    """A single line; `minimum` and `maximum` count characters after stripping."""

    kind: ClassVar[str] = "text"
    lines: ClassVar[bool] = False

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        minimum: int = 0,
        maximum: int = 200,
    ) -> None:
        """The limits are those of the column the text is kept in."""
        super().__init__(label, hint=hint, missing=missing)
        self._minimum = minimum
        self._maximum = maximum

    @property
    def maximum(self) -> int:
        """The longest text, in characters."""
        return self._maximum

    def read(self, given: Given) -> str | None:
        """Return the text, None when empty."""
        text = clean(given.text(), self.label, lines=self.lines)
        if not text:
            return None
        if len(text) > self._maximum:
            raise Wrong(
                say(
                    "{label} paling banyak {maximum} karakter; yang Anda tulis {typed} karakter.",
                    label=self.label,
                    maximum=self._maximum,
                    typed=len(text),
                )
            )
        if len(text) < self._minimum:
            raise Wrong(
                say(
                    "{label} paling sedikit {minimum} karakter; yang Anda tulis {typed} karakter.",
                    label=self.label,
                    minimum=self._minimum,
                    typed=len(text),
                )
            )
        return text


class Paragraph(Text):
    """Several lines of text; line breaks are kept."""

    kind: ClassVar[str] = "paragraph"
    lines: ClassVar[bool] = True

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        minimum: int = 0,
        maximum: int = 5000,
    ) -> None:
        """As Text, with room for a story."""
        super().__init__(label, hint=hint, missing=missing, minimum=minimum, maximum=maximum)


class Hidden(Text):
    """A line the page carries for the person, such as an idempotency key or a filter."""

    kind: ClassVar[str] = "hidden"


class Password(Field[str]):
    """A secret: taken exactly as typed, never sent back to the page."""

    kind: ClassVar[str] = "password"
    longest: ClassVar[int] = 1024  # hashing is costly: nobody types more

    def read(self, given: Given) -> str | None:
        """Return the secret unchanged, None when empty."""
        secret = given.text()
        if len(secret) > self.longest:
            raise Wrong(
                say(
                    "{label} paling banyak {longest} karakter.",
                    label=self.label,
                    longest=self.longest,
                )
            )
        if secret != showable(secret):
            raise Wrong(
                say(
                    "{label} memuat karakter yang tidak dapat dibaca. Ketik ulang.",
                    label=self.label,
                )
            )
        return secret or None

    def write(self, value: str) -> Mapping[str, Sequence[str]]:  # noqa: ARG002 - see below
        """Return nothing: a secret is never put into a page."""
        return {}


class Secret(Password):
    """A secret that is pasted, seen while it is typed and never sent back to the page."""

    kind: ClassVar[str] = "secret"
