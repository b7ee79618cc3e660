"""Days, moments and rules of time in plain Indonesian."""

import re
from datetime import date, datetime

from netralitas.law.domain import Certainty, Direction, Rule, Side, Unit, Zone

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_UNITS = {
    Unit.WORKDAY: "hari kerja",
    Unit.CALENDAR: "hari kalender",
    Unit.HOURS: "jam",
    Unit.MONTH: "bulan",
}
_DIRECTIONS = {
    Direction.NOT_LATER_THAN: "paling lambat",
    Direction.NOT_EARLIER_THAN: "paling cepat",
    Direction.EXACTLY: "tepat",
}
CERTAINTIES = {
    Certainty.T: "dibaca dalam naskah aturan",
    Certainty.S: "dari sumber kedua, naskah aturan belum dibaca",
    Certainty.WEAK_S: "dari sumber kedua yang lemah, naskah aturan belum dibaca",
    Certainty.M: "lazim disebut, belum ditemukan dalam naskah aturan",
    Certainty.I: "simpulan, tidak tertulis dalam sumber",
}
SOURCE_KINDS = {
    Certainty.M: "lazim disebut",
    Certainty.I: "simpulan",
    Certainty.WEAK_S: "sumber kedua yang lemah",
    Certainty.S: "sumber kedua",
}
"""What stands beside "perlu konfirmasi" on a page, the weakest source first."""

_REMARK = re.compile(r" \([^()]*\bpasal\b[^()]*\)$")  # "(pasal belum dibaca)"


def weekday(on: date) -> str:
    """Return the name of the day of the week, as in "Senin"."""
    return _WEEKDAYS[on.weekday()]


def day(on: date) -> str:
    """Return the day as on an official letter: "Senin, 2 September 2024"."""
    return f"{weekday(on)}, {on.day} {MONTHS[on.month - 1]} {on.year}"


def moment(at: datetime, zone: Zone) -> str:
    """Return an aware moment in local time: "Senin, 2 September 2024 pukul 10.20 WIB"."""
    local = at.astimezone(zone.tz)
    return f"{day(local)} pukul {local:%H.%M} {zone.name}"


def amount(rule: Rule) -> str:
    """Return the number with its unit: "14 hari kerja"."""
    if rule.unit is Unit.FIXED_DATE:
        return "pada tanggal yang disebut dalam surat"
    return f"{rule.number} {_UNITS[rule.unit]}"


def limit(rule: Rule) -> str:
    """Return the rule in one sentence: what it limits, how long, from which fact."""
    words = f"{rule.label}: {_DIRECTIONS[rule.direction]} {amount(rule)}"
    if rule.unit is Unit.FIXED_DATE:
        return f"{words}."
    link = "sejak" if rule.side is Side.AFTER else "sebelum"
    return f"{words} {link} {rule.start_label}."


def basis(rule: Rule) -> str:
    """Return the article without the remark that nobody has read it: pages mark that otherwise."""
    return _REMARK.sub("", rule.article)


def unconfirmed(rule: Rule) -> str | None:
    """Return what kind of source the rule rests on where it needs confirmation, or None.

    Of a rule that was read in its text, which part of it rests on another: the unit, the start.
    """
    parts = (("satuan waktu", rule.unit_certainty), ("awal hitungan", rule.start_certainty))
    if rule.certainty is Certainty.T:
        said = [
            f"{part}: {SOURCE_KINDS[certainty]}"
            for part, certainty in parts
            if certainty is not Certainty.T
        ]
        said += ["aturan pembanding"] if rule.analog else []
        return said[0] if said else None
    held = {rule.certainty, rule.unit_certainty, rule.start_certainty}
    return next(kind for certainty, kind in SOURCE_KINDS.items() if certainty in held)


def doubt(rule: Rule, *, source: bool = True) -> str | None:
    """Return in a sentence what about the rule needs confirmation and why, or None.

    Without `source` the sentence does not say where it was read.
    """
    parts = (
        ("isi aturan", rule.certainty),
        ("satuan waktu", rule.unit_certainty),
        ("awal hitungan", rule.start_certainty),
    )
    open_parts = [
        f"{part} ({CERTAINTIES[certainty]})"
        for part, certainty in parts
        if certainty is not Certainty.T
    ]
    if rule.analog:
        open_parts.append("penerapannya (aturan instansi lain, dipakai sebagai pembanding)")
    if not open_parts:
        return None
    said = f"Perlu konfirmasi: {'; '.join(open_parts)}."
    return f"{said} Sumber: {rule.source}." if source else said
