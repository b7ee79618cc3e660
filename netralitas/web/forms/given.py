"""What arrived with a request, put in order: names with their texts and files."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Protocol, TypeGuard

from netralitas.language import say

# Marks that reverse or hide the reading order: a name could show differently from what is stored.
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACEMENT = "\ufffd"


class Wrong(Exception):  # noqa: N818 - it carries what to say and never leaves a form
    """The value of a field cannot be used; one full sentence for each reason."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def showable(text: str) -> str:
    """Return `text` so that any page can show it: no NUL, no half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode().replace("\x00", _REPLACEMENT)


def clean(text: str, label: str, *, lines: bool = False) -> str:
    """Return `text` composed (NFC) and stripped, with line breaks as one newline if `lines`.

    Refuses what no person types on purpose: control characters, half surrogates, marks that turn
    the reading order around.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    allowed = "\n\t" if lines else "\t"
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in allowed:
            raise Wrong(
                say(
                    "{label} memuat karakter yang tidak dapat disimpan. Ketik ulang isiannya.",
                    label=label,
                )
            )
        if character in _DIRECTION_MARKS:
            raise Wrong(
                say(
                    "{label} memuat tanda pembalik arah tulisan. Ketik ulang isiannya.",
                    label=label,
                )
            )
    return unicodedata.normalize("NFC", text).strip()


def gather(data: object) -> dict[str, list[object]]:
    """Return names with the list of their values, from any shape a form arrives in.

    A multidict (anything with `multi_items`), a mapping to values or lists of values, or pairs.
    Anything else is an empty form.
    """
    pairs: Iterable[object]
    multi_items = getattr(data, "multi_items", None)
    if callable(multi_items):
        pairs = multi_items()
    elif isinstance(data, Mapping):
        pairs = data.items()
    elif isinstance(data, Iterable) and not isinstance(data, str | bytes):
        pairs = data
    else:
        pairs = ()
    gathered: dict[str, list[object]] = {}
    for pair in pairs:
        if isinstance(pair, tuple) and len(pair) == 2:
            values = pair[1] if isinstance(pair[1], list | tuple) else [pair[1]]
            gathered.setdefault(str(pair[0]), []).extend(values)
    return gathered


class SentFile(Protocol):
    """What is used of a file as it arrived: the name it claims, and where to read it."""

    filename: str
    file: BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one field received, by input: the empty string is the input named as the field."""

    label: str
    inputs: Mapping[str, Sequence[object]]
    choices: Sequence[tuple[str, str]] = ()
    today: date | None = field(default=None)

    def texts(self, part: str = "") -> list[str]:
        """Return every text of the input, as typed."""
        return [value for value in self.inputs.get(part, ()) if isinstance(value, str)]

    def text(self, part: str = "") -> str:
        """Return the one text of the input; empty when it did not arrive.

        Raises Wrong when it arrived twice and contradicts itself.
        """
        different = list(dict.fromkeys(text for text in self.texts(part) if text.strip()))
        if len(different) > 1:
            raise Wrong(
                say(
                    "{label} dikirim lebih dari sekali dengan isi berbeda. Isi satu saja.",
                    label=self.label,
                )
            )
        return different[0] if different else ""

    def line(self, part: str = "") -> str:
        """Return the one text of the input as a clean single line."""
        return clean(self.text(part), self.label)

    def files(self) -> list[SentFile]:
        """Return what arrived as a file; an input left empty sends one without a name."""
        return [each for each in self.inputs.get("", ()) if _is_file(each)]


def _is_file(value: object) -> TypeGuard[SentFile]:
    return bool(getattr(value, "filename", "")) and hasattr(value, "file")
