"""Which months a cell of a schedule names: "November s.d Desember". Pure."""

import re
from typing import Final

from netralitas.law.words import MONTHS

_SHORT: Final = {name.casefold()[:3]: number for number, name in enumerate(MONTHS, start=1)}
_SHORT.update({"agt": 8, "ags": 8, "nop": 11, "peb": 2})
_RANGE: Final = re.compile(
    r"s\.?\s*/?\s*d\b\.?|sampai(?: dengan)?|hingga|[-\u2013\u2014]", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Za-z]+")
_YEAR: Final = 12


def months_of(cell: str) -> tuple[int, ...]:
    """Return the months that a cell names, in their order; none where it names no month.

    From a month to an earlier one reaches over the turn of the year.
    """
    found: set[int] = set()
    for part in re.split(r"[,;]|\bdan\b", cell):
        ends = [_month(end) for end in _RANGE.split(part)]
        named = [month for month in ends if month]
        if len(ends) > 1 and len(named) > 1:
            first, last = named[0], named[-1]
            found.update(
                (first + step - 1) % _YEAR + 1 for step in range((last - first) % _YEAR + 1)
            )
        else:
            found.update(named)
    return tuple(sorted(found))


def _month(text: str) -> int | None:
    """Return the month that a text names; a word is a month when it begins as one and is its name.

    "Mei" is a month, "meningkat" is none.
    """
    for word in _WORD.findall(text):
        plain = word.casefold()
        number = _SHORT.get(plain[:3])
        if number and (len(plain) <= 4 or MONTHS[number - 1].casefold().startswith(plain)):
            return number
        if plain in {"nopember", "pebruari"}:
            return 11 if plain[0] == "n" else 2
    return None


def cell_of(years: tuple[int, ...], schedule: tuple[str, ...], year: int) -> str:
    """Return the cell of a schedule that holds for a year; the last one reaches to the last year.

    Where the cells cannot be laid over the years, all of them hold.
    """
    if not schedule:
        return ""
    if year not in years or len(schedule) > len(years):
        return "; ".join(schedule)
    return schedule[min(years.index(year), len(schedule) - 1)]
