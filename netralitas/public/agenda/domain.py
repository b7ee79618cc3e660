"""An activity as the public knows it: what was announced of it, and what has changed since."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from netralitas.cases.domain import Theme
from netralitas.law.domain import Zone
from netralitas.prevention.domain import ActivityKind, ActivityState, CancelReason


class News(StrEnum):
    """What the public is told of an activity; the value is the name of its event."""

    ANNOUNCED = "activity.announced"
    MOVED = "activity.moved"
    CANCELLED = "activity.cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One piece of news: since when it is known, and the day of the activity before and after it.

    `before` is None for all but a move; `reason` for all but a cancellation.
    """

    news: News
    at: datetime
    on: date
    before: date | None = None
    reason: CancelReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, and in which capacity."""

    name: str
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """An activity that was announced. `changes` begin with its announcement, the oldest first.

    `begins_at` and `ends_at` are local times of the day `on`; `others` are the organisations that
    hold it together with the `organiser`.
    """

    id: int
    kind: ActivityKind
    theme: Theme | None
    title: str
    state: ActivityState
    on: date
    begins_at: time | None
    ends_at: time | None
    zone: Zone
    region: str
    place: str | None
    audience: str
    organiser: str
    others: tuple[str, ...]
    notice: str | None
    speakers: tuple[Speaker, ...]
    changes: tuple[Change, ...]

    @property
    def moved_from(self) -> tuple[date, ...]:
        """Return the days for which it was announced before, the first one first."""
        days = (change.before for change in self.changes)
        return tuple(dict.fromkeys(day for day in days if day is not None and day != self.on))

    @property
    def changed_at(self) -> datetime:
        """Return since when it is as it is now."""
        return self.changes[-1].at

    @property
    def sequence(self) -> int:
        """Return how often it was changed since its announcement."""
        return len(self.changes) - 1
