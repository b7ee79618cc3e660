"""The world these tests act in; where commits are real, one database serves a whole module."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from os import getpid

import pytest
from litestar import Litestar

from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE
from tests.cases.conftest import Visits, settings, site
from tests.conftest import TEMPLATE, Database
from tests.make import Town, make_town
from tests.world import Addressed, World, make_world

__all__ = ["settings", "site"]


@pytest.fixture
async def world(clone: Addressed) -> World:
    """Four offices, three officers and one case, on a clone where commits are real."""
    return await make_world(clone)


@pytest.fixture(scope="module")
async def office(server: EmbeddedServer, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """The database that the tests of a module share, with the engine open on it."""
    database = Database(server=server, name=f"letters_{getpid()}_{request.module.__name__[-8:]}")
    await clone_database(server.dsn(), TEMPLATE, database.name)
    await ENGINE.open(database.dsn("app"))
    yield database
    await ENGINE.close()
    await drop_database(server.dsn(), database.name)


@pytest.fixture(scope="module")
async def town(office: Database) -> Town:
    """Offices and officers that the tests of a module share; each makes cases of its own."""
    return await make_town()


@pytest.fixture(scope="module")
async def visit(town: Town, site: Litestar) -> AsyncIterator[Visits]:
    """Sign people in, each once for the module: `await visit("rina")`."""
    async with site.lifespan(), AsyncExitStack() as stack:
        yield Visits(town=town, site=site, stack=stack)
