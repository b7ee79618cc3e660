"""Each stage of a matter, entered once and copied for every test; the check of the record."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from os import getpid

import pytest
from litestar import Litestar

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts import store
from netralitas.accounts.domain import NewOrganisation, OrganisationKind, ReceiverRole
from netralitas.audit import sequencer
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from tests.audit.ledger import NAME, SEED, worker
from tests.audit.scene import VERIFIER
from tests.cases.conftest import Visits, settings, site
from tests.conftest import TEMPLATE, Database
from tests.make import REGION, Town, add_person, make_town
from tests.matters.matter import Matter, Stage

__all__ = ["settings", "site", "standing", "town", "verified"]

BESIDES = (
    ("desa", "Dinas Desa Contoh", ReceiverRole.VILLAGE_AFFAIRS),
    ("kementerian", "Kementerian Contoh", ReceiverRole.APPOINTING),
)
"""Offices of the matters that the town has not."""
type_verified = Callable[[], Awaitable[Verdict]]
_numbers = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The databases in which a matter stands at a stage. No test works in one: it gets a copy."""

    server: EmbeddedServer
    site: Litestar
    town: Town
    beginning: Database
    reached: dict[str, tuple[Database, int]] = field(default_factory=dict)

    async def copy(self, database: Database) -> Database:
        """Return a new database with everything that was committed in this one."""
        return await copied(self.server, database.name)

    async def at(self, stage: Stage) -> tuple[Database, int]:
        """Return where the matter stands at the stage, and its case; it is entered if need be."""
        if stage.name not in self.reached:
            before, case = await self.at(stage.after) if stage.after else (self.beginning, 0)
            database = await self.copy(before)
            async with self.visiting(database) as visit:
                matter = await stage.enter(Matter(visit, case))
            self.reached[stage.name] = (database, matter.case)
        return self.reached[stage.name]

    @asynccontextmanager
    async def visiting(self, database: Database) -> AsyncIterator[Visits]:
        """Give everybody a browser on the site over this database."""
        await ENGINE.open(database.dsn("app"))
        try:
            async with self.site.lifespan(), AsyncExitStack() as stack:
                yield Visits(town=self.town, site=self.site, stack=stack)
        finally:
            await ENGINE.close()


async def copied(server: EmbeddedServer, name: str) -> Database:
    """Return a copy of the database of this name."""
    copy = Database(server=server, name=f"matter_{getpid()}_{next(_numbers)}")
    await clone_database(server.dsn(), name, copy.name)
    return copy


@pytest.fixture(scope="session")
async def stages(server: EmbeddedServer, site: Litestar) -> AsyncIterator[Stages]:
    """Every stage that a test of this process asked for; before the first, the town alone."""
    beginning = await copied(server, TEMPLATE)
    await ENGINE.open(beginning.dsn("app"))
    made = await make_town()
    async with writing(EVERYTHING) as c:
        for code, name, role in BESIDES:
            new = NewOrganisation(
                code=code, name=name, kind=OrganisationKind.GOVERNMENT, role=role, region=REGION
            )
            assert await store.add_organisation(c, new) is not None
        official = await add_person(
            c, made.offices, "utama", "Pejabat Pembina Kepegawaian", "bkpsdm", Role.APPOINTING
        )
    await ENGINE.close()
    everybody = replace(made, actors={**made.actors, "utama": official})
    kept = Stages(server=server, site=site, town=everybody, beginning=beginning)
    yield kept
    for database in (beginning, *(database for database, _ in kept.reached.values())):
        await drop_database(server.dsn(), database.name)


@pytest.fixture
def town(stages: Stages) -> Town:
    """Offices and officers, with the official who decides on the side of the government."""
    return stages.town


@dataclass(slots=True)
class Standing:
    """Brings a test to a stage, in a database of its own; the engine is open on it."""

    stages: Stages
    stack: AsyncExitStack
    database: Database | None = None

    async def __call__(self, stage: Stage) -> Matter:
        """Return the matter as it stands then."""
        reached, case = await self.stages.at(stage)
        self.database = own = await self.stages.copy(reached)
        self.stack.push_async_callback(drop_database, own.server.dsn(), own.name)
        return Matter(await self.stack.enter_async_context(self.stages.visiting(own)), case)


@pytest.fixture
async def standing(stages: Stages) -> AsyncIterator[Standing]:
    """Stand at a stage: `matter = await standing(WHEN_CONTESTED)`."""
    async with AsyncExitStack() as stack:
        yield Standing(stages, stack)


@pytest.fixture
def verified(standing: Standing) -> type_verified:
    """Bring every event into the signed log and verify the whole record, as the auditor does."""

    async def check() -> Verdict:
        assert standing.database is not None, "the matter stands nowhere yet"
        connection = await worker(standing.database)
        try:
            async with connection.transaction():
                while await sequencer.sequence(connection):
                    pass
                await sequencer.sign_head(connection, SEED, NAME, clock.now())
        finally:
            await connection.close()
        return await verify(standing.database.dsn("auditor"), VERIFIER)

    return check
