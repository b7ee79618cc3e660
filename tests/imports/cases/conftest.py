"""The example register, taken in once for every test of this folder that only looks at it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from os import getpid
from pathlib import Path
from typing import Any

import anyio.to_thread
import asyncpg
import pytest
from click import Command
from click.testing import CliRunner, Result
from litestar import Litestar

from netralitas.accounts import store
from netralitas.accounts.domain import NewOrganisation, OrganisationKind
from netralitas.audit import sequencer
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from netralitas.clock import now
from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.imports.cli import exports, imports
from tests.audit.ledger import NAME, SEED, worker
from tests.audit.scene import VERIFIER
from tests.cases.conftest import Visits
from tests.conftest import TEMPLATE, Database
from tests.make import Town, make_town

REGISTER = Path(__file__).with_name("register.jsonl")
_numbers = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A database with the town in it, and the commands as a person at a terminal gives them."""

    database: Database
    town: Town

    async def take_in(self, file: Path, *words: str) -> Result:
        """`netralitas import cases FILE …` for the Bawaslu of the town."""
        return await self._ask(imports, "cases", str(file), "--office", "kab", *words)

    async def export(self, *words: str) -> Result:
        """`netralitas export cases …` for the Bawaslu of the town."""
        return await self._ask(exports, "cases", "--office", "kab", *words)

    async def rows(self, statement: str, *values: object) -> list[Any]:
        """Ask as the superuser, who sees every row."""
        connection = await asyncpg.connect(self.database.dsn("postgres"))
        try:
            return list(await connection.fetch(statement, *values))
        finally:
            await connection.close()

    async def verified(self) -> Verdict:
        """Bring every event into the signed log and verify the whole record, as an auditor does."""
        connection = await worker(self.database)
        try:
            async with connection.transaction():
                while await sequencer.sequence(connection):
                    pass
                await sequencer.sign_head(connection, SEED, NAME, now())
        finally:
            await connection.close()
        return await verify(self.database.dsn("auditor"), VERIFIER)

    async def _ask(self, command: Command, *words: str) -> Result:
        given = {"NETRALITAS_DEMO": "yes", "NETRALITAS_APP_DSN": self.database.dsn("app")}
        runner = CliRunner(env=given)
        return await anyio.to_thread.run_sync(lambda: runner.invoke(command, words))


@asynccontextmanager
async def opened(server: EmbeddedServer, template: str = TEMPLATE) -> AsyncIterator[Database]:
    """A copy of a database, gone afterwards."""
    database = Database(server=server, name=f"register_{getpid()}_{next(_numbers)}")
    await clone_database(server.dsn(), template, database.name)
    try:
        yield database
    finally:
        await drop_database(server.dsn(), database.name)


@pytest.fixture(scope="session")
async def beginning(server: EmbeddedServer) -> AsyncIterator[Office]:
    """The town before anything is imported; nobody writes in it."""
    async with opened(server) as database:
        await ENGINE.open(database.dsn("app"))
        town = await make_town()
        async with writing(EVERYTHING) as c:
            new = NewOrganisation(code="dpmd", name="DPMD", kind=OrganisationKind.GOVERNMENT)
            await store.add_organisation(c, new)
        await ENGINE.close()
        yield Office(database=database, town=town)


@pytest.fixture
async def office(beginning: Office) -> AsyncIterator[Office]:
    """The town in a database of this test alone."""
    async with opened(beginning.database.server, beginning.database.name) as database:
        yield Office(database=database, town=beginning.town)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """The office with the example register in it, and what the command said."""

    office: Office
    said: Result


@pytest.fixture(scope="session")
async def taken_in(beginning: Office) -> AsyncIterator[TakenIn]:
    """The example register, taken in; tests only look at it."""
    async with opened(beginning.database.server, beginning.database.name) as database:
        made = Office(database=database, town=beginning.town)
        yield TakenIn(office=made, said=await made.take_in(REGISTER))


@pytest.fixture
async def visiting(taken_in: TakenIn, site: Litestar) -> AsyncIterator[Visits]:
    """A browser for each person on the site over the register: `await visiting("rina")`."""
    await ENGINE.open(taken_in.office.database.dsn("app"))
    try:
        async with site.lifespan(), AsyncExitStack() as stack:
            yield Visits(town=taken_in.office.town, site=site, stack=stack)
    finally:
        await ENGINE.close()
