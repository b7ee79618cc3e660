"""The one connection pool of a process, as the engine Piccolo's tables use."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final, Never
from weakref import WeakSet

import asyncpg
import msgspec
from piccolo.engine.postgres import PostgresEngine

from netralitas.database.away import DatabaseAway, is_away
from netralitas.database.block import ROLLBACK_SECONDS, Transaction
from netralitas.database.connection import Connection, cut
from netralitas.database.context import HasContext
from netralitas.language import as_source

ACQUIRE_SECONDS = 2.0
"""Longest wait for a free connection, making one included."""

COMMAND_SECONDS = 5.0
"""Longest single statement. With the two other limits no request waits for more than 9 s."""


class Engine(PostgresEngine):
    """Piccolo's engine without its surprises: no connection at import, none outside the pool.

    Guaranteed: `open` does no I/O, so a process starts while the database is away; every
    transaction begun while it is away raises `DatabaseAway`; the pool heals by itself when the
    database returns. A connection is given back as it is, without a reset: nothing but
    `SET LOCAL` may be used on it.
    """

    def __init__(self) -> None:
        """Make an engine that is not open yet."""
        super().__init__(config={})
        self.application = "netralitas"

    async def check_version(self) -> None:
        """Do nothing: Piccolo would connect while a module is imported."""

    async def prep_database(self) -> None:
        """Do nothing: the roles have no right to create extensions, and we need none."""

    async def open(
        self,
        dsn: str,
        *,
        size: int = 10,
        application: str = "netralitas",
        command_seconds: float | None = COMMAND_SECONDS,
    ) -> None:
        """Make the pool, of at most `size` connections, each made when first needed.

        `application` is the name shown in `pg_stat_activity`, with the id of the request behind it
        while a transaction is for one: letters and blanks. `command_seconds=None` is for
        migrations and loads, which may take long. Raises `RuntimeError` when already open.
        """
        if self.pool is not None:
            raise RuntimeError("the engine is open already")
        self.config, self.application = {"dsn": dsn}, application
        self.pool = await asyncpg.create_pool(
            dsn,
            min_size=0,
            max_size=size,
            max_queries=10_000_000,  # a connection is not worth replacing every few seconds
            timeout=ACQUIRE_SECONDS,
            command_timeout=command_seconds,
            server_settings={"application_name": application, "timezone": "UTC"},
            init=_prepare,
            reset=_leave,
        )
        OPEN.add(self)

    async def close(self) -> None:
        """Close the pool: politely, but cutting what is still in use after the limit."""
        pool, self.pool, self.config = self.pool, None, {}
        OPEN.discard(self)
        if pool is None:
            return
        try:
            async with asyncio.timeout(ROLLBACK_SECONDS):
                await pool.close()
        except TimeoutError:
            pool.terminate()

    def connections(self) -> tuple[int, int, int]:
        """Return how many connections are in use, are open and idle, and may be open at most."""
        if self.pool is None:
            return 0, 0, 0
        idle = self.pool.get_idle_size()
        return self.pool.get_size() - idle, idle, self.pool.get_max_size()

    async def take(self) -> Connection:
        """Return a connection of the pool, to be handed to `give_back` by the taker.

        Raises `DatabaseAway` when none is free in time or none can be made.
        """
        if self.pool is None:
            raise RuntimeError("the engine is not open: call `await ENGINE.open(dsn)` first")
        try:
            async with asyncio.timeout(ACQUIRE_SECONDS):
                connection: Connection = await self.pool.acquire()
        except Exception as error:
            # A missing socket file or a host that does not resolve are plain OSErrors.
            if is_away(error) or isinstance(error, OSError):
                raise DatabaseAway(str(error) or "no connection became free in time") from error
            raise
        return connection

    async def give_back(self, connection: Connection) -> None:
        """Return `connection` to its pool, cut when that fails: it never raises for this."""
        if self.pool is None:
            cut(connection)
            return
        try:
            await self.pool.release(connection, timeout=ROLLBACK_SECONDS)
        except Exception:  # noqa: BLE001 - the work is done; what broke is this connection alone
            cut(connection)

    def transaction(
        self,
        allow_nested: bool = True,  # noqa: FBT001, FBT002 - Piccolo's signature
        *,
        settings: HasContext | None = None,
        read_only: bool = False,
    ) -> Transaction:
        """Return a block that is a transaction, or a savepoint when one is open already."""
        return Transaction(self, allow_nested=allow_nested, settings=settings, read_only=read_only)

    async def batch(self, *_: object, **__: object) -> Never:
        """Refuse: Piccolo would open a new connection, outside transaction and row security."""
        raise NotImplementedError("batch() is forbidden: page by cursor inside reading()")

    async def get_new_connection(self) -> Never:
        """Refuse: every statement goes through the pool, whose limits and settings it needs."""
        raise NotImplementedError("connections come from the pool: call `await ENGINE.open(dsn)`")

    async def _run_in_pool(self, query: str, args: Sequence[Any] | None = None) -> Any:  # noqa: ANN401 - rows
        connection = await self.take()
        try:
            return await connection.fetch(query, *(args or ()))
        finally:
            await self.give_back(connection)


async def _leave(_: object) -> None:
    """Leave a connection as it is: all settings were local to its transaction."""


async def _prepare(connection: asyncpg.Connection) -> None:
    """Let JSON columns take and give Python values."""
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        format="binary",
        encoder=lambda value: b"\x01" + _json(value),  # the version of the wire format
        decoder=lambda wire: msgspec.json.decode(wire[1:]),
    )
    await connection.set_type_codec(
        "json", schema="pg_catalog", format="binary", encoder=_json, decoder=msgspec.json.decode
    )


def _json(value: object) -> bytes:
    """Return JSON; a `str` is taken as ready JSON, because Piccolo encodes before asyncpg."""
    if isinstance(value, str):
        return value.encode()
    return msgspec.json.encode(value, enc_hook=as_source)


OPEN: Final["WeakSet[Engine]"] = WeakSet()
"""The engines of this process that have a pool."""

ENGINE = Engine()
"""The engine of this process; `piccolo_conf.py` hands it to Piccolo as `DB`."""
