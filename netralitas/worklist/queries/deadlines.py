"""The page of deadlines: a month as a calendar, and the same as a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.law.calendar import Calendar
from netralitas.web.parts import Pages
from netralitas.worklist.address import address, read_day, read_id, read_month
from netralitas.worklist.domain import Month, Span, midnight
from netralitas.worklist.pages import Day, DayEntry, DeadlinesPage, FilterChoice
from netralitas.worklist.queries.months import (
    Whose,
    days_of,
    late,
    lines_of,
    people,
    units,
)

PATH: Final = "/tenggat"
_SESSIONS: Final = "/klarifikasi"
_KEPT: Final = ("orang", "unit")
type_entries = Mapping[date, tuple[DayEntry, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The calendar on the wall: which day it is, and on which nobody works."""

    today: date
    calendar: Calendar


async def deadlines_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime, calendar: Calendar
) -> DeadlinesPage:
    """Return the deadlines of the month that the address names, or of one day of it.

    `calendar` says on which days nobody works.
    """
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    month = read_month(query.get("bulan"), today)
    chosen = read_day(query.get("hari"), month)
    kept = {name: query[name] for name in _KEPT if read_id(query.get(name)) is not None}
    whose = Whose(officer=read_id(kept.get("orang")), unit=read_id(kept.get("unit")))
    entries = await days_of(c, actor, _month(month, actor.zone), whose)
    within = _day(chosen, actor.zone) if chosen else _month(month, actor.zone)
    lines, following = await lines_of(c, actor, within, whose, query.get("setelah"), now)
    here = {**kept, "bulan": _text(month), "hari": chosen.isoformat() if chosen else ""}
    asked = await late(c, actor, now)
    wall = Wall(today=today, calendar=calendar)
    return DeadlinesPage(
        first=month.first,
        earlier=address(PATH, kept, bulan=_text(month.preceding)),
        later=address(PATH, kept, bulan=_text(month.following)),
        this_month=None if month.first == today.replace(day=1) else address(PATH, kept),
        weeks=tuple(
            tuple(_cell(day, month, chosen, kept, entries, wall) for day in week)
            for week in month.weeks()
        ),
        filters=await _filters(c, actor, kept),
        month_text=_text(month),
        chosen=chosen,
        whole_month=address(PATH, kept, bulan=_text(month)),
        lines=lines,
        pages=Pages(
            earlier=address(PATH, here) if query.get("setelah") else None,
            later=address(PATH, here, setelah=following) if following else None,
        ),
        late=asked,
        late_href="/perkara?tenggat=terlambat",
        sessions=_SESSIONS if refusal(actor, Permission.SEE_SESSIONS) is None else None,
        filtered=bool(kept),
    )


def _cell(
    on: date,
    month: Month,
    chosen: date | None,
    kept: Mapping[str, str],
    entries: type_entries,
    wall: Wall,
) -> Day:
    found = entries.get(on, ())
    href = address(PATH, kept, bulan=_text(month), hari=on.isoformat()) if found else None
    return Day(
        on=on,
        inside=month.first <= on < month.following.first,
        today=on == wall.today,
        holiday=_holiday(wall.calendar, on),
        href=f"{href}#daftar" if href else None,
        chosen=on == chosen,
        entries=found,
    )


def _holiday(calendar: Calendar, on: date) -> str | None:
    """Return why nobody works on a weekday, None on working days and for unloaded years."""
    if on.weekday() >= 5 or not calendar.knows(on):
        return None
    day = calendar.day(on)
    return None if day.counted else day.reason


async def _filters(
    c: Connection, actor: Actor, kept: Mapping[str, str]
) -> tuple[FilterChoice, ...]:
    offered = [
        ("orang", "Petugas", await people(c, actor)),
        ("unit", "Kantor", await units(c, actor)),
    ]
    return tuple(
        FilterChoice(
            name=name,
            label=label,
            options=(("", "Semua"), *((str(value), text) for value, text in options)),
            chosen=kept.get(name, ""),
        )
        for name, label, options in offered
        if len(options) > 1
    )


def _month(month: Month, zone: str) -> Span:
    return Span(begin=midnight(month.first, zone), end=midnight(month.following.first, zone))


def _day(on: date, zone: str) -> Span:
    return Span(begin=midnight(on, zone), end=midnight(on + timedelta(days=1), zone))


def _text(month: Month) -> str:
    return f"{month.first:%Y-%m}"
