"""What a change of the law is: entries of one edition. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from netralitas.law.entries import Body, Key

Bodies = Mapping[Key, Body]
"""What an edition says, by kind and key."""


class EntryKind(StrEnum):
    """What an entry says: one version of a rule, a day off, a year, office hours, a catalogue."""

    RULE = "rule"
    HOLIDAY = "holiday"
    YEAR = "year"
    OFFICE_HOURS = "office_hours"
    REGIME = "regime"
    VIOLATIONS = "violations"
    LAW = "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is said of one thing from an edition on; without a body it is withdrawn."""

    kind: EntryKind
    key: str
    body: Body | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEdition:
    """Entries that become an edition together, by whom and why; `event` None: it is shipped."""

    number: int
    officer: int
    event: int | None
    reason: str
    entries: tuple[Entry, ...]

    @property
    def shipped(self) -> bool:
        """Say whether it comes with a version of the product."""
        return self.event is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A change as an administrator wrote it; `based_on` is the edition they looked at."""

    id: int
    officer: int
    based_on: int
    reason: str
    entries: tuple[Entry, ...]
    saved_as: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that is allowed but rarely meant: the administrator says that it is."""

    code: str
    sentence: str
