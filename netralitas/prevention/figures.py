"""The arithmetic of the dashboard: counts by theme, month and place, summed up. Pure.

A plan counts in the month for which it was made, whatever became of it; what was held counts in the
month in which it was held. So nothing moves a plan after the fact.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from netralitas.cases.domain import Theme
from netralitas.prevention.domain import ActivityKind, Fund

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many activities, and people who came to those that were held.

    `waiting` are plans whose day has passed and of which nobody said what became of them.
    """

    planned: int = 0
    held: int = 0
    cancelled: int = 0
    waiting: int = 0
    people: int = 0

    def __add__(self, other: "Count") -> "Count":
        """Return both together."""
        return Count(
            planned=self.planned + other.planned,
            held=self.held + other.held,
            cancelled=self.cancelled + other.cancelled,
            waiting=self.waiting + other.waiting,
            people=self.people + other.people,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The count of one theme and kind, in one month (1 to 12), at one place (its code).

    Only a change of service hours is about no theme.
    """

    theme: Theme | None
    kind: ActivityKind = ActivityKind.SOCIALIZATION
    month: int
    region: str
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A unit and what reached it: activities it came to, most people present at one of them.

    Who came twice cannot be told from two who came once, unless they are on lists by their number:
    `persons` are such different ones. So at least as many were reached as came to the fullest
    activity, or as are known apart, and this is what is shown. It was invited to `invited`.
    """

    id: int = 0
    name: str
    region: str | None
    district: str | None = None
    staff: int
    counted_on: date
    invited: int = 0
    activities: int
    most: int
    persons: int = 0

    @property
    def covered(self) -> bool:
        """Say whether anybody of the unit came to any activity."""
        return self.activities > 0

    @property
    def reached(self) -> int:
        """Return how many different people were reached at least."""
        return min(max(self.most, self.persons), self.staff)

    @property
    def share(self) -> int | None:
        """Return how many of a hundred were reached at least; None for a unit without staff."""
        return share(self.reached, self.staff)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What activities that were held cost by who paid (None: not said): `told` of them say it."""

    fund: Fund | None
    activities: int
    told: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Tests of activities of a theme that were taken before and after, added up.

    The means are in hundredths of what could be reached: of two groups of answers, which need not
    be of the same people.
    """

    theme: Theme | None
    activities: int
    people_before: int
    people_after: int
    before: int
    after: int

    @property
    def rise(self) -> int:
        """Return by how many hundredths the mean rose; below nothing where it fell."""
        return self.after - self.before


def total(cells: Iterable[Cell]) -> Count:
    """Return the sum of all cells."""
    return sum((cell.count for cell in cells), Count())


def totals_by(cells: Iterable[Cell], key: Callable[[Cell], Key]) -> dict[Key, Count]:
    """Return the sums of the cells that share a key; keys without a cell are not there."""
    found: dict[Key, Count] = {}
    for cell in cells:
        found[key(cell)] = found.get(key(cell), Count()) + cell.count
    return found


def share(part: int, whole: int) -> int | None:
    """Return how many of a hundred, rounded down, so that 100 means all; None of nothing."""
    return None if whole <= 0 else min(part * 100 // whole, 100)


def width(part: int, longest: int) -> int:
    """Return the length of a bar in hundredths of the longest; something is never invisible."""
    if part <= 0 or longest <= 0:
        return 0
    return max(part * 100 // longest, 1)


def mean(points: int, reachable: int) -> int:
    """Return points in hundredths of what could be reached (more than nothing), rounded half up."""
    return (200 * points + reachable) // (2 * reachable)
