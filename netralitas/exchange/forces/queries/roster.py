"""Who is on duty on each day of a month."""

import re
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.exchange.forces import words
from netralitas.exchange.forces.pages import DayLine, RosterPage, ShiftLine
from netralitas.exchange.forces.queries.people import crumbs, force_row, keeps_here
from netralitas.exchange.queries import PATH, ground_of
from netralitas.law import words as law_words
from netralitas.law.calendar import Calendar
from netralitas.law.refusals import CannotCompute
from netralitas.web.parts import Link

_MONTH: Final = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
_SHIFTS: Final = """
SELECT s.id, s.on_day, s.begins_at, s.ends_at, s.place, m.name, o.name AS organisation
FROM duty_shift s JOIN task_force_member m ON m.id = s.member
JOIN organisation o ON o.id = m.organisation
WHERE s.force = $1 AND s.on_day >= $2 AND s.on_day < $3 AND s.cancelled_at IS NULL
ORDER BY s.on_day, s.begins_at, m.name, s.id
"""


async def roster_page(
    c: Connection, actor: Actor, place: tuple[int, int], asked: str, calendar: Calendar, today: date
) -> RosterPage:
    """Return a month of the roster, that of `asked` ("2024-09") or the present one.

    `place` is agreement and task force. NotVisible for one that is not seen. Five statements.
    """
    agreement, force = place
    row, ground = await force_row(c, agreement, force), await ground_of(c, agreement)
    first = _month(asked, today)
    after = _next(first)
    here = f"{PATH}/{agreement}/satgas/{force}/piket"
    keeps = await keeps_here(c, actor, ground) and row["ended_on"] is None
    rows = await c.fetch(_SHIFTS, force, first, after)
    days = _days(first, rows, calendar, here if keeps else "", today)
    return RosterPage(
        title="Jadwal piket",
        crumbs=(*crumbs(ground, words.TITLE, row["name"]),),
        month=f"{row['name']}, {law_words.month(first)}",
        earlier=f"{here}?bulan={first - timedelta(days=1):%Y-%m}",
        later=f"{here}?bulan={after:%Y-%m}",
        fills=Link(label="Isi piket", href=f"{here}/baru") if keeps else None,
        days=days,
        bare=sum(calendar.knows(day.on) and not day.free and not day.shifts for day in days),
    )


def _days(
    first: date, rows: list[Any], calendar: Calendar, here: str, today: date
) -> tuple[DayLine, ...]:
    on_duty = {
        day: tuple(_shift(row, here if day >= today else "") for row in shifts)
        for day, shifts in groupby(rows, key=lambda row: row["on_day"])
    }
    span = (first + timedelta(days=each) for each in range((_next(first) - first).days))
    return tuple(
        DayLine(
            on=day,
            weekday=law_words.day(day),
            free=_free(day, calendar),
            shifts=on_duty.get(day, ()),
        )
        for day in span
    )


def _shift(row: Row, here: str) -> ShiftLine:
    return ShiftLine(
        name=row["name"],
        organisation=row["organisation"],
        hours=f"{row['begins_at']:%H.%M} s.d. {row['ends_at']:%H.%M}",
        place=row["place"] or "",
        cancel=f"{here}/{row['id']}/pembatalan" if here else "",
    )


def _free(day: date, calendar: Calendar) -> str:
    """Return why a day is no working day; empty for one, and where the calendar is not loaded."""
    try:
        return "" if calendar.is_workday(day) else "Bukan hari kerja"
    except CannotCompute:
        return ""


def _month(asked: str, today: date) -> date:
    found = _MONTH.fullmatch(asked)
    return date(int(found[1]), int(found[2]), 1) if found else today.replace(day=1)


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
