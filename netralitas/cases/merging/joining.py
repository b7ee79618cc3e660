"""A case goes on in another one: both keep their numbers, both streams say so, and it is undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import Event, EventKind, Moment, Precision
from netralitas.cases import clocks
from netralitas.cases.change import Change, ProceedingChange
from netralitas.cases.clocks import Heir, NewClock
from netralitas.cases.dossier import Dossier, lock_case
from netralitas.cases.events import case_event, staying_event
from netralitas.cases.merging.going_along import (
    exclusions,
    keep_out,
    kept_out,
    move_respondents,
)
from netralitas.cases.merging.rules import (
    MERGED,
    against_merging,
    against_taking_in,
    against_undoing,
    hold_none,
    hold_reason,
)
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.workflows import workflow

MERGED_INTO: Final = "case.merged_into"
MERGED_FROM: Final = "case.merged_from"
UNDONE: Final = "case.merge_undone"
UNDONE_FROM: Final = "case.merge_undone_from"

_OPEN_CLOCKS: Final = """
SELECT id FROM clock WHERE proceeding = $1 AND ended_by IS NULL AND superseded_by IS NULL
"""
_MERGER: Final = """
INSERT INTO merger (case_file, into_case, event, readers) VALUES ($1, $2, $3, $4)
"""
_STANDING: Final = """
SELECT m.id, m.into_case, m.event, e.from_state, e.details
FROM merger m JOIN event e ON e.id = m.event WHERE m.case_file = $1 AND m.undone_by IS NULL
"""
_STOPPED: Final = """
SELECT c.rule, c.rule_version, c.calendar_version, c.edition, c.start_on, c.start_at, c.due_at,
       c.problem, c.added, c.started_by, c.paused_by, e.precision
FROM clock c JOIN event e ON e.id = c.started_by
WHERE c.proceeding = $1 AND c.superseded_by = $2 ORDER BY c.id
"""
_UNDO: Final = "UPDATE merger SET undone_by = $2 WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRequest:
    """A person says that a case goes on in another one, with these respondents of it, and why.

    `version` is that of the handling which the form showed.
    """

    case: int
    version: int
    into: int
    respondents: tuple[int, ...]
    reason: str


async def merge(actor: Actor, request: MergeRequest) -> None:
    """Let the case go on in the other one; afterwards its handling has ended and no clock runs.

    Its numbers, papers and receipts stay with it; whoever is excluded from it is excluded from
    where it goes on. Raises RuleBroken, NotAllowed, Stale, NotVisible; then nothing is changed.
    """
    hold_reason(request.reason)
    async with writing(actor) as connection:
        locked = await _lock_both(connection, request.case, request.into)
        one, other = locked[request.case], locked[request.into]
        handling = one.handling()
        hold(actor, one, Permission.MERGE, handling)
        hold(actor, other, Permission.MERGE, other.handling())
        one.unchanged(handling.id, request.version)
        hold_none(against_taking_in(one, other), against_merging(one))
        open_clocks = await connection.fetch(_OPEN_CLOCKS, handling.id)
        event = _moved(actor, one, MERGED_INTO, MERGED)
        told = {"into": other.id, "respondents": list(request.respondents)}
        change = Change(
            event=replace(event, details=told, note=request.reason),
            proceeding=_standing(one, MERGED),
            replaces=tuple(row["id"] for row in open_clocks),
        )
        recorded, _ = await enter(connection, one.head, [change])
        readers = _both(handling.readers, other.handling().readers)
        await connection.execute(_MERGER, one.id, other.id, recorded[0].id, list(readers))
        await _take_in(connection, actor, one, other, request.respondents)


async def undo_merger(
    actor: Actor, case: int, version: int, reason: str, *, book: RuleBook
) -> None:
    """Let the case be handled by itself again, as before, its clocks counted anew.

    The respondents who went along come back; exclusions stay. Raises what `merge` does.
    """
    hold_reason(reason)
    async with writing(actor) as connection:
        into = (await _merger(connection, case))["into_case"]
        locked = await _lock_both(connection, case, into)
        one, other = locked[case], locked[into]
        merger = await _merger(connection, case)
        handling = one.handling()
        hold(actor, one, Permission.MERGE, handling)
        one.unchanged(handling.id, version)
        present = {respondent.id for respondent in other.respondents}
        back = [moved for moved in merger["details"].get("respondents", ()) if moved in present]
        hold_none(against_undoing(other, back))
        stopped = await connection.fetch(_STOPPED, handling.id, merger["event"])
        there = book.at(one.region)
        change = Change(
            event=replace(
                _moved(actor, one, UNDONE, merger["from_state"]),
                details={"from": into, "respondents": back},
                note=reason,
            ),
            proceeding=_standing(one, merger["from_state"]),
            starts=tuple(_again(row, one.zone, there) for row in stopped),
        )
        recorded, _ = await enter(connection, one.head, [change])
        await connection.execute(_UNDO, merger["id"], recorded[0].id)
        await move_respondents(connection, other, one.id, back, handling.readers)
        readers = other.handling().readers
        event = replace(case_event(actor, other, readers, UNDONE_FROM), details={"case": case})
        await enter(connection, other.head, [Change(event=event)])


async def _take_in(
    connection: Connection,
    actor: Actor,
    one: Dossier,
    other: Dossier,
    respondents: Sequence[int],
) -> None:
    """Let the other case say what goes on in it, and have who goes along."""
    readers = other.handling().readers
    event = replace(
        case_event(actor, other, readers, MERGED_FROM),
        details={"from": one.id, "respondents": list(respondents)},
    )
    found = await kept_out(connection, one.id, other.id)
    changes = [Change(event=event), *exclusions(actor, other, readers, found)]
    recorded, _ = await enter(connection, other.head, changes)
    await keep_out(connection, other.id, readers, found, recorded[1:])
    await move_respondents(connection, one, other.id, respondents, readers)


async def _lock_both(connection: Connection, one: int, other: int) -> dict[int, Dossier]:
    """Return both cases locked, in the order of their ids so that nobody waits for ever."""
    return {case: await lock_case(connection, case) for case in sorted({one, other})}


async def _merger(connection: Connection, case: int) -> Row:
    row: Row | None = await connection.fetchrow(_STANDING, case)
    if row is None:
        raise NotVisible
    return row


def _moved(actor: Actor, one: Dossier, name: str, to_state: str) -> Event:
    event = staying_event(actor, one, one.handling(), EventKind.MOVE, name)
    return replace(event, to_state=to_state)


def _standing(one: Dossier, state: str) -> ProceedingChange:
    handling = one.handling()
    declared = workflow(handling.workflow, handling.workflow_version)
    return ProceedingChange(
        id=handling.id,
        case_file=one.id,
        workflow=handling.workflow,
        workflow_version=handling.workflow_version,
        state=state,
        holder=declared.state(state).holder,
        readers=handling.readers,
    )


def _both(readers: Sequence[int], others: Sequence[int]) -> tuple[int, ...]:
    return tuple(reader for reader in readers if reader in others)


def _again(row: Row, zone: str, book: RuleBook) -> NewClock:
    """Return the clock that goes on where one stood still, counted under the law of today."""
    begun = Moment(
        precision=Precision(row["precision"]), on=row["start_on"], at=row["start_at"], zone=zone
    )
    heir = Heir(
        started_by=row["started_by"], ended_by=None, ended_at=None, paused_by=row["paused_by"]
    )
    anew = clocks.again(row["rule"], begun, book, due_at=row["due_at"], added=row["added"])
    return replace(anew or as_it_was(row), heir=heir)


def as_it_was(row: Row) -> NewClock:
    """Return the clock of a row, with everything it was computed from."""
    return NewClock(
        rule=row["rule"],
        rule_version=row["rule_version"],
        calendar_version=row["calendar_version"],
        edition=row["edition"],
        start_on=row["start_on"],
        start_at=row["start_at"],
        due_at=row["due_at"],
        problem=row["problem"],
        added=row["added"],
    )
