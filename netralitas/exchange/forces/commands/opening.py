"""A task force that a command works on: under lock, for who keeps it at one of the parties."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.exchange.domain import Ground
from netralitas.exchange.forces import policy, store
from netralitas.exchange.forces.domain import Force
from netralitas.exchange.policy import hold_party
from netralitas.exchange.queries import ground_of
from netralitas.refusals import Invalid, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A task force under an agreement."""

    agreement: int
    force: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A locked task force inside the transaction of a command."""

    connection: Connection
    actor: Actor
    head: Head
    force: Force
    ground: Ground

    @property
    def today(self) -> date:
        """Return the present day where the actor sits."""
        return clock.today(ZoneInfo(self.actor.zone))

    async def happened(self, name: str, on: date, **details: object) -> None:
        """Record an event of the task force."""
        await note(self.connection, self.actor, self.head, self.force.readers, name, on, **details)


async def note(
    c: Connection,
    actor: Actor,
    head: Head,
    readers: tuple[int, ...],
    name: str,
    on: date,
    **details: object,
) -> None:
    """Record an event: days, ids and numbers, no name of anybody."""
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=readers,
        happened=Moment.day(on, actor.zone),
        details=details,
    )
    await record(c, head, event)


@asynccontextmanager
async def opened(actor: Actor, place: Place) -> AsyncIterator[Opened]:
    """Yield the locked task force in a transaction of its own.

    Raises NotVisible; NotAllowed for who keeps none or acts for no party; RuleBroken for one that
    was ended.
    """
    may(actor, Permission.KEEP_EXCHANGE)
    if not 0 < place.force < 2**63:
        raise NotVisible
    async with writing(actor) as c:
        ground = await ground_of(c, place.agreement)
        await store.one(c, place.agreement, place.force)
        hold_party(ground, await readers_for(c, actor.organisation))
        head = await lock(c, place.force)
        force = await store.one(c, place.agreement, place.force)
        policy.hold_running(force)
        yield Opened(connection=c, actor=actor, head=head, force=force, ground=ground)


def refuse(problems: policy.type_problems) -> None:
    """Raise Invalid where there are problems."""
    if problems:
        raise Invalid(problems)
