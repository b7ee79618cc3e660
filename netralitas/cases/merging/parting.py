"""Some respondents of a case go on in a case of their own, which stands where the first stands."""

from dataclasses import dataclass, replace
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.audit.domain import EventKind, Moment
from netralitas.audit.record import open_stream
from netralitas.cases.change import Change, ProceedingChange
from netralitas.cases.clocks import Heir, NewClock
from netralitas.cases.domain import NumberKind
from netralitas.cases.dossier import Dossier, LockedProceeding, lock_case
from netralitas.cases.events import case_event, staying_event
from netralitas.cases.merging.going_along import (
    exclusions,
    keep_out,
    kept_out,
    move_respondents,
)
from netralitas.cases.merging.joining import as_it_was
from netralitas.cases.merging.rules import (
    against_parting,
    against_splitting,
    hold_none,
    hold_reason,
)
from netralitas.cases.moving import MoveRequest
from netralitas.cases.numbers import add_number
from netralitas.cases.opening import draw_proceeding
from netralitas.cases.papers import next_number
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import writing
from netralitas.workflows import workflow

SPLIT_INTO: Final = "case.split_into"
SPLIT_FROM: Final = "case.split_from"

_CASE: Final = """
INSERT INTO case_file (id, owner, investigator, source, channel, regime, theme, election, region,
                       place, subject, description, act_on, act_precision, known_on, received_at,
                       zone, readers)
SELECT $2, owner, investigator, source, channel, regime, theme, election, region, place, subject,
       description, act_on, act_precision, known_on, received_at, zone, $3
FROM case_file WHERE id = $1
"""
_NUMBER: Final = """
SELECT printed, issued_on,
       (SELECT count(*) FROM event WHERE stream = $1 AND name = 'case.split_into') AS before
FROM case_number WHERE case_file = $1 AND kind IN ('register', 'receipt')
ORDER BY kind = 'register' DESC, id DESC LIMIT 1
"""
_RUNNING: Final = """
SELECT rule, rule_version, calendar_version, edition, start_on, start_at, due_at, problem, added,
       started_by, paused_by
FROM clock WHERE proceeding = $1 AND ended_by IS NULL AND superseded_by IS NULL ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRequest:
    """A person says which respondents of a case go on in a case of their own, and why.

    `version` is that of the handling which the form showed.
    """

    case: int
    version: int
    respondents: tuple[int, ...]
    reason: str


async def split(actor: Actor, request: SplitRequest) -> int:
    """Open a case for these respondents and return its id; it stands where the first one stands.

    It has the same dates, words and readers, the same deadlines, a number of its own and that of
    the first as its previous one; papers and reporter stay with the first. It is undone by a
    merger back. Raises RuleBroken, NotAllowed, Stale, NotVisible; then nothing is changed.
    """
    hold_reason(request.reason)
    async with writing(actor) as connection:
        one = await lock_case(connection, request.case)
        handling = one.handling()
        hold(actor, one, Permission.MERGE, handling)
        one.unchanged(handling.id, request.version)
        hold_none(against_splitting(one), against_parting(one, request.respondents))
        new = await _open(connection, one, handling)
        await _number(connection, one, new)
        change = await _beginning(connection, actor, one, new, request)
        found = await kept_out(connection, one.id, new.id)
        changes = [change, *exclusions(actor, new, handling.readers, found)]
        recorded, _ = await enter(connection, new.head, changes)
        await keep_out(connection, new.id, handling.readers, found, recorded[1:])
        await move_respondents(connection, one, new.id, request.respondents, handling.readers)
        event = replace(
            case_event(actor, one, handling.readers, SPLIT_INTO),
            details={"into": new.id, "respondents": list(request.respondents)},
            note=request.reason,
        )
        await enter(connection, one.head, [Change(event=event)])
        return new.id


async def _open(connection: Connection, one: Dossier, handling: LockedProceeding) -> Dossier:
    """Return the new case, which has a row and nothing else yet."""
    head = await open_stream(connection, "case")
    await connection.execute(_CASE, one.id, head.stream, list(handling.readers))
    return replace(
        one,
        head=head,
        id=head.stream,
        readers=handling.readers,
        proceedings=(),
        respondents=(),
        papers=frozenset(),
        told={},
    )


async def _number(connection: Connection, one: Dossier, new: Dossier) -> None:
    """Give the new case the next number of the office, and that of the old one as its previous.

    A number is in a register once: the second case split from one says that it is the second.
    """
    now = Moment.time(new.head.now, new.zone)
    asked = MoveRequest(case=new.id, targets=(), move="", happened=now)
    printed = await next_number(connection, new, NumberKind.RECEIPT, asked)
    numbers = [(NumberKind.RECEIPT, printed, now.on)]
    old = await connection.fetchrow(_NUMBER, one.id)
    if old is not None:
        place = f" (pemisahan {old['before'] + 1})" if old["before"] else ""
        numbers.append((NumberKind.PREVIOUS, old["printed"] + place, old["issued_on"]))
    for kind, said, issued_on in numbers:
        await add_number(
            connection,
            case_file=new.id,
            organisation=new.owner,
            kind=kind,
            printed=said,
            issued_on=issued_on,
            readers=new.readers,
        )


async def _beginning(
    connection: Connection,
    actor: Actor,
    one: Dossier,
    new: Dossier,
    request: SplitRequest,
) -> Change:
    """Return the change by which the handling of the new case begins where the old one stands.

    What was told of the old handling holds for the new one too: it is not done once more.
    """
    handling = one.handling()
    opened = replace(handling, id=await draw_proceeding(connection), addressee=None)
    declared = workflow(opened.workflow, opened.workflow_version)
    event = staying_event(actor, new, opened, EventKind.MOVE, SPLIT_FROM)
    running = await connection.fetch(_RUNNING, handling.id)
    return Change(
        event=replace(
            event,
            from_state=None,
            facts=tuple(sorted(fact for of, fact in one.told if of == handling.id)),
            details={"from": one.id},
            note=request.reason,
        ),
        proceeding=ProceedingChange(
            id=opened.id,
            case_file=new.id,
            workflow=opened.workflow,
            workflow_version=opened.workflow_version,
            state=opened.state,
            holder=declared.state(opened.state).holder,
            readers=opened.readers,
            opens=True,
        ),
        starts=tuple(_same(row) for row in running),
    )


def _same(row: Row) -> NewClock:
    """Return the same deadline for the new case: it began with the same fact."""
    heir = Heir(
        started_by=row["started_by"], ended_by=None, ended_at=None, paused_by=row["paused_by"]
    )
    return replace(as_it_was(row), heir=heir)
