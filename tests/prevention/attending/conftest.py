"""One town for all tests of a module: each plans activities of its own in it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import httpx
import pytest
from litestar import Litestar

from netralitas.database.engine import ENGINE
from netralitas.public_app import create_public_app
from netralitas.settings import Settings
from tests.cases.conftest import BASE, Visits
from tests.conftest import Database
from tests.databases import Kept, Shelf
from tests.make import Town, make_town
from tests.prevention.attending.room import FROM_HERE, Phone, with_public
from tests.prevention.world import Partners, make_partners


@pytest.fixture(scope="module")
async def kept(shelf: Shelf) -> AsyncIterator[Kept]:
    """A database for the tests of this module."""
    taken = await shelf.take()
    yield taken
    await shelf.give_back(taken)


@pytest.fixture(scope="module")
async def engine(kept: Kept) -> AsyncIterator[Database]:
    """The process's engine, open on it as the web's role."""
    await ENGINE.open(kept.database.dsn("app"))
    yield kept.database
    await ENGINE.close()


@pytest.fixture(scope="module")
async def town(engine: Database) -> Town:
    """Offices and officers."""
    return await make_town()


@pytest.fixture(scope="module")
async def partners(town: Town) -> Partners:
    """An agreement of Bawaslu and the local government, and three units of 40, 25 and 10."""
    return await make_partners(town)


@pytest.fixture(scope="module")
async def visit(town: Town, site: Litestar) -> AsyncIterator[Visits]:
    """Sign people in: `await visit("rina")`."""
    async with site.lifespan(), AsyncExitStack() as stack:
        yield Visits(town=town, site=site, stack=stack)


@pytest.fixture(scope="module")
async def phone(town: Town, engine: Database, settings: Settings) -> AsyncIterator[Phone]:
    """A phone at the public site over the same database, and the worker between the sites."""
    of_both = with_public(settings, engine)
    public = create_public_app(of_both)
    transport = httpx.ASGITransport(app=public, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx and Litestar type the protocol differently
    async with public.lifespan():
        client = httpx.AsyncClient(transport=transport, base_url=BASE, headers=FROM_HERE)
        async with client:
            yield Phone(client=client, database=engine, settings=of_both)
