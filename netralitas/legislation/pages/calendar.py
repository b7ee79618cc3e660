"""What the page of the calendar shows."""

from datetime import date

import msgspec

from netralitas.web.parts import Crumb


class YearDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a small month; a `sign` and a `note` only where it is off by decree."""

    on: date
    off: bool
    sign: str = ""
    note: str = ""


class YearMonth(msgspec.Struct, frozen=True, kw_only=True):
    """A month from Monday to Sunday, None for days of another; and its number of working days."""

    first: date
    weeks: tuple[tuple[YearDay | None, ...], ...]
    workdays: int


class DayOff(msgspec.Struct, frozen=True, kw_only=True):
    """A day off in the list, with the decree it rests on."""

    on: date
    name: str
    sign: str
    kind: str
    source: str


class CalendarPage(msgspec.Struct, frozen=True, kw_only=True):
    """A year: its months and days off. Of a year that is not `loaded` nothing is known.

    `earlier` and `later` are addresses of loaded years, with the year.
    """

    crumbs: tuple[Crumb, ...]
    year: int
    loaded: bool
    provisional: bool
    span: str
    earlier: tuple[str, int] | None
    later: tuple[str, int] | None
    regions: tuple[tuple[str, str], ...]
    region: str
    months: tuple[YearMonth, ...]
    days: tuple[DayOff, ...]
    legend: tuple[tuple[str, str], ...]
    workdays: int
