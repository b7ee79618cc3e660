"""When a rule's time is up, and how an act stands towards it."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from netralitas.law.calendar import Calendar
from netralitas.law.domain import Direction, Rule, Side, Unit, Zone
from netralitas.law.refusals import OutOfRange, TimeNeeded

_MONTHS_A_YEAR = 12
# Members of an enumeration cost a call each time they are named, and every deadline names these.
_WORKDAY = Unit.WORKDAY
_HOURS = Unit.HOURS
_AFTER = Side.AFTER
_NOT_EARLIER_THAN = Direction.NOT_EARLIER_THAN


class Due(NamedTuple):
    """The computed date and what it was computed from.

    `on` is the local day; `at` is aware: the last second that is in time (the first one for a rule
    "not earlier than"). `provisional` says that the date rests on days off of a year not confirmed.
    A tuple rather than a dataclass because a hundred thousand are computed at a time.
    """

    on: date
    at: datetime
    rule: str
    rule_version: int
    calendar_version: int
    provisional: bool


class Status(StrEnum):
    """How a clock stands; computed whenever it is read, never stored."""

    DUE = "due"
    LATE = "late"
    MET = "met"
    MISSED = "missed"


def due(rule: Rule, start: date | datetime, calendar: Calendar, zone: Zone) -> Due:
    """Return when the rule's time is up, counted from the local day (or minute) of `start`.

    `start` is a date, or an aware datetime which is read in `zone`. Raises YearNotLoaded where
    working days of an unloaded year are needed, TimeNeeded where hours have only a day to start
    from, OutOfRange beyond the years of a date, ValueError for a naive datetime.
    """
    try:
        begun = local_day(start, zone)
        if rule.unit is _HOURS:
            at = _hours(rule, start, zone)
            on = at.date()
        else:
            on = _last_day(rule, begun, calendar)
            at = _moment(rule, on, zone)
    except OverflowError:
        raise OutOfRange from None
    by_list = rule.unit is _WORKDAY or rule.roll_over
    provisional = by_list and calendar.is_provisional(begun, on)
    return Due(on, at, rule.code, rule.version, calendar.version, provisional)


def local_day(start: date | datetime, zone: Zone) -> date:
    """Return the day of `start` as the calendar on the wall in `zone` shows it."""
    if isinstance(start, datetime):
        return _local(start, zone).date()
    return start


def _local(start: datetime, zone: Zone) -> datetime:
    if start.tzinfo is None:
        raise ValueError("a start with a time must be aware")
    return start.astimezone(zone.tz)


def _hours(rule: Rule, start: date | datetime, zone: Zone) -> datetime:
    """Count hours from minute to minute: papers carry no seconds."""
    if not isinstance(start, datetime):
        raise TimeNeeded(rule.code)
    hours = timedelta(hours=rule.number or 0)
    begun = _local(start, zone).replace(second=0, microsecond=0)
    return begun + hours if rule.side is _AFTER else begun - hours


def _last_day(rule: Rule, start: date, calendar: Calendar) -> date:
    number = rule.number
    if number is None:
        return start
    if rule.unit is _WORKDAY:
        count = calendar.workday_after if rule.side is _AFTER else calendar.workday_before
        return count(start, number, inclusive=rule.inclusive)
    on = _plain_day(rule, start, number if rule.side is _AFTER else -number)
    return calendar.workday_after(on, 1, inclusive=True) if rule.roll_over else on


def _plain_day(rule: Rule, start: date, number: int) -> date:
    """Count days or months without looking at holidays; a negative number counts back."""
    if rule.unit is Unit.MONTH:
        return _months(start, number)
    if rule.inclusive:
        number += -1 if number > 0 else 1
    return start + timedelta(days=number)


def _months(start: date, number: int) -> date:
    """Return the same day of another month, or that month's last day where it has none."""
    year, month = divmod(start.year * _MONTHS_A_YEAR + start.month - 1 + number, _MONTHS_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OutOfRange
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _moment(rule: Rule, on: date, zone: Zone) -> datetime:
    if rule.cutoff is not None:
        return datetime.combine(on, rule.cutoff, zone.tz)
    opens = rule.direction is _NOT_EARLIER_THAN
    return datetime.combine(on, zone.day_begins if opens else zone.day_ends)


def status(
    due_at: datetime,
    now: datetime,
    ended_at: datetime | None = None,
    direction: Direction = Direction.NOT_LATER_THAN,
) -> Status:
    """Say how a clock stands at `now`, with the act done at `ended_at` or not yet.

    All moments are aware and compared to the second, so that the last second of a day is in time.
    EXACTLY means on the day that ends at `due_at`. A rule "not earlier than" is never late.
    """
    if ended_at is not None:
        return Status.MET if _in_time(due_at, ended_at, direction) else Status.MISSED
    waits = direction is _NOT_EARLIER_THAN or now.replace(microsecond=0) <= due_at
    return Status.DUE if waits else Status.LATE


def _in_time(due_at: datetime, ended_at: datetime, direction: Direction) -> bool:
    ended_at = ended_at.replace(microsecond=0)
    if direction is _NOT_EARLIER_THAN:
        return ended_at >= due_at
    on_that_day = direction is not Direction.EXACTLY or due_at - ended_at < timedelta(days=1)
    return ended_at <= due_at and on_that_day


def days_left(due_at: datetime, now: datetime, zone: Zone) -> int:
    """Return the calendar days from today to the due day in `zone`: 0 today, negative when past."""
    return (_local(due_at, zone).date() - _local(now, zone).date()).days
