"""Corrections: the wrong date stays readable, the right one counts, a second person agrees."""

from dataclasses import dataclass, replace

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import EventKind, Moment
from netralitas.cases import clocks
from netralitas.cases.change import Change
from netralitas.cases.clocks import Heir, NewClock
from netralitas.cases.dossier import LockedProceeding, lock_case
from netralitas.cases.events import staying_event
from netralitas.cases.moving import Target
from netralitas.cases.presence import hold
from netralitas.cases.proposal import Proposal
from netralitas.cases.record import enter
from netralitas.cases.when import check_moment
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken

PROPOSED = "case.correction_proposed"
CONFIRMED = "case.correction"

_EVENT = """
SELECT e.id, e.kind, e.name, e.proceeding, e.actor, e.precision, e.happened_on, e.happened_at,
       e.zone, e.facts, e.details,
       EXISTS (SELECT FROM event c WHERE c.corrects = e.id) AS corrected
FROM event e WHERE e.stream = $1 AND e.id = $2
"""
_CLOCKS = """
SELECT id, rule, started_by, start_on, start_at, rule_version, calendar_version, due_at, problem,
       ended_by, ended_at, edition, added, paused_by
FROM clock WHERE proceeding = $1 AND superseded_by IS NULL AND (started_by = $2 OR ended_by = $2)
ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRequest:
    """A person says that an event happened at another time than recorded, and why they know."""

    case: int
    target: Target
    event: int
    happened: Moment
    reason: str


async def propose_correction(actor: Actor, request: CorrectionRequest) -> int:
    """Record the proposal and return its event's id; nothing moves until somebody else agrees.

    Raises RuleBroken (no reason, the date, already corrected), NotAllowed, Stale, NotVisible.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, request.case)
        target = dossier.unchanged(request.target.id, request.target.version)
        hold(actor, dossier, Permission.CORRECT, target)
        row = await _event(connection, dossier.id, request.event)
        _correctable(row, target)
        if not request.reason.strip():
            raise RuleBroken("Tuliskan alasan koreksi.", rule="correction.reason")
        check_moment(request.happened, dossier.head.now, dossier.act_on, facts=tuple(row["facts"]))
        proposal = Proposal(
            corrects=request.event,
            precision=request.happened.precision,
            on=request.happened.on,
            at=request.happened.at,
            zone=request.happened.zone,
        )
        event = replace(
            staying_event(actor, dossier, target, EventKind.FACT, PROPOSED),
            happened=Moment.time(dossier.head.now, dossier.zone),
            details=msgspec.to_builtins(proposal),
            note=request.reason,
        )
        recorded, _ = await enter(connection, dossier.head, [Change(event=event)])
        return recorded[0].id


async def confirm_correction(
    actor: Actor, case: int, target: Target, proposed: int, *, book: RuleBook
) -> int:
    """Let the proposed correction count: clocks that hang on the date are computed anew.

    The second person must be another than who proposed it. Both events and the old clocks stay
    readable. Raises NotAllowed, RuleBroken, Stale, NotVisible.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, case)
        standing = dossier.unchanged(target.id, target.version)
        hold(actor, dossier, Permission.CORRECT, standing)
        said = await _event(connection, dossier.id, proposed)
        if said["name"] != PROPOSED or said["proceeding"] != standing.id:
            raise NotVisible
        hold_second_person(actor, said["actor"])
        proposal = msgspec.convert(said["details"], Proposal)
        row = await _event(connection, dossier.id, proposal.corrects)
        _correctable(row, standing)
        event = replace(
            staying_event(actor, dossier, standing, EventKind.CORRECTION, CONFIRMED),
            happened=proposal.moment,
            corrects=proposal.corrects,
            facts=tuple(row["facts"]),
            details={"proposed": proposed},
        )
        old = await connection.fetch(_CLOCKS, standing.id, proposal.corrects)
        there = book.at(dossier.region)
        change = Change(
            event=event,
            replaces=tuple(clock["id"] for clock in old),
            starts=tuple(_heir(clock, proposal, there) for clock in old),
        )
        recorded, _ = await enter(connection, dossier.head, [change])
        return recorded[0].id


def hold_second_person(actor: Actor, proposer: int) -> None:
    """Hold that the actor is another person than the officer who proposed; NotAllowed otherwise."""
    if proposer in actor.hands:
        raise NotAllowed(
            "Koreksi disetujui oleh orang lain daripada yang mengusulkannya.",
            rule="correction.two_persons",
        )


def _heir(row: Row, proposal: Proposal, book: RuleBook) -> NewClock:
    """Return the clock that replaces `row`: counted or ended anew from the corrected date."""
    begins, ends = row["started_by"] == proposal.corrects, row["ended_by"] == proposal.corrects
    heir = Heir(
        started_by=None if begins else row["started_by"],
        ended_by=None if ends else row["ended_by"],
        ended_at=proposal.moment.instant if ends else row["ended_at"],
        ends_anew=ends,
        paused_by=row["paused_by"],
    )
    kept = NewClock(
        rule=row["rule"],
        rule_version=row["rule_version"],
        calendar_version=row["calendar_version"],
        edition=row["edition"],
        start_on=row["start_on"],
        start_at=row["start_at"],
        due_at=row["due_at"],
        problem=row["problem"],
        added=row["added"],
        heir=heir,
    )
    if not begins:
        return kept
    anew = clocks.again(
        row["rule"], proposal.moment, book, due_at=row["due_at"], added=row["added"]
    )
    return kept if anew is None else replace(anew, heir=heir)


def _correctable(row: Row, target: LockedProceeding) -> None:
    if row["proceeding"] != target.id or not row["facts"]:
        raise RuleBroken(
            "Peristiwa ini tidak memuat tanggal yang dapat dikoreksi.", rule="correction"
        )
    if row["corrected"]:
        raise RuleBroken(
            "Peristiwa ini sudah dikoreksi; koreksilah koreksi yang terakhir.",
            rule="correction.latest",
        )


async def _event(connection: Connection, case: int, event: int) -> Row:
    row: Row | None = await connection.fetchrow(_EVENT, case, event)
    if row is None:
        raise NotVisible
    return row
