"""Who was present, the page for phones, tests and what came of them. Values only."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

MOST_QUESTIONS: Final = 20
FEWEST_CHOICES: Final = 2
MOST_CHOICES: Final = 5
LONGEST_OPEN: Final = 24
"""So many hours the page for phones is open at most: it is for the people in the room."""


class Way(StrEnum):
    """How it is known that somebody came."""

    LIST = "list"
    IMPORT = "import"
    PHONE = "phone"


class Phase(StrEnum):
    """When a test is taken: before the activity, after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nip:
    """What is kept of the number of a person present: its keyed digest and last four digits."""

    digest: bytes
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttendee:
    """Somebody who was present; `unit` None for a guest, whose `origin` says from where."""

    name: str
    unit: int | None
    origin: str | None = None
    position: str | None = None
    nip: Nip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody on the list of an activity; `unit_name` None for a guest."""

    id: int
    name: str
    unit: int | None
    unit_name: str | None
    origin: str | None
    position: str | None
    nip_last: str | None
    way: Way
    noted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPresence:
    """How many of a unit were present, and how many of them are on the list by name.

    `present` is never less than `named`. `share` is in hundredths of the staff, rounded down; None
    for a unit without staff.
    """

    unit: int
    name: str
    region: str | None
    staff: int
    counted_on: date
    present: int
    named: int
    share: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Who came to an activity: units by name, and guests, who are of no unit."""

    units: tuple[UnitPresence, ...]
    guests: int

    @property
    def people(self) -> int:
        """Return how many came from the units; guests are told apart."""
        return sum(one.present for one in self.units)

    @property
    def named(self) -> int:
        """Return how many of them are on the list by name."""
        return sum(one.named for one in self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The page for phones: the token in its address, the moments between which it is open."""

    token: str
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a test; `right` is the place of the right choice, counted from 0."""

    text: str
    choices: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """A test on paper, added up: right answers of so many people to so many questions."""

    people: int
    points: int
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A test as a group took it; `mean` in hundredths of what could be reached, rounded.

    `right` counts the right answers to each question among the `by_phone` who answered by phone:
    papers are added up as a whole.
    """

    people: int
    mean: int
    by_phone: int
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """What a test shows: two groups of answers, before and after, never person by person."""

    questions: int
    before: Sitting | None
    after: Sitting | None

    @property
    def gain(self) -> int | None:
        """Return by how many hundredths the mean rose (fell: negative); None without both."""
        if self.before is None or self.after is None:
            return None
        return self.after.mean - self.before.mean


def here(activity: int) -> str:
    """Return the address of the attendance of an activity."""
    return f"/pencegahan/kegiatan/{activity}/kehadiran"


def row_key(name: str, row: int) -> str:
    """Return the name under which a field of a typed row is sent, and refused."""
    return f"{name}_{row}"
