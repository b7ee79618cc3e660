"""What an officer declares about themselves, and takes back."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.cases.domain import InterestKind
from netralitas.cases.interests.detecting import JOB
from netralitas.database.transactions import writing
from netralitas.jobs.queue import enqueue
from netralitas.refusals import NotVisible, RuleBroken

_DECLARE = """
INSERT INTO interest (officer, kind, name, declared_at, readers) VALUES ($1, $2, $3, $4, $5)
RETURNING id
"""
_KNOWN = """
SELECT true FROM interest
WHERE officer = $1 AND kind = $2 AND lower(name) = lower($3) AND ended_at IS NULL
"""
_END = """
UPDATE interest SET ended_at = $3 WHERE id = $1 AND officer = $2 AND ended_at IS NULL RETURNING id
"""


async def declare_interest(actor: Actor, kind: InterestKind, name: str) -> int:
    """Declare a unit or a person in whose cases the actor must not act; return its id.

    Afterwards, a moment later, no such case exists for them, whether it is there already or comes.
    They are not told which. Raises RuleBroken where it was declared before.
    """
    may(actor, Permission.DECLARE_INTEREST)
    async with writing(actor) as connection:
        if await connection.fetchval(_KNOWN, actor.officer, kind, name):
            raise RuleBroken("Kepentingan ini sudah Anda nyatakan.", rule="interest.known")
        readers = await readers_for(connection, actor.organisation)
        interest: int = await connection.fetchval(
            _DECLARE, actor.officer, kind, name, clock.now(), list(readers)
        )
        await enqueue(connection, JOB, {"interest": interest})
        return interest


async def end_interest(actor: Actor, interest: int) -> None:
    """Take a declaration back for cases to come: who is kept out of a case stays out of it.

    Raises NotVisible for one that is not the actor's, or has ended.
    """
    may(actor, Permission.DECLARE_INTEREST)
    async with writing(actor) as connection:
        if await connection.fetchval(_END, interest, actor.officer, clock.now()) is None:
            raise NotVisible
