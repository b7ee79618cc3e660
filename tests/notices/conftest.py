"""The town with its browsers, the worker's role for a moment, and a mail server on loopback."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.conftest import Database
from tests.notices.post_office import PostOffice, open_post_office

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]

AsWorker = Callable[[], AbstractAsyncContextManager[Connection]]


@pytest.fixture
def as_worker(engine: Database) -> AsWorker:
    """Give a transaction in the worker's role; afterwards the engine is the web's again."""

    @asynccontextmanager
    async def begin() -> AsyncIterator[Connection]:
        await ENGINE.close()
        await ENGINE.open(engine.dsn("worker"))
        try:
            async with writing(EVERYTHING) as connection:
                yield connection
        finally:
            await ENGINE.close()
            await ENGINE.open(engine.dsn("app"))

    return begin


@pytest.fixture
async def post_office() -> AsyncIterator[PostOffice]:
    """A mail server that keeps what it takes."""
    async with open_post_office() as opened:
        yield opened
