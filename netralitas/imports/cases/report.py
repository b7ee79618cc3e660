"""What was found while a line was read: what refuses it, what has no place of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from netralitas.imports.cases import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence about a field of a line ("happenings[2].when"); `refuses`: it is not taken."""

    line: int
    field: str
    sentence: str
    refuses: bool


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """What a line said and no field of a case holds, as it was written, and why."""

    field: str
    value: Any
    sentence: str


@dataclass(slots=True)
class Report:
    """Collects what is said about one line."""

    line: int
    said: list[Said] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def refused(self) -> bool:
        """Say whether the line cannot be taken in."""
        return any(each.refuses for each in self.said)

    def refuse(self, path: str, sentence: str) -> None:
        """Hold that the line is refused, for this field."""
        self.said.append(Said(line=self.line, field=path, sentence=sentence, refuses=True))

    def keep(self, path: str, value: object, sentence: str) -> None:
        """Hold that a value is kept as it was written, because nothing else can hold it."""
        self.unplaced.append(Unplaced(field=path, value=value, sentence=sentence))
        self.tell(path, sentence)

    def tell(self, path: str, sentence: str) -> None:
        """Say something that neither refuses the line nor keeps a value."""
        self.said.append(Said(line=self.line, field=path, sentence=sentence, refuses=False))

    def hold_unique(self, path: str, refs: Iterable[str]) -> None:
        """Hold that each name stands once in its list."""
        seen: set[str] = set()
        for place, ref in enumerate(refs):
            if ref in seen:
                self.refuse(f"{path}[{place}].ref", words.REF_TWICE.format(ref=ref))
            seen.add(ref)
