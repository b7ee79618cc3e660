"""Days, moments and rules of time in plain Indonesian."""

import re
from datetime import date, datetime, timedelta

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

_IN_HOURS = timedelta(days=2)  # under so much is said in hours

_REMARK = re.compile(r" \([^()]*\bpasal\b[^()]*\)$")  # "(pasal belum dibaca)"


def weekday(on: date) -> str:
    """Return the name of the day of the week, as in "Senin"."""
    return _WEEKDAYS[on.weekday()]


def day(on: date) -> str:
    """Return the day as on an official letter: "Senin, 2 September 2024"."""
    return f"{weekday(on)}, {on.day} {MONTHS[on.month - 1]} {on.year}"


def month(on: date) -> str:
    """Return the month of a day as it is printed: "November 2024"."""
    return f"{MONTHS[on.month - 1].capitalize()} {on.year}"


def moment(at: datetime, zone: Zone) -> str:
    """Return an aware moment in local time: "Senin, 2 September 2024 pukul 10.20 WIB"."""
    local = at.astimezone(zone.tz)
    return f"{day(local)} pukul {local:%H.%M} {zone.name}"


def left(due_at: datetime, now: datetime, zone: Zone) -> str:
    """Return how long is left: "Sisa 3 hari", under two days "Sisa 31 jam", else how late it is."""
    days = (due_at.astimezone(zone.tz).date() - now.astimezone(zone.tz).date()).days
    if now.replace(microsecond=0) > due_at:
        return "Lewat waktu hari ini" if days >= 0 else f"Terlambat {_many(-days)} hari"
    rest = due_at - now.replace(microsecond=0)
    if rest >= _IN_HOURS:
        return f"Sisa {_many(days)} hari"
    hours = rest // timedelta(hours=1)
    if days > 0:
        return f"Sisa {hours} jam"
    return f"Hari ini, sisa {hours} jam" if hours else "Hari ini, kurang dari 1 jam"


def _many(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def amount(rule: Rule) -> str:
    """Return the number with its unit: "14 hari kerja", "14 hari kerja + tambahan 3 hari kerja".

    The second form is that of a rule that was extended or paused in one case.
    """
    if rule.number is None:
        return "pada tanggal yang disebut dalam surat"
    said = units(rule.unit, rule.number - rule.added)
    return f"{said} + tambahan {units(rule.unit, rule.added)}" if rule.added else said


def units(unit: Unit, number: int) -> str:
    """Return a number of units: "7 hari kerja"; KeyError for a fixed date, which counts nothing."""
    return f"{number} {_UNITS[unit]}"


def unit(counted: Unit) -> str:
    """Return what is counted: "hari kerja"; of a fixed date, time as such."""
    return _UNITS.get(counted, "waktu")


def limit(rule: Rule) -> str:
    """Return the rule in one sentence: what it limits, how long, from which fact."""
    return f"{rule.label}: {bound(rule)}."


def bound(rule: Rule) -> str:
    """Return how long and from which fact: "paling lambat 7 hari kerja sejak … diketahui"."""
    words = f"{_DIRECTIONS[rule.direction]} {amount(rule)}"
    if rule.unit is Unit.FIXED_DATE:
        return words
    link = "sejak" if rule.side is Side.AFTER else "sebelum"
    return f"{words} {link} {rule.start_label}"


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
