"""Time as offices live it: working days one after the other, and the hours between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from netralitas.demo.scripts import Step
from netralitas.law.calendar import Calendar

ZONE: Final = ZoneInfo("Asia/Jakarta")
_MORNING: Final = 8
_LAST_HOUR: Final = 11
_SAME_DAY: Final = timedelta(minutes=35)

_Dealt = TypeVar("_Dealt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Lays steps on days: `rng` decides how many working days lie between two of them."""

    calendar: Calendar
    rng: Random

    def gaps(self, steps: Iterable[Step]) -> list[int]:
        """Return how many working days each step comes after the one before it."""
        return [self.rng.randint(step.least, step.most) for step in steps]

    def lay(
        self, begun: datetime, steps: Sequence[Step], gaps: Sequence[int]
    ) -> Iterator[tuple[datetime, Step]]:
        """Yield each step with its moment, the first of them after `begun`."""
        at = begun
        for step, gap in zip(steps, gaps, strict=True):
            at = at + _SAME_DAY if gap == 0 else self.morning_after(at.date(), gap)
            yield at, step

    def morning_after(self, on: date, days: int) -> datetime:
        """Return a moment in the morning of the working day so many after `on`."""
        return self.morning(self.calendar.workday_after(on, days))

    def morning(self, on: date) -> datetime:
        """Return a moment in the morning of a day."""
        hour = self.rng.randint(_MORNING, _LAST_HOUR)
        return datetime.combine(on, time(hour, self.rng.randrange(0, 60, 5)), ZONE)

    def workday(self, first: date, last: date) -> date:
        """Return a working day of the period, by chance."""
        on = first + timedelta(days=self.rng.randrange((last - first).days + 1))
        return self.calendar.workday_after(on, 1, inclusive=True)


def dealt(rng: Random, weights: Mapping[_Dealt, int], count: int) -> list[_Dealt]:
    """Return `count` things as near to their weights as whole numbers can be, in mixed order."""
    total = sum(weights.values())
    exact = {thing: count * weight / total for thing, weight in weights.items()}
    dealt_out = [thing for thing, share in exact.items() for _ in range(int(share))]
    nearest = sorted(exact, key=lambda thing: exact[thing] - int(exact[thing]), reverse=True)
    dealt_out += nearest[: count - len(dealt_out)]
    rng.shuffle(dealt_out)
    return dealt_out
