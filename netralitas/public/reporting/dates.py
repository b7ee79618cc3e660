"""What the law counts for a report: until when it could be made, and what is due after it."""

from datetime import date, datetime

from netralitas.intake.domain import Confidentiality
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.domain import Regime, Zone
from netralitas.law.explanation import explain
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.law.spoken import spoken
from netralitas.public.reporting import words
from netralitas.public.reporting.pages import Counted


def window(
    regime: Regime | None, known_on: date | None, today: date, book: RuleBook, zone: Zone
) -> Counted | None:
    """Return until when it could be reported and whether that is over; None where none counts."""
    if regime is None or regime is Regime.OUTSIDE or known_on is None:
        return None
    try:
        rule = spoken(book.rule(f"{regime}.report_window", known_on))
        told = explain(rule, known_on, book.calendar(), zone)
    except (UnknownRule, NotInForce, CannotCompute):
        return None
    last = told.due.on
    return Counted(
        sentence=words.in_time(last) if today <= last else words.late(last),
        source=law_words.basis(told.rule),
        doubt=law_words.unconfirmed(told.rule),
        steps=tuple(told.on_page()),
    )


def due_after(
    level: Confidentiality, regime: Regime | None, sent_at: datetime, book: RuleBook, zone: Zone
) -> Counted | None:
    """Return by when the office looks at it first, counted from the day it was sent."""
    if regime is None or regime is Regime.OUTSIDE:
        return Counted(sentence=str(words.NO_RULE))
    on = sent_at.astimezone(zone.tz).date()
    try:
        rule = spoken(book.rule(f"{regime}.{words.INTAKE_RULES[level]}", on))
        told = explain(rule, on, book.calendar(), zone)
    except (UnknownRule, NotInForce, CannotCompute):
        return None
    return Counted(
        rule=rule.label,
        sentence=words.no_later_than(told.due.on),
        source=law_words.basis(rule),
        doubt=law_words.unconfirmed(rule),
        steps=tuple(told.on_page()),
    )
