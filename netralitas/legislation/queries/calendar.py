"""A year of the calendar: twelve small months, and the list of days off."""

import calendar as months_of
import re
from datetime import date
from typing import Final

from netralitas.database.connection import Connection
from netralitas.law.calendar import Calendar, SpecialDay
from netralitas.law.entries import LawData
from netralitas.legislation import addresses
from netralitas.legislation.pages.calendar import CalendarPage, DayOff, YearDay, YearMonth
from netralitas.legislation.words.calendar import REGIONAL, SIGNS
from netralitas.reference.queries import region_chain

_MONTHS: Final = range(1, 13)
_WEEKS: Final = months_of.Calendar()
LAST_YEAR: Final = 2100
"""The last year that can be looked at, and loaded."""


def read_year(text: str | None, today: date) -> int:
    """Return the year of an address, this year for anything else."""
    year = int(text) if text and re.fullmatch(r"[0-9]{4}", text) else 0
    return year if 2000 <= year <= LAST_YEAR else today.year


async def regions_offered(c: Connection, law: LawData) -> tuple[tuple[str, str], ...]:
    """Return the regions with days off of their own, by code and name."""
    found = []
    for code in law.book.regions():
        chain = await region_chain(c, code)
        found.append((code, chain[-1].name if chain else code))
    return tuple(found)


def calendar_page(
    law: LawData, year: int, region: str, regions: tuple[tuple[str, str], ...]
) -> CalendarPage:
    """Return the year, of the nation, or of a region among those offered."""
    nation = law.book.calendar()
    region = region if region in dict(regions) else ""
    calendar = law.book.at(region).calendar() if region else nation
    loaded = calendar.first_year <= year <= calendar.last_year
    months = tuple(_month(calendar, nation, year, each) for each in _MONTHS) if loaded else ()
    return CalendarPage(
        crumbs=addresses.crumbs(addresses.CALENDAR),
        year=year,
        loaded=loaded,
        provisional=year in calendar.provisional_years,
        span=f"{calendar.first_year} sampai {calendar.last_year}",
        earlier=_neighbour(calendar, min(year - 1, calendar.last_year), region),
        later=_neighbour(calendar, max(year + 1, calendar.first_year), region),
        regions=regions,
        region=region,
        months=months,
        days=_days(calendar, nation, year),
        legend=tuple(pair for kind, pair in SIGNS.items() if region or kind != REGIONAL),
        workdays=sum(month.workdays for month in months),
    )


def _neighbour(calendar: Calendar, year: int, region: str) -> tuple[str, int] | None:
    loaded = calendar.first_year <= year <= calendar.last_year
    return (addresses.calendar(year, region), year) if loaded else None


def _month(calendar: Calendar, nation: Calendar, year: int, month: int) -> YearMonth:
    weeks = tuple(
        tuple(_day(calendar, nation, on) if on.month == month else None for on in week)
        for week in _WEEKS.monthdatescalendar(year, month)
    )
    days = [day for week in weeks for day in week if day]
    return YearMonth(
        first=date(year, month, 1), weeks=weeks, workdays=sum(not day.off for day in days)
    )


def _day(calendar: Calendar, nation: Calendar, on: date) -> YearDay:
    special = calendar.days.get(on)
    if special is None:
        return YearDay(on=on, off=not calendar.is_workday(on))
    sign, kind = _sign(special, nation, on)
    return YearDay(on=on, off=True, sign=sign, note=f"{special.name} ({kind})")


def _days(calendar: Calendar, nation: Calendar, year: int) -> tuple[DayOff, ...]:
    found = []
    for on, special in sorted(calendar.days.items()):
        if on.year == year:
            sign, kind = _sign(special, nation, on)
            found.append(
                DayOff(on=on, name=special.name, sign=sign, kind=kind, source=special.source)
            )
    return tuple(found)


def _sign(special: SpecialDay, nation: Calendar, on: date) -> tuple[str, str]:
    """Return the letter and the words of a day off; one that the nation has not is regional."""
    return SIGNS[special.kind.value if nation.days.get(on) == special else REGIONAL]
