"""Deadlines that run no more, in words: met, missed, or replaced by another date."""

from typing import Final

import msgspec

from netralitas.database.connection import Row
from netralitas.law import words as law_words
from netralitas.law.deadline import Status, status
from netralitas.law.domain import Rule, Zone
from netralitas.web.parts import type_tone

_REPLACED: Final = {
    "case.correction": "Diganti oleh koreksi",
    "case.deadline_extended": "Diganti oleh perpanjangan",
    "case.deadline_resumed": "Diganti sesudah jeda",
    "case.deadline_moved": "Diganti karena kalender atau aturan berubah",
}
"""What replaced a date, by the name of the event."""


class EndedClock(msgspec.Struct, frozen=True, kw_only=True):
    """A clock that runs no more: whether it was met, or by which event it was replaced."""

    title: str
    verdict: str
    sentence: str
    tone: type_tone
    replaced_by: int | None = None


def ended_clock(row: Row, rule: Rule | None, whose: str, zone: Zone) -> EndedClock:
    """Return what became of a clock that ended or was replaced; `rule` None: no longer known."""
    title = f"{rule.label if rule else row['rule']}{whose}"
    until = "tanpa tanggal, karena tidak dapat dihitung"
    if row["due_at"] is not None:
        until = law_words.day(row["due_at"].astimezone(zone.tz).date())
    if row["superseded_by"] is not None and row["due_at"] is None:
        return EndedClock(
            title=title,
            verdict="Diganti",
            sentence="Semula tidak dapat dihitung; tanggal mulainya kemudian diketahui.",
            tone="neutral",
        )
    if row["superseded_by"] is not None:
        return EndedClock(
            title=title,
            verdict=_REPLACED.get(row["replaced_by"], "Diganti"),
            sentence=f"Semula berakhir {until}.",
            tone="neutral",
            replaced_by=row["superseded_by"],
        )
    return _judged(row, rule, title, until, zone)


def _judged(row: Row, rule: Rule | None, title: str, until: str, zone: Zone) -> EndedClock:
    if row["ended_at"] is None or row["due_at"] is None or rule is None:
        said = f"Batasnya {until}; tanggal pelaksanaannya tidak tercatat sampai hari."
        return EndedClock(title=title, verdict="Selesai", sentence=said, tone="neutral")
    done = law_words.day(row["ended_at"].astimezone(zone.tz).date())
    met = status(row["due_at"], row["due_at"], row["ended_at"], rule.direction) is Status.MET
    if not met and row["paused_by"] is not None:
        since = law_words.day(row["paused_on"])
        said = f"Dilaksanakan {done}, saat tenggatnya dijeda sejak {since}."
        return EndedClock(title=title, verdict="Terpenuhi", sentence=said, tone="done")
    return EndedClock(
        title=title,
        verdict="Terpenuhi" if met else "Terlewat",
        sentence=f"Dilaksanakan {done}; batasnya {until}.",
        tone="done" if met else "late",
    )
