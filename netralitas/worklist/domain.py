"""What a list is asked for: filters, a place in it, a span of time. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from netralitas.cases.domain import Source
from netralitas.law.domain import Regime


class DueFilter(StrEnum):
    """Which deadlines a list shows, as seen from now."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Deadlines from a moment on and before another; None leaves that side open."""

    begin: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What of a worklist is shown; None: everything."""

    mine: bool = False
    workflow: str | None = None
    states: tuple[str, ...] | None = None
    holders: tuple[str, ...] | None = None
    source: Source | None = None
    regime: Regime | None = None
    due: DueFilter | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """The last item of a page in the order of a list; without a deadline it comes after all."""

    due: datetime | None
    proceeding: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of one calendar, from its first day."""

    first: date

    @property
    def following(self) -> "Month":
        """Return the month after."""
        return Month(first=(self.first + timedelta(days=31)).replace(day=1))

    @property
    def preceding(self) -> "Month":
        """Return the month before."""
        return Month(first=(self.first - timedelta(days=1)).replace(day=1))

    def weeks(self) -> list[list[date]]:
        """Return the weeks that the month touches, each from Monday to Sunday."""
        monday = self.first - timedelta(days=self.first.weekday())
        weeks = []
        while monday < self.following.first:
            weeks.append([monday + timedelta(days=day) for day in range(7)])
            monday += timedelta(days=7)
        return weeks


def midnight(on: date, zone: str) -> datetime:
    """Return the first moment of a day in a zone."""
    return datetime.combine(on, time.min, ZoneInfo(zone))


def span(due: DueFilter | None, now: datetime, zone: str) -> Span:
    """Return the deadlines that a filter means at `now`; a week ends with Sunday."""
    today = now.astimezone(ZoneInfo(zone)).date()
    spans: Mapping[DueFilter, Span] = {
        DueFilter.LATE: Span(end=now),
        DueFilter.TODAY: Span(begin=now, end=midnight(today + timedelta(days=1), zone)),
        DueFilter.WEEK: Span(begin=now, end=midnight(today + timedelta(7 - today.weekday()), zone)),
    }
    return spans.get(due, Span()) if due else Span()
