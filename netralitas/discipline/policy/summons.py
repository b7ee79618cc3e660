"""The day between a summons and the meeting it calls to: which is safe, and which is outside. Pure.

The two rules run in opposite directions (domain.md 13): discipline sets the longest gap, ethics the
shortest notice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.law.book import RuleBook
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Zone
from netralitas.law.refusals import CannotCompute, NotInForce

DISCIPLINE_SUMMONS: Final = frozenset({"summon", "summon_again"})
ETHICS_SUMMONS: Final = frozenset({"summon_ethics", "summon_ethics_again"})

_EXAMINATION: Final = "asn.panggilan_1"
_SESSION: Final = "asn.ethics_summons"
_SECOND_SESSION: Final = "asn.ethics_summons_2"
_ANY_ZONE: Final = Zone.WIB  # of days counted in days the zone says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeDay:
    """A day that keeps the rule, and the rule."""

    on: date
    rule: Rule


def safe_day(move: str, letter: date, book: RuleBook) -> SafeDay | None:
    """Return the day of the meeting that a summons of `letter` can name without a doubt.

    For an examination exactly the number of working days, which is safe under both readings; for a
    session the first day that leaves enough notice. None where the rule was not law on that day,
    its calendar is not loaded, or the move summons nobody.
    """
    if move in DISCIPLINE_SUMMONS:
        return _counted(_EXAMINATION, letter, book)
    if move in ETHICS_SUMMONS:
        return _counted(_SESSION, letter, book, _from_letter)
    return None


def second_letter(first: date, book: RuleBook) -> SafeDay | None:
    """Return the day of the second ethics summons, counted from the first; an analogous rule."""
    return _counted(_SECOND_SESSION, first, book)


def gap_kept(move: str, letter: date | None, meeting: date | None, book: RuleBook) -> bool:
    """Say whether a meeting on that day keeps the rule of its summons.

    What cannot be judged is kept: a day that is not known, a year whose calendar is not loaded.
    """
    if letter is None or meeting is None:
        return True
    safe = safe_day(move, letter, book)
    if safe is None:
        return True
    return meeting <= safe.on if move in DISCIPLINE_SUMMONS else meeting >= safe.on


def _counted(
    code: str, start: date, book: RuleBook, turned: Callable[[Rule], Rule] | None = None
) -> SafeDay | None:
    try:
        rule = book.rule(code, start)
        read = turned(rule) if turned else rule
        return SafeDay(on=due(read, start, book.calendar(), _ANY_ZONE).on, rule=rule)
    except (CannotCompute, NotInForce):
        return None


def _from_letter(rule: Rule) -> Rule:
    return rule.backwards(start="letter_date", start_label="tanggal surat panggilan")
