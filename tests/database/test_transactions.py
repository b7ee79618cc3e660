"""Transactions keep the pool whole and the row-security settings right, whatever happens."""
# ruff: noqa: PT012 - what a block raises at its end is the subject of these tests

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable

import asyncpg
import pytest
from piccolo.engine.exceptions import TransactionError

from netralitas.database import block
from netralitas.database.away import DatabaseAway, NotCommitted, is_away
from netralitas.database.context import Context
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import Engine
from netralitas.database.transactions import NOBODY, reading, writing

pytestmark = pytest.mark.anyio

Check = Callable[[Engine], Awaitable[None]]
SETTINGS = (
    "SELECT concat_ws('/', current_setting('netralitas.organisation', true),"
    " current_setting('netralitas.officer', true), current_setting('netralitas.everything', true))"
)


async def kill_backend(owner: asyncpg.Connection, pid: int) -> None:
    assert await owner.fetchval("SELECT pg_terminate_backend($1, 2000)", pid)


async def test_a_failing_commit_reaches_the_caller_and_leaves_the_pool_whole(
    engine: Engine,
) -> None:
    for _ in range(5):
        with pytest.raises(asyncpg.UniqueViolationError):
            async with writing(NOBODY) as c:
                await c.execute("INSERT INTO pair VALUES (1), (1)")
        assert not engine.transaction_exists()
    async with reading(NOBODY) as c:
        assert await c.fetchval("SELECT count(*) FROM pair") == 0


@pytest.mark.usefixtures("engine")
async def test_a_commit_after_a_swallowed_sql_error_is_not_taken_for_success() -> None:
    with pytest.raises(NotCommitted):
        async with writing(NOBODY) as c:
            await c.execute("INSERT INTO pair VALUES (1)")
            with pytest.raises(asyncpg.UndefinedTableError):
                await c.execute("SELECT * FROM nowhere")
    async with reading(NOBODY) as c:
        assert await c.fetchval("SELECT count(*) FROM pair") == 0


@pytest.mark.usefixtures("engine")
async def test_what_a_block_wrote_is_there_afterwards_and_gone_after_an_error() -> None:
    async with writing(NOBODY) as c:
        await c.execute("INSERT INTO pair VALUES (1)")
    with pytest.raises(ZeroDivisionError):
        async with writing(NOBODY) as c:
            await c.execute("INSERT INTO pair VALUES (2)")
            raise ZeroDivisionError
    async with reading(NOBODY) as c:
        assert [row["a"] for row in await c.fetch("SELECT a FROM pair")] == [1]


@pytest.mark.usefixtures("engine")
async def test_a_nested_block_is_a_savepoint() -> None:
    async with writing(NOBODY) as outer:
        await outer.execute("INSERT INTO pair VALUES (1)")
        with pytest.raises(asyncpg.UndefinedTableError):
            async with writing(NOBODY) as inner:
                assert inner is outer
                await inner.execute("INSERT INTO pair VALUES (2)")
                await inner.execute("SELECT * FROM nowhere")
        async with writing(NOBODY), writing(NOBODY) as deepest:
            await deepest.execute("INSERT INTO pair VALUES (3)")
    async with reading(NOBODY) as c:
        assert [row["a"] for row in await c.fetch("SELECT a FROM pair ORDER BY a")] == [1, 3]


@pytest.mark.usefixtures("engine")
async def test_a_nested_block_whose_error_was_swallowed_fails_alone() -> None:
    async with writing(NOBODY) as outer:
        with pytest.raises(asyncpg.InFailedSQLTransactionError):
            async with writing(NOBODY) as inner:
                with pytest.raises(asyncpg.UndefinedTableError):
                    await inner.execute("SELECT * FROM nowhere")
        await outer.execute("INSERT INTO pair VALUES (1)")
    async with reading(NOBODY) as c:
        assert await c.fetchval("SELECT count(*) FROM pair") == 1


async def test_nesting_can_be_refused(engine: Engine) -> None:
    async with writing(NOBODY):
        with pytest.raises(TransactionError):
            engine.transaction(allow_nested=False)


@pytest.mark.usefixtures("engine")
async def test_the_context_decides_which_rows_are_seen() -> None:
    for context, seen in ((Context(organisation=1), 2), (Context(organisation=2), 1), (NOBODY, 0)):
        async with reading(context) as c:
            assert await c.fetchval("SELECT count(*) FROM thing") == seen


async def test_an_unset_context_shows_no_row_also_on_a_used_connection(engine: Engine) -> None:
    for _ in range(3):
        async with engine.transaction() as bare:
            assert await bare.connection.fetchval("SELECT count(*) FROM thing") == 0
        async with reading(Context(organisation=1, officer=7)) as c:
            assert await c.fetchval(SETTINGS) == "1/7/"
    async with engine.transaction() as bare:
        assert await bare.connection.fetchval(SETTINGS) == "//"


@pytest.mark.usefixtures("engine")
async def test_the_outer_context_holds_again_after_a_nested_block() -> None:
    async with writing(Context(organisation=1, officer=7)) as c:
        async with reading(Context(organisation=2, everything=True)):
            assert await c.fetchval(SETTINGS) == "2//yes"
            async with writing(NOBODY):
                assert await c.fetchval(SETTINGS) == "//"
            assert await c.fetchval(SETTINGS) == "2//yes"
        assert await c.fetchval(SETTINGS) == "1/7/"
        with pytest.raises(ZeroDivisionError):
            async with writing(Context(organisation=3)):
                raise ZeroDivisionError
        assert await c.fetchval(SETTINGS) == "1/7/"


async def test_a_block_without_context_has_none_again_after_a_nested_one(engine: Engine) -> None:
    async with engine.transaction() as bare:
        async with writing(Context(organisation=1)):
            pass
        assert await bare.connection.fetchval("SELECT count(*) FROM thing") == 0


@pytest.mark.usefixtures("engine")
async def test_reading_refuses_to_write_also_when_nested() -> None:
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        async with reading(NOBODY) as c:
            await c.execute("INSERT INTO pair VALUES (1)")
    async with writing(NOBODY) as outer:
        with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
            async with reading(NOBODY):
                await outer.execute("INSERT INTO pair VALUES (1)")
        async with reading(NOBODY):
            pass
        await outer.execute("INSERT INTO pair VALUES (1)")


@pytest.mark.usefixtures("engine")
async def test_what_is_read_in_one_block_is_of_one_moment(owner: asyncpg.Connection) -> None:
    async with reading(NOBODY) as c:
        before = await c.fetchval("SELECT count(*) FROM pair")
        await owner.execute("INSERT INTO pair VALUES (1)")
        assert await c.fetchval("SELECT count(*) FROM pair") == before
    async with reading(NOBODY) as c:
        assert await c.fetchval("SELECT count(*) FROM pair") == before + 1


async def test_a_cancelled_block_is_rolled_back_and_the_pool_stays_whole(
    engine: Engine, works_twice_at_once: Check
) -> None:
    inside = asyncio.Event()

    async def slow() -> None:
        async with writing(NOBODY) as c:
            await c.execute("INSERT INTO pair VALUES (1)")
            inside.set()
            await c.execute("SELECT pg_sleep(60)")

    for _ in range(4):
        task = asyncio.create_task(slow())
        await inside.wait()
        inside.clear()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            async with asyncio.timeout(20):  # far below the 60 s it would take
                await task
    await works_twice_at_once(engine)
    async with reading(NOBODY) as c:
        assert await c.fetchval("SELECT count(*) FROM pair") == 0


async def test_a_task_cancelled_at_every_step_never_leaks_a_connection(
    engine: Engine, works_twice_at_once: Check
) -> None:
    async def work() -> None:
        async with writing(NOBODY) as c:
            await c.execute("SELECT 1")
            async with reading(NOBODY):
                await c.execute("SELECT 1")

    for steps in range(40):
        task = asyncio.create_task(work())
        for _ in range(steps):
            await asyncio.sleep(0)  # lets the loop run once: no time passes
        task.cancel()
        await asyncio.sleep(0)
        task.cancel()  # a second time, also while it cleans up
        await asyncio.wait([task], timeout=5)
        assert task.done()
    await works_twice_at_once(engine)


@pytest.mark.usefixtures("engine")
async def test_a_connection_lost_inside_is_told_apart_and_replaced(
    owner: asyncpg.Connection,
) -> None:
    for _ in range(3):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - several classes, told by is_away
            async with writing(NOBODY) as c:
                await kill_backend(owner, await c.fetchval("SELECT pg_backend_pid()"))
                await c.execute("SELECT 1")
        assert is_away(caught.value)


@pytest.mark.usefixtures("engine")
async def test_a_connection_lost_before_commit_means_the_database_is_away(
    owner: asyncpg.Connection,
) -> None:
    for nested in (False, True, False):
        with pytest.raises(DatabaseAway):
            async with writing(NOBODY) as c:
                pid = await c.fetchval("SELECT pg_backend_pid()")
                if nested:
                    async with writing(NOBODY):
                        await kill_backend(owner, pid)
                else:
                    await kill_backend(owner, pid)


async def test_a_swallowed_loss_inside_a_nested_block_still_fails_the_outer_one(
    engine: Engine, owner: asyncpg.Connection, works_twice_at_once: Check
) -> None:
    with pytest.raises(DatabaseAway):
        async with writing(NOBODY) as c:
            with pytest.raises(DatabaseAway):
                async with writing(NOBODY):
                    await kill_backend(owner, await c.fetchval("SELECT pg_backend_pid()"))
    await works_twice_at_once(engine)


async def test_a_frozen_backend_cannot_hold_a_request(
    engine: Engine,
    lower_server: EmbeddedServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await engine.close()
    await engine.open(lower_server.dsn("netralitas_app", "lower"), size=2, command_seconds=0.2)
    monkeypatch.setattr(block, "ROLLBACK_SECONDS", 0.2)
    for error in (None, ZeroDivisionError()):
        began = time.monotonic()
        expected = DatabaseAway if error is None else ZeroDivisionError
        with pytest.raises(expected):
            async with writing(NOBODY) as c:
                pid = await c.fetchval("SELECT pg_backend_pid()")
                os.kill(pid, signal.SIGSTOP)
                if error is not None:
                    raise error
        os.kill(pid, signal.SIGCONT)
        assert time.monotonic() - began < 2
