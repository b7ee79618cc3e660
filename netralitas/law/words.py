"""Days, moments and rules of time in plain words, in the language of the page."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from babel.dates import get_day_names

from netralitas.language import locale, ngettext, phrase, say
from netralitas.law.certainty_words import CERTAINTIES, SOURCE_KINDS
from netralitas.law.domain import Certainty, Direction, Rule, Side, Unit, Zone

MONTHS = (
    phrase("Januari"),
    phrase("Februari"),
    phrase("Maret"),
    phrase("April"),
    phrase("Mei"),
    phrase("Juni"),
    phrase("Juli"),
    phrase("Agustus"),
    phrase("September"),
    phrase("Oktober"),
    phrase("November"),
    phrase("Desember"),
)
_UNITS = {
    Unit.WORKDAY: "hari kerja",
    Unit.CALENDAR: "hari kalender",
    Unit.HOURS: "jam",
    Unit.MONTH: "bulan",
}
_DIRECTIONS = {
    Direction.NOT_LATER_THAN: phrase("paling lambat"),
    Direction.NOT_EARLIER_THAN: phrase("paling cepat"),
    Direction.EXACTLY: phrase("tepat"),
}
_CONTENT, _UNIT, _START = phrase("isi aturan"), phrase("satuan waktu"), phrase("awal hitungan")

_REMARK = re.compile(r" \([^()]*\bpasal\b[^()]*\)$")  # "(pasal belum dibaca)"


def weekday(on: date) -> str:
    """Return the name of the day of the week, as in "Senin"."""
    return _weekdays(locale())[on.weekday()]


@cache
def _weekdays(language: str) -> Mapping[int, str]:
    return {number: str(name) for number, name in get_day_names("wide", locale=language).items()}


def day(on: date) -> str:
    """Return the day as on an official letter: "Senin, 2 September 2024"."""
    return f"{weekday(on)}, {plain_day(on)}"


def plain_day(on: date) -> str:
    """Return the day without its name: "2 September 2024"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def month(on: date) -> str:
    """Return the month of a day as it is printed: "November 2024"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def moment(at: datetime, zone: Zone) -> str:
    """Return an aware moment in local time: "Senin, 2 September 2024 pukul 10.20 WIB"."""
    local = at.astimezone(zone.tz)
    hour, minute = f"{local:%H}", f"{local:%M}"
    return say(
        "{day} pukul {hour}.{minute} {zone}",
        day=day(local),
        hour=hour,
        minute=minute,
        zone=zone.name,
    )


def amount(rule: Rule) -> str:
    """Return the number with its unit: "14 hari kerja", "14 hari kerja + tambahan 3 hari kerja".

    The second form is that of a rule that was extended or paused in one case.
    """
    if rule.number is None:
        return say("pada tanggal yang disebut dalam surat")
    said = units(rule.unit, rule.number - rule.added)
    if not rule.added:
        return said
    return say("{amount} + tambahan {more}", amount=said, more=units(rule.unit, rule.added))


def units(unit: Unit, number: int) -> str:
    """Return a number of units: "7 hari kerja"; KeyError for a fixed date, which counts nothing."""
    return _amounts(number)[unit].format(number=number)


def _amounts(number: int) -> dict[Unit, str]:
    return {
        Unit.WORKDAY: ngettext("{number} hari kerja", "{number} hari kerja", number),
        Unit.CALENDAR: ngettext("{number} hari kalender", "{number} hari kalender", number),
        Unit.HOURS: ngettext("{number} jam", "{number} jam", number),
        Unit.MONTH: ngettext("{number} bulan", "{number} bulan", number),
    }


def unit(counted: Unit) -> str:
    """Return what is counted, for officers: "hari kerja"; of a fixed date, time as such."""
    return _UNITS.get(counted, "waktu")


def limit(rule: Rule) -> str:
    """Return the rule in one sentence: what it limits, how long, from which fact."""
    return f"{rule.label}: {bound(rule)}."


def bound(rule: Rule) -> str:
    """Return how long and from which fact: "paling lambat 7 hari kerja sejak … diketahui"."""
    if rule.unit is Unit.FIXED_DATE:
        return f"{_DIRECTIONS[rule.direction]} {amount(rule)}"
    said = {
        "direction": _DIRECTIONS[rule.direction],
        "amount": amount(rule),
        "start": rule.start_label,
    }
    if rule.side is Side.AFTER:
        return say("{direction} {amount} sejak {start}", **said)
    return say("{direction} {amount} sebelum {start}", **said)


def basis(rule: Rule) -> str:
    """Return the article without the remark that nobody has read it: pages mark that otherwise."""
    return _REMARK.sub("", rule.article)


def unconfirmed(rule: Rule) -> str | None:
    """Return what kind of source the rule rests on where it needs confirmation, or None.

    Of a rule that was read in its text, which part of it rests on another: the unit, the start.
    """
    parts = ((_UNIT, rule.unit_certainty), (_START, rule.start_certainty))
    if rule.certainty is Certainty.T:
        said = [
            f"{part}: {SOURCE_KINDS[certainty]}"
            for part, certainty in parts
            if certainty is not Certainty.T
        ]
        said += [say("aturan pembanding")] if rule.analog else []
        return said[0] if said else None
    held = {rule.certainty, rule.unit_certainty, rule.start_certainty}
    return next(str(kind) for certainty, kind in SOURCE_KINDS.items() if certainty in held)


def doubt(rule: Rule, *, source: bool = True) -> str | None:
    """Return in a sentence what about the rule needs confirmation and why, or None.

    Without `source` the sentence does not say where it was read.
    """
    parts = (
        (_CONTENT, rule.certainty),
        (_UNIT, rule.unit_certainty),
        (_START, rule.start_certainty),
    )
    open_parts = [
        f"{part} ({CERTAINTIES[certainty]})"
        for part, certainty in parts
        if certainty is not Certainty.T
    ]
    if rule.analog:
        open_parts.append(say("penerapannya (aturan instansi lain, dipakai sebagai pembanding)"))
    if not open_parts:
        return None
    said = say("Perlu konfirmasi: {parts}.", parts="; ".join(open_parts))
    return say("{said} Sumber: {source}.", said=said, source=rule.source) if source else said
