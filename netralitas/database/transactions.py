"""`writing` and `reading`: the two doors to the database, with row security set for the actor."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING, NOBODY, Context, HasContext
from netralitas.database.engine import ENGINE

__all__ = ["EVERYTHING", "NOBODY", "Context", "current_connection", "reading", "writing"]


@asynccontextmanager
async def writing(context: HasContext) -> AsyncIterator[Connection]:
    """Yield the connection of one transaction in which `context` sees its rows and may write.

    After the block everything is committed, or nothing is and the error has reached the caller:
    the block's own, `DatabaseAway` (at COMMIT: outcome unknown) or `NotCommitted`. Inside another
    block it is a savepoint, and the outer context holds again after it.
    """
    async with ENGINE.transaction(settings=context) as transaction:
        yield transaction.connection


@asynccontextmanager
async def reading(context: HasContext) -> AsyncIterator[Connection]:
    """Yield the connection of one read-only transaction in which `context` sees its rows.

    PostgreSQL refuses every write inside, also when the block is a savepoint in `writing`.
    """
    async with ENGINE.transaction(settings=context, read_only=True) as transaction:
        yield transaction.connection


def current_connection() -> Connection:
    """Return the connection of the block this task is in; `RuntimeError` outside of one."""
    transaction = ENGINE.current_transaction.get()
    if transaction is None:
        raise RuntimeError("no transaction is open here: use writing() or reading()")
    connection: Connection = transaction.connection
    return connection
