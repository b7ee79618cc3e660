"""The months that a count runs through, each day marked with what it is to the count. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netralitas.language import say
from netralitas.law.deadline import local_day
from netralitas.law.explanation import Explanation
from netralitas.law.sentences import nth

_WEEK = 7


class Mark(StrEnum):
    """What a day is to a count."""

    START = "start"
    COUNTED = "counted"
    SKIPPED = "skipped"
    DUE = "due"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """A day of a month; `note` says aloud what its mark shows, `ordinal` the how-manieth it is."""

    on: date
    mark: Mark
    note: str = ""
    ordinal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthShown:
    """A month from Monday to Sunday; None are days of another month."""

    first: date
    weeks: tuple[tuple[DayShown | None, ...], ...]


def months_of(told: Explanation) -> tuple[MonthShown, ...]:
    """Return every month between the start and the due day, both included, in order."""
    marked = _marked(told)
    first, last = min(marked), max(marked)
    months = []
    begin = first.replace(day=1)
    while begin <= last:
        months.append(_month(begin, marked))
        begin = (begin + timedelta(days=31)).replace(day=1)
    return tuple(months)


def _marked(told: Explanation) -> dict[date, DayShown]:
    """Return the days that mean something to the count; the due day outweighs what it is besides.

    Of the start the count itself may say more: an inclusive rule counts it.
    """
    begun = local_day(told.start, told.zone)
    marked = {begun: DayShown(on=begun, mark=Mark.START, note=say("awal hitungan"))}
    ordinal = 0
    for day in told.days:
        ordinal += day.counted
        marked[day.on] = (
            DayShown(
                on=day.on,
                mark=Mark.COUNTED,
                note=nth(told.rule.unit, ordinal),
                ordinal=ordinal,
            )
            if day.counted
            else DayShown(
                on=day.on,
                mark=Mark.SKIPPED,
                note=say("tidak dihitung: {reason}", reason=day.reason),
            )
        )
    last = told.due.on
    before = marked.get(last)
    note = say("hasil, {note}", note=before.note) if before else say("hasil")
    ordinal_of_last = before.ordinal if before else None
    marked[last] = DayShown(on=last, mark=Mark.DUE, note=note, ordinal=ordinal_of_last)
    return marked


def _month(first: date, marked: dict[date, DayShown]) -> MonthShown:
    day = first - timedelta(days=first.weekday())
    following = (first + timedelta(days=31)).replace(day=1)
    weeks = []
    while day < following:
        week = [day + timedelta(days=step) for step in range(_WEEK)]
        weeks.append(tuple(_shown(each, first, marked) for each in week))
        day += timedelta(days=_WEEK)
    return MonthShown(first=first, weeks=tuple(weeks))


def _shown(on: date, first: date, marked: dict[date, DayShown]) -> DayShown | None:
    if on.month != first.month:
        return None
    return marked.get(on) or DayShown(on=on, mark=Mark.BESIDE)
