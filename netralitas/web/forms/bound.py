"""A field as a template sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netralitas.language import say

type_options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A field together with what was typed into it and what is wrong: all a template needs.

    `warned` says that something about it is to be confirmed before it is taken.
    """

    name: str
    id: str
    first_id: str
    label: str
    hint: str
    kind: str
    required: bool
    marked: bool
    maximum: int | None
    errors: tuple[str, ...]
    options: type_options
    typed: Mapping[str, tuple[str, ...]]
    warned: bool = False

    @property
    def value(self) -> str:
        """The text typed into the field's own input; empty when none."""
        return self.part("")

    @property
    def values(self) -> tuple[str, ...]:
        """Every text sent for the field's own input: the ticked boxes."""
        return self.typed.get("", ())

    @property
    def error(self) -> str | None:
        """The sentences of what is wrong, joined; None when nothing is."""
        return " ".join(self.errors) or None

    @property
    def caption(self) -> str:
        """The label as the page shows it; optional fields say so, required ones need no star."""
        return say("{label} (opsional)", label=self.label) if self.marked else self.label

    def part(self, part: str) -> str:
        """Return the text typed into one input of the field, such as `day`."""
        texts = self.typed.get(part, ())
        return texts[0] if texts else ""
