"""How long a punishment lasts: its last day, from the day it took effect and its months. Pure."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_A_YEAR: Final = 12


def last_day(in_force: date, months: int) -> date:
    """Return the last day of a term of so many months that began on `in_force`.

    Twelve months from 15 January end on 14 January; a month that is too short ends on its last day.
    """
    year, month = divmod(in_force.year * _A_YEAR + in_force.month - 1 + months, _A_YEAR)
    length = monthrange(year, month + 1)[1]
    if in_force.day > length:
        return date(year, month + 1, length)
    return date(year, month + 1, in_force.day) - timedelta(days=1)


def served(in_force: date | None, months: int | None, on: date | None) -> bool:
    """Say whether a term is over on the day: its last day has come, or it cannot be computed."""
    if in_force is None or months is None or on is None:
        return True
    return on >= last_day(in_force, months)
