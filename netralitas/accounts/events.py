"""How what happens to accounts enters the record: coded values and ids, never a name."""

from typing import Final, Protocol

from netralitas import clock
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock, open_stream, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing

_FIND: Final = "SELECT min(id) FROM stream WHERE kind = 'accounts'"

# Two that find no stream at the same moment must not open two; "acct".
_ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(1633903476)"


class Doer(Protocol):
    """Who did it, and where: an actor, or an officer who is just sitting down at a desk."""

    @property
    def officer(self) -> int:
        """Return the id of the officer."""

    @property
    def organisation(self) -> int:
        """Return the id of the organisation for which they acted."""

    @property
    def zone(self) -> str:
        """Return the zone of the clock on the wall there."""

    @property
    def everything(self) -> bool:
        """Return whether it is the system itself, which sees every row."""


async def happened(c: Connection, doer: Doer, name: str, **details: object) -> int:
    """Record an event of the stream of accounts, the last thing a transaction locks; return its id.

    Its readers are the doer's organisation and the superiors of that. The stream is locked until
    the end of the transaction, so nothing slow may follow.
    """
    readers = await readers_for(c, doer.organisation)
    async with writing(doer):  # whoever is not yet signed in has no rows to write before this
        head = await lock(c, await accounts_stream(c))
        event = Event(
            stream=head.stream,
            kind=EventKind.ACCOUNT,
            name=name,
            actor=doer.officer,
            organisation=doer.organisation,
            readers=readers,
            happened=Moment.time(clock.now(), doer.zone),
            details=details,
        )
        recorded, _ = await record(c, head, event)
        return recorded.id


async def accounts_stream(c: Connection) -> int:
    """Return the one stream of account events, opened when there is none yet."""
    stream: int | None = await c.fetchval(_FIND)
    if stream is None:
        await c.execute(_ONE_AT_A_TIME)
        stream = await c.fetchval(_FIND)
    if stream is None:
        stream = (await open_stream(c, "accounts")).stream
    return stream
