"""A request for the identities of the world's case, moved event by event as SQL would."""

from dataclasses import dataclass
from typing import Any

from netralitas.audit.domain import EventKind
from netralitas.audit.record import lock, record
from netralitas.database.connection import Connection
from netralitas.vault.cipher import Keys, Purpose
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from tests.world import World, fact

SITI = Identity(name="Siti Aminah", address="Jl. Melati 5", telephone="+628123456789")
OLD = Keys.derive(Purpose.IDENTITY, "1", {"1": bytes(range(32))})

_OPEN = """
INSERT INTO proceeding (id, case_file, workflow, workflow_version, state, version, holder, since,
                        readers)
VALUES ($1, $2, 'identity_access', 1, $3, $4, 'commissioner', now(), $5)
"""
_MOVE = "UPDATE proceeding SET state = $2, version = $3 WHERE id = $1"


async def enter(c: Connection, world: World, identity: Identity = SITI) -> int:
    """The entry of a reporter in the world's case."""
    return await put_in(
        c,
        case_file=world.case_file,
        subject=Subject.REPORTER,
        identity=identity,
        readers=(world.own,),
        keys=OLD,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The request; each step is one transaction of one officer, as a role."""

    world: World
    id: int

    async def step(
        self,
        officer: int,
        before: str | None,
        to: str,
        *,
        acting: int | None = None,
        role: str = "app",
        at: str | None = None,
    ) -> None:
        """Record that `officer` moved it, in a transaction that says that `acting` acts."""
        world = self.world
        async with world.acting(world.own, acting or officer, role=role) as c:
            if at is not None:
                await c.execute(f"SET LOCAL netralitas.recording_time = '{at}'")
            head = await lock(c, world.case_file)
            event = fact(
                *(world.case_file, world.own, officer),
                kind=EventKind.MOVE,
                name=f"identity_access.{to}",
                readers=world.readers,
                workflow="identity_access",
                workflow_version=1,
                proceeding=self.id,
                from_state=before,
                to_state=to,
            )
            recorded, _ = await record(c, head, event)
            if before is None:
                readers = list(world.readers)
                await c.execute(_OPEN, self.id, world.case_file, to, recorded.version, readers)
            else:
                await c.execute(_MOVE, self.id, to, recorded.version)

    async def opened(self, *, role: str = "app", at: str | None = None) -> None:
        """The officer asks, the colleague agrees, the officer opens."""
        await self.step(self.world.officer, None, "requested")
        await self.step(self.world.colleague, "requested", "approved")
        await self.step(self.world.officer, "approved", "opened", role=role, at=at)

    async def seen(self, officer: int, organisation: int | None = None) -> list[Any]:
        """What the database gives an officer of what is sealed in the case."""
        world = self.world
        async with world.acting(organisation or world.own, officer) as c:
            return await c.fetch("SELECT * FROM opened_identities($1)", world.case_file)


async def begin(world: World) -> Thread:
    """A request that is not yet made, in a case with one identity."""
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world)
        drawn: int = await c.fetchval("SELECT nextval('proceeding_id_seq')")
    return Thread(world=world, id=drawn)
