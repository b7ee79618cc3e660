"""Databases of a test process that are put back after a test, which costs less than a new copy.

What a test touched shows in the number of rows of each table and in the latest transaction that
wrote one, the system's own tables included. Where it cannot be undone at small cost (a table was
altered, a large one changed, somebody is still connected), the database is dropped, and the next
test gets a new copy.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from os import getpid
from typing import Any, Final, Protocol, Self
from unittest.mock import patch

import asyncpg

from netralitas.database import engine as engine_module
from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE, _prepare

TEMPLATE: Final = "netralitas_template"
_OFTEN: Final = 30  # times that a database is put back before what was removed makes it slow
_FEW: Final = 1_000  # rows: of a larger table only what was added can be removed
_FREELY: Final = """
SET session_replication_role = replica; SET lock_timeout = '2s'; SET client_min_messages = error;
SET max_parallel_workers_per_gather = 0
"""
_MARK: Final = """
SELECT '{0}' AS place, count(*) AS rows, max(xmin::text::bigint) AS latest FROM {0}
"""
_TABLES: Final = """
SELECT format('%I.%I', nspname, relname) AS place FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema')
"""
_CATALOGUES: Final = (
    *("pg_attrdef", "pg_attribute", "pg_class", "pg_constraint", "pg_default_acl", "pg_extension"),
    *("pg_index", "pg_namespace", "pg_policy", "pg_proc", "pg_trigger", "pg_type"),
)
_SEQUENCES: Final = """
SELECT format('%I.%I', schemaname, sequencename) AS name, start_value, last_value FROM pg_sequences
"""
_OTHERS: Final = """
FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> ALL($1)
"""
_numbers = count(1)


class Logged(Protocol):
    """What asyncpg tells of a statement."""

    query: str


LISTENING: Final[list[Callable[[Logged], None]]] = []
"""Who is told of every statement that goes through the connections which tests share."""


@dataclass(frozen=True, slots=True)
class Database:
    """One database of the test server, and how each role reaches it."""

    server: EmbeddedServer
    name: str

    def dsn(self, role: str = "app") -> str:
        """Return the address for a role, or for the superuser."""
        return self.server.dsn(
            "postgres" if role == "postgres" else f"netralitas_{role}", self.name
        )


async def copy_of_template(server: EmbeddedServer) -> Database:
    """Return a new database, like that of a product which was just migrated."""
    database = Database(server, f"test_{getpid()}_{next(_numbers)}")
    await clone_database(server.dsn(), TEMPLATE, database.name)
    return database


class Another:
    """The pool of the test before, which the product takes for another: what it read it forgets."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        """Do what this pool does."""
        self._pool = pool

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pool has
        """Return what the pool has."""
        return getattr(self._pool, name)


@dataclass(slots=True, kw_only=True)
class Kept:
    """A copy, what it was like when it was made, and connections that stay open between tests."""

    database: Database
    root: asyncpg.Connection
    probe: asyncpg.prepared_stmt.PreparedStatement
    marks: dict[str, asyncpg.Record]  # what the probe said of each table
    rows: dict[str, bytes]  # what stands in each small table
    sequences: dict[str, asyncpg.Record]
    younger: str  # what is true of a row that came later
    pool: asyncpg.Pool | None = None
    opened: object = None
    used: int = 0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    @classmethod
    async def make(cls, server: EmbeddedServer) -> Self:
        """Copy the template, and take down what must be found again."""
        database = await copy_of_template(server)
        root = await asyncpg.connect(database.dsn("postgres"))
        await root.execute(_FREELY)
        now = await root.fetchval("SELECT pg_current_xact_id()::text")
        places = [row["place"] for row in await root.fetch(_TABLES)]
        marking = " UNION ALL ".join(_MARK.format(place) for place in (*_CATALOGUES, *places))
        marks = {mark["place"]: mark for mark in await root.fetch(marking)}
        small = [place for place in places if 0 < marks[place]["rows"] <= _FEW]
        return cls(
            database=database,
            root=root,
            probe=await root.prepare(marking),
            marks=marks,
            rows={place: await _content(root, place) for place in small},
            sequences={row["name"]: row for row in await root.fetch(_SEQUENCES)},
            younger=f"xmin::text::bigint >= {now}",
        )

    async def open_engine(self) -> None:
        """Open the process's engine as the web's role, on the connections of the test before."""
        if self.pool is None:
            with patch.object(engine_module, "_prepare", _prepare_to_tell):
                await ENGINE.open(self.database.dsn("app"))
            self.pool = ENGINE.pool
        else:
            ENGINE.pool, ENGINE.config = Another(self.pool), {"dsn": self.database.dsn("app")}
        self.opened = ENGINE.pool

    async def close_engine(self) -> None:
        """Close the engine, but leave the connections open that the next test can use."""
        if self.pool is not None and ENGINE.pool is self.opened and await _rested(self.pool):
            ENGINE.pool, ENGINE.config = None, {}
        else:
            await ENGINE.close()
            self.pool = None

    async def put_back(self) -> bool:
        """Make it what it was when it was copied; False where it cannot be known to be so."""
        self.used += 1
        if self.used >= _OFTEN or not await self._alone():
            return False
        marks = await self.probe.fetch()
        touched = [mark["place"] for mark in marks if mark != self.marks[mark["place"]]]
        if not {*touched}.isdisjoint(_CATALOGUES):
            return False
        try:
            for place in touched:
                await self._put_back(place)
            await self._set_back_sequences()
        except (asyncpg.PostgresError, ValueError):
            return False
        return True

    async def drop(self) -> None:
        """Remove it, and whoever is connected to it."""
        if self.pool is not None:
            self.pool.terminate()
        self.root.terminate()
        await drop_database(self.database.server.dsn(), self.database.name)

    async def _alone(self) -> bool:
        """End whoever else is connected, and say whether nobody is any more."""
        ours = [each.get_server_pid() for each in (self.root, *_connections(self.pool))]
        await self.root.fetch(f"SELECT pg_terminate_backend(pid, 500) {_OTHERS}", ours)
        return not await self.root.fetchval(f"SELECT EXISTS (SELECT {_OTHERS})", ours)

    async def _put_back(self, table: str) -> None:
        """Let a table hold what it held; ValueError when that costs more than a copy."""
        before = self.marks[table]
        if before["rows"] > _FEW:
            await self.root.execute(f"DELETE FROM {table} WHERE {self.younger}")
            if await self.root.fetchrow(_MARK.format(table)) != before:
                raise ValueError(table)
            return
        await self.root.execute(f"DELETE FROM {table}")
        if table in self.rows:
            schema, _, name = table.partition(".")
            rows = BytesIO(self.rows[table])
            await self.root.copy_to_table(name, schema_name=schema, source=rows, format="binary")
            self.marks[table] = await self.root.fetchrow(_MARK.format(table))

    async def _set_back_sequences(self) -> None:
        for now in await self.root.fetch(_SEQUENCES):
            if now != (before := self.sequences[now["name"]]):
                last = before["last_value"]
                value = before["start_value"] if last is None else last
                called = last is not None
                await self.root.execute(f"SELECT setval('{now['name']}', {value}, {called})")


async def _content(root: asyncpg.Connection, table: str) -> bytes:
    """Return the rows of a table, as they can be copied into it again."""
    schema, _, name = table.partition(".")
    rows = BytesIO()
    await root.copy_from_table(name, schema_name=schema, output=rows, format="binary")
    return rows.getvalue()


def _connections(pool: asyncpg.Pool | None) -> list[asyncpg.Connection]:
    """The connections of a pool that are open."""
    held = [each._con for each in pool._holders] if pool is not None else []
    return [each for each in held if each is not None and not each.is_closed()]


async def _rested(pool: asyncpg.Pool) -> bool:
    """Let the connections of a pool forget the test; say whether all of them were given back."""
    if any(each._in_use for each in pool._holders):
        return False
    for connection in _connections(pool):
        if connection.is_in_transaction():
            return False
        await connection.reset()
    return True


async def _prepare_to_tell(connection: asyncpg.Connection) -> None:
    await _prepare(connection)
    connection.add_query_logger(_tell)


def _tell(logged: Logged) -> None:
    for listener in LISTENING:
        listener(logged)


class Shelf:
    """Holds the database of this process while no test uses it."""

    def __init__(self, server: EmbeddedServer) -> None:
        """Begin with none: the first test makes it."""
        self._server = server
        self._kept: Kept | None = None

    async def take(self) -> Kept:
        """Return a database that is as if it had just been copied."""
        if self._kept is None or self._kept.loop is not asyncio.get_running_loop():
            await self.clear()
            self._kept = await Kept.make(self._server)
        return self._kept

    async def give_back(self, kept: Kept) -> None:
        """Put it back for the next test, or remove it."""
        if not await kept.put_back():
            await self.clear()

    async def clear(self) -> None:
        """Remove the database if there is one."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await kept.drop()
