"""The pool keeps its limits, says when the database is away, and hides nothing from Piccolo."""

from pathlib import Path

import asyncpg
import pytest
from piccolo.engine.finder import engine_finder
from piccolo.querystring import QueryString

from netralitas.database import engine as engine_module
from netralitas.database.away import DatabaseAway, is_away
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE, Engine
from netralitas.database.transactions import NOBODY, current_connection, reading, writing

pytestmark = pytest.mark.anyio


async def test_a_statement_that_takes_too_long_is_ended(
    engine: Engine, lower_server: EmbeddedServer
) -> None:
    await engine.close()
    await engine.open(lower_server.dsn("netralitas_app", "lower"), size=2, command_seconds=0.2)
    for _ in range(3):
        with pytest.raises(TimeoutError) as caught:
            async with writing(NOBODY) as c:
                await c.execute("SELECT pg_sleep(60)")
        assert is_away(caught.value)


async def test_a_pool_without_a_free_connection_gives_up_in_time(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "ACQUIRE_SECONDS", 0.1)
    taken = [await engine.take(), await engine.take()]
    with pytest.raises(DatabaseAway):
        async with reading(NOBODY):
            pass
    for connection in taken:
        await engine.give_back(connection)


async def test_an_engine_opens_while_the_database_is_away(folder: Path) -> None:
    engine = Engine()
    await engine.open(f"postgresql://netralitas_app@/none?host={folder}&port=5432")
    with pytest.raises(DatabaseAway):
        async with engine.transaction():
            pass
    assert not engine.transaction_exists()
    await engine.close()


async def test_an_engine_that_is_not_open_or_open_twice_says_so(
    engine: Engine, lower_server: EmbeddedServer
) -> None:
    with pytest.raises(RuntimeError, match="open already"):
        await engine.open(lower_server.dsn())
    with pytest.raises(RuntimeError, match="not open"):
        await Engine().take()


async def test_ways_around_the_pool_are_closed(engine: Engine) -> None:
    with pytest.raises(NotImplementedError):
        await engine.batch()
    with pytest.raises(NotImplementedError):
        await engine.get_new_connection()


async def test_piccolo_s_queries_run_on_the_block_s_connection(engine: Engine) -> None:
    backend = QueryString("SELECT pg_backend_pid() AS pid")
    async with writing(NOBODY) as c:
        assert current_connection() is c
        rows = await engine.run_querystring(backend)
        assert rows[0]["pid"] == await c.fetchval("SELECT pg_backend_pid()")
    with pytest.raises(RuntimeError, match="no transaction"):
        current_connection()
    assert len(await engine.run_querystring(backend)) == 1  # outside: the pool's


@pytest.mark.usefixtures("engine")
async def test_json_columns_take_and_give_values() -> None:
    async with reading(NOBODY) as c:
        for kind in ("json", "jsonb"):
            value = {"a": [1, None, "é"]}
            assert await c.fetchval(f"SELECT $1::{kind}", value) == value
            assert await c.fetchval(f"SELECT $1::{kind}", '{"ready": true}') == {"ready": True}


@pytest.mark.usefixtures("engine")
async def test_a_session_speaks_utc_under_its_name() -> None:
    async with reading(NOBODY) as c:
        assert await c.fetchval("SHOW timezone") == "UTC"
        assert await c.fetchval("SHOW application_name") == "netralitas"


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (ConnectionRefusedError(), True),
        (asyncpg.CannotConnectNowError(), True),
        (asyncpg.ConnectionDoesNotExistError(), True),
        (asyncpg.InternalClientError(), True),
        (asyncpg.InterfaceError("connection is closed"), True),
        (asyncpg.InterfaceError("another operation is in progress"), False),
        (asyncpg.UniqueViolationError(), False),
        (FileNotFoundError(), False),
        (ValueError(), False),
    ],
)
def test_a_database_that_is_away_is_told_from_a_mistake(error: Exception, away: bool) -> None:
    assert is_away(error) is away


def test_piccolo_finds_the_engine_by_itself() -> None:
    assert engine_finder("piccolo_conf") is ENGINE
