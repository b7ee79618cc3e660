"""A request that a command works on: under lock, fresh, for the party whose step it is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.exchange import policy, store
from netralitas.exchange.domain import Ground, Request
from netralitas.exchange.queries import ground_of
from netralitas.exchange.workflow import Step
from netralitas.refusals import Invalid, NotVisible, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The request that a form was opened on, at the version that it showed."""

    agreement: int
    request: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A locked request inside the transaction of the command that moves it."""

    connection: Connection
    actor: Actor
    head: Head
    request: Request
    ground: Ground

    @property
    def today(self) -> date:
        """Return the present day where the actor sits."""
        return clock.today(ZoneInfo(self.actor.zone))

    async def happened(self, name: str, on: date, **details: object) -> None:
        """Record an event of the request."""
        readers = self.request.readers
        await note(self.connection, self.actor, self.head, Told(name, on, readers, details))


@dataclass(frozen=True, slots=True)
class Told:
    """What an event says, of which day, read by whom: codes, ids and days, no words."""

    name: str
    on: date
    readers: tuple[int, ...]
    details: Mapping[str, Any]


async def note(c: Connection, actor: Actor, head: Head, told: Told) -> None:
    """Record an event after the head of its stream."""
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=told.name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=told.readers,
        happened=Moment.day(told.on, actor.zone),
        details=dict(told.details),
    )
    await record(c, head, event)


@asynccontextmanager
async def opened(
    actor: Actor, target: Target, step: Step, permission: Permission = Permission.KEEP_EXCHANGE
) -> AsyncIterator[Opened]:
    """Yield the locked request in a transaction of its own, for one step.

    Raises NotVisible; NotAllowed for who keeps no requests, or acts for the wrong party; RuleBroken
    for a step out of place; Stale when somebody else was faster.
    """
    may(actor, permission)
    if not 0 < target.request < 2**63:
        raise NotVisible
    async with writing(actor) as c:
        ground = await ground_of(c, target.agreement)
        await store.one(c, target.agreement, target.request)
        head = await lock(c, target.request)
        request = await store.one(c, target.agreement, target.request)
        chain = await readers_for(c, actor.organisation)
        policy.hold_step(request, step, policy.hold_party(ground, chain))
        if head.version != target.version:
            raise Stale("Permintaan ini berubah sejak Anda membuka formulir. Muat ulang halaman.")
        yield Opened(connection=c, actor=actor, head=head, request=request, ground=ground)


def refuse(problems: policy.type_problems) -> None:
    """Raise Invalid where there are problems."""
    if problems:
        raise Invalid(problems)
