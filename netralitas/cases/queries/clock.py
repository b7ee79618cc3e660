"""One deadline for the page on which it is extended, paused or resumed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from netralitas.access.policy import Field, Permission
from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.lengthening import (
    OVER,
    against_extension,
    against_pause,
    against_resumption,
)
from netralitas.cases.queries.file import CaseView, declared, hold_possible
from netralitas.cases.queries.page import Figure
from netralitas.cases.queries.strips import respondents_said
from netralitas.cases.running import RunningClock, running
from netralitas.database.connection import Connection
from netralitas.law import words as law_words
from netralitas.law.domain import Rule, Zone
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.web.parts import Link
from netralitas.workflow.domain import FactDeclaration, Workflow

# Those that say the same on the other respondents of the case.
_ALIKE: Final = """
SELECT c.id, c.proceeding FROM clock c
JOIN clock this ON this.id = $1 AND c.rule = this.rule AND c.start_on = this.start_on
               AND c.due_at = this.due_at AND c.added = this.added AND c.id <> this.id
               AND (c.paused_by IS NULL) = (this.paused_by IS NULL)
WHERE c.proceeding = ANY ($2) AND c.ended_by IS NULL AND c.superseded_by IS NULL
ORDER BY c.proceeding
"""

AGAINST: Final[dict[str, Callable[[RunningClock], str | None]]] = {
    "perpanjangan": against_extension,
    "jeda": against_pause,
    "lanjut": against_resumption,
}
"""What may be done to a deadline, by the last word of its address, and what stands against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockAsked:
    """A deadline that runs, in words; `others` are those on which the same may be done at once.

    `version` is the latest of all their proceedings. `blocked` says why nothing can be done here,
    `instead` leads to what can.
    """

    id: int
    proceeding: int
    version: int
    known: tuple[Figure, ...]
    rule: Rule | None
    others: tuple[tuple[str, str], ...]
    blocked: str | None = None
    instead: Link | None = None


async def clock_asked(
    connection: Connection, view: CaseView, identity: int, doing: str
) -> ClockAsked:
    """Return the deadline, or the one that runs in its place.

    NotVisible for those who see no such deadline, NotAllowed for who corrects nothing, RuleBroken
    for one that is over.
    """
    hold_possible(identity)
    if Field.CLOCKS not in view.seen:
        raise NotVisible
    book, zone = view.book, view.dossier.zone
    [(of, clock)] = (await running(connection, view.dossier.id, [identity], book, zone)).items()
    proceeding = view.proceeding(of)
    view.hold(Permission.CORRECT)
    if clock is None:
        raise RuleBroken(OVER, rule="deadline.over")
    alike = await _alike(connection, view, clock, proceeding)
    step = _step(view, clock, proceeding) if doing == "perpanjangan" else None
    return ClockAsked(
        id=clock.id,
        proceeding=of,
        version=max(p.version for p in (proceeding, *alike.values())),
        known=_known(view, clock, proceeding),
        rule=clock.rule,
        others=tuple(
            (str(other), respondents_said(view, [p]).capitalize()) for other, p in alike.items()
        ),
        blocked=_by_step(clock, step) if step else AGAINST[doing](clock),
        instead=_way(view, proceeding, step) if step else None,
    )


async def _alike(
    connection: Connection, view: CaseView, clock: RunningClock, proceeding: LockedProceeding
) -> dict[int, LockedProceeding]:
    """Return the clocks alike on other proceedings of this kind, of the same addressee."""
    others = {
        p.id: p
        for p in view.dossier.proceedings
        if p.workflow == proceeding.workflow and p.addressee == proceeding.addressee
    }
    rows = await connection.fetch(_ALIKE, clock.id, list(others))
    return {row["id"]: others[row["proceeding"]] for row in rows}


def _step(
    view: CaseView, clock: RunningClock, proceeding: LockedProceeding
) -> FactDeclaration | None:
    """Return the fact by which the law itself extends the deadline, where it has one."""
    if clock.rule is None or not clock.rule.extended_as:
        return None
    workflow = declared(proceeding)
    regime = view.dossier.regime
    ends = _ends(workflow, regime, clock.code) - _ends(workflow, regime, clock.rule.extended_as)
    return next((fact for fact in workflow.facts if fact.code in ends), None)


def _ends(workflow: Workflow, regime: str, code: str) -> frozenset[str]:
    """Return the facts that end the clocks of a rule."""
    found = (c for c in workflow.clocks if clocks.rule_code(c.rule, regime) == code)
    return frozenset().union(*(clock.ends_on for clock in found))


def _by_step(clock: RunningClock, step: FactDeclaration) -> str:
    most = ""
    if clock.rule is not None and clock.rule.maximum is not None:
        most = f", seluruhnya paling banyak {law_words.units(clock.rule.unit, clock.rule.maximum)}"
    return f"Perpanjangan tenggat ini memakai langkah “{step.label}”{most}."


def _way(view: CaseView, proceeding: LockedProceeding, step: FactDeclaration) -> Link:
    href = f"/perkara/{view.dossier.id}/fakta/{proceeding.id}/{step.code}"
    return Link(label=step.label, href=href)


def _known(view: CaseView, clock: RunningClock, proceeding: LockedProceeding) -> tuple[Figure, ...]:
    zone = Zone(view.dossier.zone)
    whose = respondents_said(view, [proceeding]) if proceeding.respondent is not None else None
    said = [
        ("Tenggat", clock.rule.label if clock.rule else clock.code),
        ("Untuk", whose.capitalize() if whose else None),
        ("Batas", law_words.amount(clock.rule) if clock.rule else None),
        ("Berakhir", law_words.moment(clock.due_at, zone) if clock.due_at else None),
        ("Dijeda sejak", _day(clock.paused)),
        ("Dasar", law_words.basis(clock.rule) if clock.rule else None),
    ]
    return tuple(Figure(label=label, value=value) for label, value in said if value)


def _day(happened: Moment | None) -> str | None:
    return law_words.day(happened.on) if happened is not None and happened.on is not None else None
