"""Fields where the person picks: one, several, yes."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from netralitas.language import say
from netralitas.web.forms.field import Field, in_sentence
from netralitas.web.forms.given import Given, Wrong


class Option(NamedTuple):
    """One thing to pick: the value that is sent, the words that are shown."""

    value: str
    label: str


class Choice(Field[str]):
    """One of the options (radios or a select); options may also be given when parsing."""

    kind: ClassVar[str] = "choice"

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        hint: str = "",
        missing: str | None = None,
    ) -> None:
        """`choices` are pairs of value and label, in the order shown."""
        super().__init__(label, hint=hint, missing=missing)
        self.choices = tuple(Option(*choice) for choice in choices)

    def read(self, given: Given) -> str | None:
        """Return the value picked, None when none."""
        picked = given.text()
        if not picked.strip():
            return None
        if picked not in {value for value, _ in given.choices}:
            raise Wrong(_unknown(self.label))
        return picked

    @property
    def missing(self) -> str:
        """The sentence when nothing is picked."""
        return str(self._missing or say("Pilih {what}.", what=in_sentence(self.label)))


class Choices(Field[tuple[str, ...]]):
    """Any of the options (checkboxes); the value keeps the order of the options, each once."""

    kind: ClassVar[str] = "choices"

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        hint: str = "",
        missing: str | None = None,
    ) -> None:
        """`choices` are pairs of value and label, in the order shown."""
        super().__init__(label, hint=hint, missing=missing)
        self.choices = tuple(Option(*choice) for choice in choices)

    def read(self, given: Given) -> tuple[str, ...] | None:
        """Return the values ticked, None when none."""
        ticked = {text for text in given.texts() if text.strip()}
        known = tuple(value for value, _ in given.choices if value in ticked)
        if len(known) < len(ticked):
            raise Wrong(_unknown(self.label))
        return known or None

    def write(self, value: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
        """Return the boxes that stand ticked."""
        return {"": list(value)}

    @property
    def missing(self) -> str:
        """The sentence when nothing is ticked."""
        what = in_sentence(self.label)
        return str(self._missing or say("Pilih sedikitnya satu {what}.", what=what))


class Ticked(Field[bool]):
    """One box that says yes; unticked is False and never an error, unless `must` is set."""

    kind: ClassVar[str] = "ticked"

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, must: bool = False
    ) -> None:
        """With `must` the person cannot go on without ticking it."""
        super().__init__(label, hint=hint, missing=missing)
        self._must = must

    def read(self, given: Given) -> bool | None:
        """Return whether it was ticked; None (an error) when it must be and was not."""
        ticked = any(text.strip() for text in given.texts())
        return None if self._must and not ticked else ticked

    def write(self, value: bool) -> Mapping[str, Sequence[str]]:  # noqa: FBT001 - the field's own type
        """Return the tick."""
        return {"": ["ya"] if value else []}

    @property
    def missing(self) -> str:
        """The sentence for a box that must be ticked."""
        return str(self._missing or say("Centang: {what}.", what=in_sentence(self.label)))


def _unknown(label: str) -> str:
    return say("Pilihan untuk {what} tidak dikenal. Pilih lagi.", what=in_sentence(label))
