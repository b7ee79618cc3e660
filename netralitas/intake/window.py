"""The reporting window: until when a report could be made, and whether this one came in time. Pure.

The words are those of the receipt, the look is that of every other deadline.
"""

from datetime import date
from typing import Final

import msgspec

from netralitas.intake import words
from netralitas.intake.forms import MatterForm
from netralitas.intake.policy import explained_window
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.certainty_words import SOURCE_KINDS
from netralitas.law.domain import Regime, Zone
from netralitas.law.explanation import Explanation
from netralitas.law.months import months_of
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.web.parts import Deadline, type_tone

ASKED: Final = ("regime", "known_on", "received_on", "received_time")
"""The fields of the desk on which the window depends."""

_RULES: Final = "/referensi/aturan"


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """The window as a deadline of the page, and what follows for a report that came after it."""

    deadline: Deadline
    follows: str = ""


def window_of(form: MatterForm, book: RuleBook, zone: Zone) -> Window:
    """Return the window of the report as far as it is typed: until when, in time or late, or why.

    `book` is that of the office's region. Never raises, whatever was typed.
    """
    if form.read_value("regime") is None:
        return _waiting(words.NOT_YET, words.WINDOW_NEEDS)
    regime = Regime(form.read_value("regime"))
    if regime is Regime.OUTSIDE:
        return _outside(book)
    if form.errors.get("known_on"):
        return _waiting(words.CANNOT, " ".join(form.errors["known_on"]))
    known_on: date | None = form.read_value("known_on")
    if known_on is None:
        return _waiting(words.NOT_YET, words.KNOWN_NEEDED)
    try:
        told = explained_window(regime, known_on, book, zone)
    except (UnknownRule, NotInForce, CannotCompute) as refusal:
        reason = refusal.reason.removeprefix(f"{words.CANNOT}: ")
        return _waiting(words.CANNOT, reason[:1].upper() + reason[1:])
    return _compared(form, told)


def _waiting(remaining: str, sentence: str) -> Window:
    said = Deadline(title=words.WINDOW, remaining=remaining, sentence=sentence, tone="waiting")
    return Window(deadline=said)


def _outside(book: RuleBook) -> Window:
    """Return that there is no such rule, with what the sources say of such cases instead."""
    note = book.regime(Regime.OUTSIDE)
    said = Deadline(
        title=words.WINDOW,
        remaining=words.NO_WINDOW,
        sentence=f"{words.OUTSIDE} {note.note}",
        source=note.source,
        doubt=SOURCE_KINDS.get(note.certainty),
    )
    return Window(deadline=said)


def _compared(form: MatterForm, told: Explanation) -> Window:
    """Return the window with how the day stands to it on which the report was received."""
    received = form.moment_received(told.zone)
    at = received.instant if received else None
    if at is None:
        missing = " ".join(form.errors.get("received_on", [words.RECEIVED_NEEDED]))
        sentence = f"{words.until(told)} {missing}"
        return Window(deadline=_computed(told, words.NOT_COMPARED, sentence, "neutral"))
    on = law_words.day(at.astimezone(told.zone.tz).date())
    if at <= told.due.at:
        return Window(deadline=_computed(told, words.IN_TIME, words.in_time(told, on), "done"))
    came, follows = words.late(told, on)
    return Window(deadline=_computed(told, words.LATE, came, "late"), follows=follows)


def _computed(told: Explanation, remaining: str, sentence: str, tone: type_tone) -> Deadline:
    rule = told.rule
    return Deadline(
        title=words.WINDOW,
        remaining=remaining,
        sentence=sentence,
        tone=tone,
        due=told.due.at,
        source=law_words.basis(rule),
        reference=f"{_RULES}/{rule.code}",
        doubt=law_words.unconfirmed(rule),
        steps=tuple(told.on_page()),
        months=months_of(told),
    )
