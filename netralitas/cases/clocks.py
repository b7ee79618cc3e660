"""From a dated fact to a deadline: which rule, which version, when it is due. Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from netralitas.audit.domain import Moment, Precision
from netralitas.law.book import RuleBook
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Unit, Zone
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.workflow.domain import ClockDeclaration

COARSE = "Tidak dapat dihitung: tanggal mulainya hanya diketahui kira-kira."
UNNAMED = "Tidak dapat dihitung: tanggal dalam surat belum dicatat."


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """What a clock keeps of the one it replaces after a correction.

    `started_by` None: the correction itself is the start now. `ends_anew`: the correction is the
    end now. `ended_at` is when the clock ended, as far as it is known; `paused_by` the pause in
    which it stands still.
    """

    started_by: int | None
    ended_by: int | None
    ended_at: datetime | None
    ends_anew: bool = False
    paused_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClock:
    """A clock about to run: due at a moment, or with the sentence why no date can be given.

    `edition` is that of the law it was computed under; `added` are the units that an extension or
    a pause has put on the number of the rule.
    """

    rule: str
    rule_version: int
    calendar_version: int
    edition: int
    start_on: date | None
    start_at: datetime | None
    due_at: datetime | None
    problem: str | None = None
    added: int = 0
    heir: Heir | None = None


def rule_code(declared: str, regime: str) -> str:
    """Return the full code of a declared rule: one without a dot belongs to the regime."""
    return declared if "." in declared else f"{regime}.{declared}"


def start(
    declaration: ClockDeclaration,
    regime: str,
    happened: Moment,
    book: RuleBook,
    *,
    fixed: date | None = None,
    added: int = 0,
) -> NewClock | None:
    """Return the clock that the fact starts; None where the regime has no such rule.

    `fixed` is the day that a letter names, for a rule whose date stands in the letter; `added` are
    the units put on the number of the rule. A date that cannot be computed is no error: the clock
    runs without one and says why.
    """
    code = rule_code(declaration.rule, regime)
    if code not in book.codes():
        return None
    try:
        rule = book.rule(code, happened.on or date.max).lengthened(added)
    except (UnknownRule, NotInForce):
        return None
    due_at, problem = None, None
    try:
        due_at = _due_at(rule, happened, book, fixed)
    except CannotCompute as refusal:
        problem = refusal.reason
    return NewClock(
        rule=code,
        rule_version=rule.version,
        calendar_version=book.calendar().version,
        edition=book.edition,
        start_on=happened.on,
        start_at=happened.at,
        due_at=due_at,
        problem=problem,
        added=added,
    )


def again(
    rule: str,
    happened: Moment,
    book: RuleBook,
    *,
    due_at: datetime | None,
    added: int,
) -> NewClock | None:
    """Return a stored clock counted anew: the full code of its rule, when it started, its units.

    `due_at` is the stored date: that of a rule whose date stands in a letter stays. None where the
    rule is not in force on the day of the start.
    """
    declaration = ClockDeclaration(rule=rule, starts_on="", ends_on=frozenset())
    named = due_at.astimezone(Zone(happened.zone).tz).date() if due_at else None
    return start(declaration, "", happened, book, fixed=named, added=added)


def _due_at(rule: Rule, happened: Moment, book: RuleBook, fixed: date | None) -> datetime:
    if rule.unit is Unit.FIXED_DATE:
        if fixed is None:
            raise CannotCompute(UNNAMED)
        return due(rule, fixed, book.calendar(), Zone(happened.zone)).at
    if not happened.starts_clocks or happened.on is None:
        raise CannotCompute(COARSE)
    begun = happened.at if happened.precision is Precision.TIME else happened.on
    return due(rule, begun or happened.on, book.calendar(), Zone(happened.zone)).at
