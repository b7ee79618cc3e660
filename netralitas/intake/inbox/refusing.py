"""Refusing what is no report or is for somebody else: its sender is told the reason by code."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock, open_stream, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.intake.inbox import words
from netralitas.intake.inbox.opening import hold_possible
from netralitas.refusals import NotVisible, RuleBroken

REFUSED: Final = "inbox.refused"

_HOLD: Final = """
SELECT taken_at IS NOT NULL OR refused_at IS NOT NULL AS answered
FROM inbox.report WHERE id = $1 AND office = $2 FOR UPDATE
"""
_REFUSE: Final = "UPDATE inbox.report SET refused_at = $2, refusal = $3 WHERE id = $1"
_STREAM: Final = "SELECT min(id) FROM stream WHERE kind = 'access'"


async def refuse_report(actor: Actor, report: int, reason: str) -> None:
    """Hold that the report is refused with this reason, which the worker tells its sender.

    The event is one of access, as there is no case, and keeps the report's id alone. Raises
    NotAllowed, NotVisible, RuleBroken when somebody has answered it meanwhile.
    """
    may(actor, Permission.TAKE_IN)
    async with writing(actor) as connection:
        hold_possible(report)
        row = await connection.fetchrow(_HOLD, report, actor.organisation)
        if row is None:
            raise NotVisible
        if row["answered"]:
            raise RuleBroken(words.ANSWERED, rule="inbox", remedy=words.ANSWERED_REMEDY)
        await connection.execute(_REFUSE, report, clock.now(), reason)
        await _on_record(connection, actor, report)


async def _on_record(connection: Connection, actor: Actor, report: int) -> None:
    stream: int | None = await connection.fetchval(_STREAM)
    head = (
        await open_stream(connection, "access")
        if stream is None
        else await lock(connection, stream)
    )
    event = Event(
        stream=head.stream,
        kind=EventKind.ACCESS,
        name=REFUSED,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=await readers_for(connection, actor.organisation),
        happened=Moment.time(head.now, actor.zone),
        details={"report": report},
    )
    await record(connection, head, event)
