"""From when to when something is law, and which edition says it."""

from datetime import date
from typing import Final

from netralitas.language import say
from netralitas.law.words import MONTHS

_SHIPPED: Final = 1


def plain_day(on: date) -> str:
    """Return a day without its weekday, for tables: "31 Agustus 2021"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def validity(first: date | None, last: date | None) -> str:
    """Return from when to when: "sejak 31 Agustus 2021"; what was not found is said."""
    if first and last:
        return say("{first} sampai {last}", first=plain_day(first), last=plain_day(last))
    if first:
        return say("sejak {day}", day=plain_day(first))
    if last:
        return say("sampai {day}", day=plain_day(last))
    return say("tanggal mulai tidak ditemukan")


def month_said(month: str) -> str:
    """Return a month of the data in words: "November 2026" of "2026-11"."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def edition_said(number: int) -> str:
    """Return an edition of the law in words: "Edisi 1, data bawaan"."""
    return f"Edisi {number}, data bawaan" if number == _SHIPPED else f"Edisi {number}"
