"""The doors to the database: `writing` and `reading` for an actor, `asking` for every request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from netralitas.database.away import DatabaseAway, is_away
from netralitas.database.connection import Connection, cut
from netralitas.database.context import EVERYTHING, NOBODY, ON_BEHALF, Context, HasContext
from netralitas.database.engine import ENGINE, Engine

__all__ = [
    "EVERYTHING",
    "NOBODY",
    "Context",
    "asking",
    "current_connection",
    "reading",
    "receiving",
    "writing",
]


@asynccontextmanager
async def writing(context: HasContext) -> AsyncIterator[Connection]:
    """Yield the connection of one transaction in which `context` sees its rows and may write.

    After the block everything is committed, or nothing is and the error has reached the caller:
    the block's own, `DatabaseAway` (at COMMIT: outcome unknown) or `NotCommitted`. Inside another
    block it is a savepoint, and the outer context holds again after it.
    """
    async with ENGINE.transaction(settings=context) as transaction:
        outer = ON_BEHALF.get()
        principal = getattr(context, "principal", None)
        if principal is not None and context.officer is not None:
            ON_BEHALF.set((context.officer, principal))
        try:
            yield transaction.connection
        finally:
            ON_BEHALF.set(outer)


@asynccontextmanager
async def reading(context: HasContext) -> AsyncIterator[Connection]:
    """Yield the connection of one read-only transaction in which `context` sees its rows.

    All that is read in it is of one moment: no page mixes what was before a commit with what came
    after (inside `writing` it is that block's moment). PostgreSQL refuses every write inside, also
    when the block is a savepoint in `writing`.
    """
    async with ENGINE.transaction(settings=context, read_only=True) as transaction:
        yield transaction.connection


@asynccontextmanager
async def receiving(engine: Engine, digest: bytes) -> AsyncIterator[Connection]:
    """Yield the connection of one transaction of the public site for the code of this digest.

    It sees and writes the rows of the inbox that belong to the code, on the engine it is given.
    """
    async with engine.transaction(settings=Context(receipt=digest)) as transaction:
        yield transaction.connection


@asynccontextmanager
async def asking(of: Engine | None = None) -> AsyncIterator[Connection]:
    """Yield a connection for one statement on tables that have no row security.

    No transaction is begun, which spares two round trips: for what every request asks. Protected
    rows are invisible. Inside a block it is the block's connection. `of` is another engine than
    the one of the process. Raises `DatabaseAway`.
    """
    engine = of or ENGINE
    outer = engine.current_transaction.get()
    if outer is not None:
        yield outer.connection
        return
    connection = await engine.take()
    try:
        yield connection
    except BaseException as error:
        if is_away(error) or not isinstance(error, asyncpg.PostgresError):
            cut(connection)  # timed out, cancelled or lost: what it is doing is unknown
        if is_away(error):
            raise DatabaseAway(str(error) or "the database does not answer") from error
        raise
    finally:
        await engine.give_back(connection)


def current_connection() -> Connection:
    """Return the connection of the block this task is in; `RuntimeError` outside of one."""
    transaction = ENGINE.current_transaction.get()
    if transaction is None:
        raise RuntimeError("no transaction is open here: use writing() or reading()")
    connection: Connection = transaction.connection
    return connection
