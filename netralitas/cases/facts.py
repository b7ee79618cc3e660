"""Dated facts: they change no state, arrive in any order, and start or end clocks."""

from dataclasses import dataclass, replace

from netralitas.access.domain import Actor
from netralitas.audit.domain import EventKind, Moment
from netralitas.cases.answers import NOTHING, Answers
from netralitas.cases.change import Change
from netralitas.cases.dossier import LockedProceeding, lock_case
from netralitas.cases.events import staying_event
from netralitas.cases.filing_letters import ask_about_numbers, marked, note_receipts
from netralitas.cases.moving import (
    MoveRequest,
    Setting,
    Target,
    ended,
    hold_yours,
    standing,
    started,
)
from netralitas.cases.papers import describe, file_papers
from netralitas.cases.presence import Receivers
from netralitas.cases.record import enter
from netralitas.cases.sanctions import note_sanctions
from netralitas.cases.when import check_moment
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.workflow.engine import basis_in, decide_fact
from netralitas.workflows import workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRequest:
    """A fact as a person states it about one proceeding."""

    case: int
    target: Target
    fact: str
    happened: Moment
    note: str | None = None
    answers: Answers = NOTHING
    overrides: frozenset[str] = frozenset()


async def record_fact(actor: Actor, request: FactRequest, *, book: RuleBook) -> int:
    """Record the fact and return the id of its event; the state stays, clocks may begin or end.

    Raises MoveRefused, NotAllowed (it is for others), RuleBroken (the date), Stale, NotVisible;
    then nothing is recorded.
    """
    async with writing(actor) as connection:
        return await record_fact_in(connection, actor, request, book=book)


async def record_fact_in(
    connection: Connection,
    actor: Actor,
    request: FactRequest,
    *,
    book: RuleBook,
    files: bool = True,
) -> int:
    """Do what `record_fact` does, inside the caller's transaction.

    Without `files` its papers stand in the case already, by another event of the same act.
    """
    dossier = await lock_case(connection, request.case)
    target = dossier.unchanged(request.target.id, request.target.version)
    check_moment(request.happened, dossier.head.now, dossier.act_on, facts=(request.fact,))
    setting = Setting(
        actor=actor, dossier=dossier, book=book.at(dossier.region), receivers=Receivers()
    )
    change = fact_change(setting, request, target)
    passed = await ask_about_numbers(
        connection, dossier, change.event, request.answers, request.overrides
    )
    change = marked(change, passed=passed)
    recorded, _ = await enter(connection, dossier.head, [change])
    filed = MoveRequest(
        case=request.case,
        targets=(request.target,),
        move=request.fact,
        happened=request.happened,
        answers=request.answers,
    )
    if files:
        await file_papers(connection, dossier, filed, [change], recorded, None)
    await note_sanctions(connection, dossier, request.answers, [change], recorded)
    await note_receipts(connection, dossier, [change])
    return recorded[0].id


def fact_change(setting: Setting, request: FactRequest, target: LockedProceeding) -> Change:
    """Return the change that the fact makes; MoveRefused out of place, NotAllowed for others."""
    declared = workflow(target.workflow, target.workflow_version)
    where = standing(setting, target, request.answers, request.happened)
    for fact in declared.facts:
        if fact.code == request.fact:
            hold_yours(where, fact)
    statement = decide_fact(
        declared, where, request.fact, request.answers.given, request.note, request.overrides
    )
    passed = {"overrides": sorted(statement.overrides)} if statement.overrides else {}
    event = replace(
        staying_event(
            setting.actor,
            setting.dossier,
            target,
            EventKind.FACT,
            f"{declared.code}.{request.fact}",
        ),
        happened=request.happened,
        facts=(request.fact,),
        basis=tuple(b.code for b in basis_in(statement.fact.basis, setting.dossier.regime)),
        details={**describe(request.answers, None), **passed},
        note=request.note,
    )
    return Change(
        event=event,
        starts=started(setting, statement.starts, request.happened),
        ends=ended(setting, statement.ends),
    )
