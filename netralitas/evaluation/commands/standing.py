"""The meeting that a command works on, locked, and its event."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evaluation import store
from netralitas.evaluation.domain import Meeting
from netralitas.evaluation.policy import hold_unsigned
from netralitas.evaluation.words import NOT_A_PARTY
from netralitas.refusals import NotAllowed, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A locked meeting inside the transaction of the command that keeps it."""

    connection: Connection
    actor: Actor
    head: Head
    meeting: Meeting

    @property
    def today(self) -> date:
        """Return the present day where the actor sits."""
        return clock.today(ZoneInfo(self.actor.zone))

    async def hold_unsigned(self, act: str) -> None:
        """Hold that nobody has signed the pack of the meeting yet; RuleBroken else."""
        hold_unsigned(act, signed=await store.is_signed(self.connection, self.meeting.id))

    async def happened(self, name: str, on: date | None = None, **details: object) -> None:
        """Record an event of the meeting; of the day `on` where it is not one of this moment."""
        zone = self.actor.zone
        event = Event(
            stream=self.meeting.id,
            kind=EventKind.FACT,
            name=name,
            actor=self.actor.officer,
            organisation=self.actor.organisation,
            readers=self.meeting.readers,
            happened=Moment.day(on, zone) if on else Moment.time(clock.now(), zone),
            details=details,
        )
        await record(self.connection, self.head, event)


@asynccontextmanager
async def sitting(actor: Actor, meeting: int) -> AsyncIterator[Sitting]:
    """Yield the locked meeting in a transaction of its own, for one event.

    Raises NotVisible, and NotAllowed for who does not keep meetings or is of neither party.
    """
    may(actor, Permission.KEEP_MEETINGS)
    async with writing(actor) as c:
        head = await lock(c, meeting)
        found = await store.meeting(c, meeting)
        if found is None:
            raise NotVisible
        if actor.organisation not in found.parties:
            raise NotAllowed(NOT_A_PARTY)
        yield Sitting(connection=c, actor=actor, head=head, meeting=found)
