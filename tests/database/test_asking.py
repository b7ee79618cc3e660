"""One statement without a transaction: what every request asks of tables without row security."""

import asyncpg
import pytest

from netralitas.database.away import DatabaseAway
from netralitas.database.context import Context
from netralitas.database.engine import Engine
from netralitas.database.transactions import NOBODY, asking, reading, writing

pytestmark = pytest.mark.anyio


@pytest.mark.usefixtures("engine")
async def test_asking_sees_no_protected_row_and_begins_no_transaction() -> None:
    async with reading(Context(organisation=1)) as c:
        assert await c.fetchval("SELECT count(*) FROM thing") == 2
    async with asking() as c:
        assert await c.fetchval("SELECT count(*) FROM thing") == 0
        assert await c.fetchval("SELECT now()") < await c.fetchval("SELECT now()")


@pytest.mark.usefixtures("engine")
async def test_asking_inside_a_block_is_part_of_it() -> None:
    async with writing(NOBODY) as outer, asking() as inner:
        assert inner is outer


async def test_asking_leaves_the_pool_whole_after_errors(engine: Engine) -> None:
    for _ in range(5):
        with pytest.raises(asyncpg.UndefinedTableError):
            async with asking() as c:
                await c.fetchval("SELECT FROM nowhere")
        with pytest.raises(ZeroDivisionError):
            async with asking():
                raise ZeroDivisionError
    assert not engine.transaction_exists()
    async with reading(NOBODY) as c:
        assert await c.fetchval("SELECT 1") == 1


@pytest.mark.usefixtures("engine")
async def test_a_connection_lost_while_asking_is_the_database_away() -> None:
    with pytest.raises(DatabaseAway):
        async with asking() as c:
            await c.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    async with asking() as c:
        assert await c.fetchval("SELECT 1") == 1
