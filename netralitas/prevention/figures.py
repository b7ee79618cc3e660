"""The arithmetic of the dashboard: counts by theme, month and place, summed up. Pure.

A plan counts in the month for which it was made, whatever became of it; what was held counts in the
month in which it was held. So nothing moves a plan after the fact.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from netralitas.cases.domain import Theme

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
    """The count of one theme, in one month (1 to 12), at one place (its code)."""

    theme: Theme
    month: int
    region: str
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A unit and what reached it: activities it came to, most people present at one of them.

    People are counted, never named: who came twice cannot be told from two who came once. So the
    share of staff reached is at least that of the fullest activity, and this is what is shown.
    """

    name: str
    region: str | None
    staff: int
    counted_on: date
    activities: int
    most: int

    @property
    def covered(self) -> bool:
        """Say whether anybody of the unit came to any activity."""
        return self.activities > 0

    @property
    def share(self) -> int | None:
        """Return how many of a hundred were reached at least; None for a unit without staff."""
        return share(self.most, self.staff)


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
