"""The dates of an agreement, each with how it was reached and the article it rests on. Pure.

A rule of an agreement is made into a rule of time, so that it is counted and explained as the law
is. Where the paper has no such rule, a date is a plain reminder and names no article.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from netralitas.agreements.paper import Notice, Paper, type_subject
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Certainty, Direction, Rule, Side, Unit, Zone
from netralitas.law.explanation import Explanation, explain

REMIND: Final = timedelta(days=90)
"""How long before its end an agreement without a rule for it is brought to mind: our choice."""

NO_ARTICLE: Final = "naskah kerja sama; pasalnya belum dicatat"

_UNITS: Final = {"calendar": Unit.CALENDAR, "workday": Unit.WORKDAY, "month": Unit.MONTH}
_DAYS_NOTE: Final = "Naskah menulis “hari” tanpa menyebut hari kerja; dihitung hari kalender."
_LABELS: Final[dict[type_subject, str]] = {
    "extension": "Pemberitahuan perpanjangan",
    "change": "Pemberitahuan perubahan",
    "termination": "Pemberitahuan pengakhiran",
    "early_termination": "Pemberitahuan pengakhiran sebelum waktunya",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something to be done by a day; `on` is None where it cannot be counted, `why` says why.

    `code` is what notices know it by; what was only asked about has none.
    `explanation` counts it by a rule of the paper; a reminder has none, and names no article.
    """

    label: str
    on: date | None
    why: str = ""
    article: str = ""
    explanation: Explanation | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of an agreement beside its paper.

    `ends_on` is its last day where it was extended or its stages are over; `evaluated_on` the day
    of the last evaluation.
    """

    signed_on: date
    ends_on: date | None
    evaluated_on: date | None
    calendar: Calendar
    zone: Zone


OF_THE_PAPER: Final = Rule(
    code="kerja-sama",
    version=1,
    label="Jangka waktu menurut naskah",
    number=1,
    unit=Unit.MONTH,
    unit_certainty=Certainty.T,
    direction=Direction.NOT_LATER_THAN,
    start="kerja-sama",
    start_label="naskah ditandatangani",
    start_certainty=Certainty.T,
    article=NO_ARTICLE,
    source="naskah kerja sama",
    certainty=Certainty.T,
)
"""What every rule of a paper has; each says what it counts, how far, and by which article."""


def last_day(paper: Paper, signed_on: date, calendar: Calendar, zone: Zone) -> Explanation | None:
    """Return how the last day follows from the years of the paper, None where it has none."""
    if paper.term is None or not paper.term.years:
        return None
    rule = replace(
        OF_THE_PAPER,
        label="Masa berlaku",
        article=paper.term.at or NO_ARTICLE,
        number=paper.term.years * 12,
    )
    return explain(rule, signed_on, calendar, zone)


def alarms(paper: Paper, now: Standing) -> tuple[Alarm, ...]:
    """Return what is due under an agreement: its end, what to tell before it, the evaluation."""
    before = "extension" if any("extension" in n.subjects for n in paper.notices) else "reminder"
    return (
        replace(_end(paper, now), code="ends"),
        *(replace(each, code=before) for each in _before_the_end(paper, now)),
        *(replace(each, code="evaluation") for each in _evaluation(paper, now)),
    )


def notice_before(paper: Paper, intended: date, calendar: Calendar, zone: Zone) -> Alarm:
    """Return the last day to tell the other party that it is to end on the day `intended`.

    What the paper says of an early end comes before what it says of ending it at all.
    """
    for subject in ("early_termination", "termination"):
        for notice in paper.notices:
            if subject in notice.subjects:
                return _noticed(notice, _LABELS["early_termination"], intended, calendar, zone)
    said = "Naskah ini tidak mengatur berapa lama sebelumnya pengakhiran diberitahukan."
    return Alarm(label=_LABELS["early_termination"], on=None, why=said)


def _end(paper: Paper, now: Standing) -> Alarm:
    counted = last_day(paper, now.signed_on, now.calendar, now.zone)
    article = paper.term.at if paper.term else ""
    if counted and counted.due.on == now.ends_on:
        return Alarm(label="Berakhir", on=now.ends_on, article=article, explanation=counted)
    if now.ends_on is None:
        said = "Berakhir bersama selesainya seluruh tahapan; harinya belum dicatat."
        return Alarm(label="Berakhir", on=None, why=said, article=article)
    said = "Hari terakhir menurut perpanjangan atau catatan para pihak."
    return Alarm(label="Berakhir", on=now.ends_on, why="" if counted is None else said)


def _before_the_end(paper: Paper, now: Standing) -> tuple[Alarm, ...]:
    found = [notice for notice in paper.notices if "extension" in notice.subjects]
    if not found:
        said = "Pengingat biasa: naskah ini tidak mengatur tenggat untuk memperpanjang."
        on = now.ends_on - REMIND if now.ends_on else None
        return (Alarm(label="Pengingat sebelum berakhir", on=on, why=said),)
    return tuple(_extension(notice, now) for notice in found)


def _extension(notice: Notice, now: Standing) -> Alarm:
    label = _LABELS["extension"]
    if now.ends_on is None:
        said = "Belum dapat dihitung: hari berakhirnya seluruh tahapan belum dicatat."
        return Alarm(label=label, on=None, why=said, article=notice.at)
    return _noticed(notice, label, now.ends_on, now.calendar, now.zone)


def _noticed(notice: Notice, label: str, intended: date, calendar: Calendar, zone: Zone) -> Alarm:
    days = notice.unit == "calendar"
    rule = replace(
        OF_THE_PAPER,
        label=label,
        article=notice.at or NO_ARTICLE,
        number=notice.number,
        unit=_UNITS[notice.unit],
        side=Side.BEFORE,
        start_label="kerja sama berakhir",
        unit_certainty=Certainty.I if days else Certainty.T,
        note=_DAYS_NOTE if days else "",
    )
    found = explain(rule, intended, calendar, zone)
    why = "Disampaikan secara tertulis, dengan alasan-alasannya." if notice.with_reasons else ""
    return Alarm(label=label, on=found.due.on, why=why, article=notice.at, explanation=found)


def _evaluation(paper: Paper, now: Standing) -> tuple[Alarm, ...]:
    rule = paper.evaluation
    if rule is None:
        return ()
    if rule.months is None:
        said = "Naskah menyebut “berkala” tanpa jangka waktu."
        return (Alarm(label="Evaluasi", on=None, why=said, article=rule.at),)
    start = "evaluasi terakhir" if now.evaluated_on else "naskah ditandatangani"
    counted = replace(
        OF_THE_PAPER,
        label="Evaluasi berikutnya",
        article=rule.at or NO_ARTICLE,
        number=rule.months,
        start_label=start,
    )
    found = explain(counted, now.evaluated_on or now.signed_on, now.calendar, now.zone)
    return (Alarm(label="Evaluasi", on=found.due.on, article=rule.at, explanation=found),)
