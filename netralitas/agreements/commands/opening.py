"""The agreement that a command works on, locked, and its event."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements import store
from netralitas.agreements.paper import Paper
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import NotAllowed, RuleBroken, Stale

_AS_IT_IS: Final = (
    "Kerja sama ini didaftarkan apa adanya dari dokumennya, sehingga tidak diubah di sini."
)
_NOT_A_PARTY: Final = "Kerja sama ini dikelola oleh para pihaknya."


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A locked agreement inside the transaction of the command that keeps it."""

    connection: Connection
    actor: Actor
    head: Head
    now: store.Locked
    paper: Paper

    @property
    def today(self) -> date:
        """Return the present day where the actor sits."""
        return clock.today(ZoneInfo(self.actor.zone))

    async def happened(self, name: str, on: date | None = None, **details: object) -> None:
        """Record an event of the agreement; of the day `on` where it is not one of this moment."""
        told = Told(name=name, readers=self.now.readers, details=details, on=on)
        await note(self.connection, self.actor, self.head, told)

    async def write(self, paper: Paper) -> None:
        """Put a version of the text after the last one, and let the register say the same."""
        text = store.NewText(
            agreement=self.now.id,
            version=self.now.version + 1,
            paper=paper,
            officer=self.actor.officer,
            readers=self.now.readers,
        )
        await store.add_text(self.connection, text, clock.now())

    def hold_fresh(self, version: int) -> None:
        """Hold that the form shows what stands now; Stale else."""
        if self.now.version != version:
            raise Stale("Kerja sama ini berubah sejak Anda membuka formulir. Muat ulang halaman.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an event says: codes, days and numbers, no words of the text; `on` None: just now."""

    name: str
    readers: tuple[int, ...]
    details: dict[str, object]
    on: date | None = None


async def note(c: Connection, actor: Actor, head: Head, told: Told) -> None:
    """Record an event of an agreement."""
    on = told.on
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=told.name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=told.readers,
        happened=Moment.day(on, actor.zone) if on else Moment.time(head.now, actor.zone),
        details=told.details,
    )
    await record(c, head, event)


@asynccontextmanager
async def opened(actor: Actor, agreement: int) -> AsyncIterator[Opened]:
    """Yield the locked agreement in a transaction of its own, for one event.

    Raises NotVisible; NotAllowed for who keeps no agreements or acts for no party; RuleBroken for
    one that was added as it is.
    """
    may(actor, Permission.KEEP_AGREEMENTS)
    async with writing(actor) as c:
        found = await store.locked(c, agreement)
        if found.stream is None or found.paper is None:
            raise RuleBroken(_AS_IT_IS)
        if not set(found.offices) & set(await readers_for(c, actor.organisation)):
            raise NotAllowed(_NOT_A_PARTY)
        head = await lock(c, found.stream)
        yield Opened(connection=c, actor=actor, head=head, now=found, paper=found.paper)
