"""Servers for the tests of the lower half of the database: launcher, roles, transactions."""

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest

from netralitas.database import transactions
from netralitas.database.bootstrap import bootstrap
from netralitas.database.embedded import EmbeddedError, EmbeddedServer, remove
from netralitas.database.embedded_life import take_alive
from netralitas.database.embedded_paths import layout
from netralitas.database.engine import Engine

FAST = {"fsync": "off", "max_connections": "30", "shared_buffers": "16MB"}


@pytest.fixture
def ask() -> Callable[..., object]:
    """Run statements on a connection of their own; give the last one's first value."""

    async def run(dsn: str, *statements: str) -> object:
        connection = await asyncpg.connect(dsn)
        try:
            for statement in statements[:-1]:
                await connection.execute(statement)
            return await connection.fetchval(statements[-1])
        finally:
            await connection.close()

    return lambda dsn, *statements: asyncio.run(run(dsn, *statements))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder to be made, below one that every account can enter (unlike root's tmp_path)."""
    with tempfile.TemporaryDirectory(prefix="netralitas-test-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        data = Path(name) / "data"
        yield data
        with suppress(EmbeddedError):
            remove(data)


@pytest.fixture(scope="session")
def lower_server() -> Iterator[EmbeddedServer]:
    """One server for the tests that do not harm it, with roles and the database `lower`."""
    base = Path(tempfile.mkdtemp(prefix="netralitas-test-"))
    base.chmod(0o755)
    try:
        with EmbeddedServer(base / "data", settings=FAST) as server:
            asyncio.run(bootstrap(server.dsn(), "lower"))
            yield server
    finally:
        shutil.rmtree(base, ignore_errors=True)


TABLES = """
    DROP TABLE IF EXISTS pair, thing;
    CREATE TABLE pair (a integer UNIQUE DEFERRABLE INITIALLY DEFERRED);
    CREATE TABLE thing (organisation integer);
    ALTER TABLE thing ENABLE ROW LEVEL SECURITY;
    CREATE POLICY seen ON thing USING (
      organisation = (SELECT nullif(current_setting('netralitas.organisation', true), '')::int));
    GRANT SELECT, INSERT ON pair, thing TO netralitas_app;
    INSERT INTO thing VALUES (1), (1), (2);
"""


@pytest.fixture
def works_twice_at_once() -> Callable[[Engine], Awaitable[None]]:
    """A check that both connections of the pool can be had and used."""
    return _works_twice_at_once


@pytest.fixture
async def owner(lower_server: EmbeddedServer) -> AsyncIterator[asyncpg.Connection]:
    """A connection that sees and may do everything, with fresh tables."""
    connection = await asyncpg.connect(lower_server.dsn("postgres", "lower"))
    await connection.execute(TABLES)
    yield connection
    await connection.close()


@pytest.fixture
async def engine(
    lower_server: EmbeddedServer, owner: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Engine]:
    """A pool of two as netralitas_app; afterwards it must be whole and close at once."""
    assert not owner.is_closed()
    engine = Engine()
    await engine.open(lower_server.dsn("netralitas_app", "lower"), size=2, command_seconds=3)
    monkeypatch.setattr(transactions, "ENGINE", engine)
    yield engine
    assert not engine.transaction_exists()
    await _works_twice_at_once(engine)
    began = time.monotonic()
    await engine.close()
    assert time.monotonic() - began < 1


async def _works_twice_at_once(engine: Engine) -> None:
    """Fail unless both connections of the pool can be had and used."""
    async with asyncio.timeout(3):
        for _ in range(3):
            taken = [await engine.take(), await engine.take()]
            for connection in taken:
                assert await connection.fetchval("SELECT 1") == 1
            for connection in taken:
                await engine.give_back(connection)


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """The folder of a server that was made and stopped: initdb is slow."""
    with tempfile.TemporaryDirectory(prefix="netralitas-test-") as name:
        Path(name).chmod(0o755)
        with EmbeddedServer(Path(name) / "data", settings=FAST):
            pass
        yield Path(name) / "data"


@pytest.fixture
def stopped(made: Path) -> Iterator[Path]:
    """The same folder for every test, each of which leaves it stopped and whole."""
    yield made
    alive = take_alive(layout(made))
    assert alive is not None
    os.close(alive)
