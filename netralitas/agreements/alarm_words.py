"""The dates of an agreement in words: as a panel with its explanation, and as one line."""

from collections.abc import Sequence
from datetime import date

from netralitas.agreements.dates import Alarm
from netralitas.agreements.words import SOON, plain_day
from netralitas.law import words as law_words
from netralitas.web.parts import Deadline, type_tone


def deadline(alarm: Alarm, today: date, *, over: bool = False) -> Deadline:
    """Return an alarm with how its day was reached; a reminder names no article.

    `over`: the agreement has ended, so that nobody is late with it any more.
    """
    days = (alarm.on - today).days if alarm.on else None
    said = law_words.day(alarm.on) if alarm.on else "Tanpa tanggal"
    found = alarm.explanation
    past = over and days is not None and days < 0
    return Deadline(
        title=alarm.label,
        remaining="Sudah lewat" if past else _remaining(days),
        sentence=f"{said}. {alarm.why}".strip(),
        tone="neutral" if past else _tone(days),
        due=alarm.on,
        source=alarm.article or None,
        doubt=law_words.unconfirmed(found.rule) if found else None,
        steps=tuple(found.in_words()) if found else (),
    )


def soonest(alarms: Sequence[Alarm], today: date) -> str:
    """Return the next day on which something is due: "Evaluasi: 18 Desember 2026"; "" for none."""
    coming = [(alarm.on, alarm) for alarm in alarms if alarm.on and alarm.on >= today]
    if not coming:
        return ""
    on, alarm = min(coming, key=lambda pair: pair[0])
    article = f" ({alarm.article})" if alarm.article else ""
    return f"{alarm.label}: {plain_day(on)}{article}"


def _remaining(days: int | None) -> str:
    if days is None:
        return "Belum dapat dihitung"
    if days < 0:
        return f"Lewat {-days} hari"
    return f"Sisa {days} hari" if days else "Hari ini"


def _tone(days: int | None) -> type_tone:
    if days is None:
        return "neutral"
    if days < 0:
        return "late"
    return "soon" if days <= SOON else "done"
