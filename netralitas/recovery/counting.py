"""What a database holds at one moment: what a backup says of it, and a restore is compared with."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Final

import asyncpg

from netralitas.recovery.manifest import Facts

_COUNTING: Final = """
SELECT string_agg(format('SELECT %L AS place, count(*) AS rows FROM %I.%I',
                         nspname || '.' || relname, nspname, relname), ' UNION ALL ')
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind = 'r' AND nspname IN ('public', 'published', 'inbox')
"""
_MIGRATIONS: Final = "SELECT name FROM migration ORDER BY name"
_LOG: Final = """
SELECT current_setting('server_version_num')::int / 10000 AS server,
       coalesce((SELECT encode(hash, 'hex') FROM event ORDER BY id LIMIT 1), '') AS first_event,
       (SELECT coalesce(max(position), -1) + 1 FROM log_leaf) AS leaves,
       coalesce((SELECT note FROM log_head ORDER BY size DESC LIMIT 1), '') AS head,
       coalesce((SELECT note FROM published.log_head ORDER BY size DESC LIMIT 1), '') AS published
"""
_FILES: Final = "SELECT encode(digest, 'hex') AS digest FROM file ORDER BY digest"
_SETTINGS: Final[Mapping[str, str]] = {
    # Without the right to see every row this must fail: half of them would look whole.
    "row_security": "off",
    "timezone": "UTC",
    "application_name": "netralitas backup",
    "idle_in_transaction_session_timeout": "0",
    "statement_timeout": "0",
}


@asynccontextmanager
async def moment(dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """Yield a connection of the auditor that sees one moment as long as the block lasts."""
    connection = await asyncpg.connect(dsn, server_settings=dict(_SETTINGS))
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            yield connection
    finally:
        await connection.close()


async def facts(c: asyncpg.Connection) -> Facts:
    """Return what the database holds: rows of each table, the log, the migrations that ran."""
    rows = await c.fetch(await c.fetchval(_COUNTING))
    log = await c.fetchrow(_LOG)
    ran = await c.fetch(_MIGRATIONS)
    tables = {row["place"]: row["rows"] for row in sorted(rows)}
    return Facts(tables=tables, migrations=tuple(row["name"] for row in ran), **dict(log))


async def files(c: asyncpg.Connection) -> list[str]:
    """Return the digest of every kept file that the database knows, in order."""
    return [row["digest"] for row in await c.fetch(_FILES)]


def differences(expected: Mapping[str, int], found: Mapping[str, int]) -> list[str]:
    """Return, a sentence each, the tables that have another number of rows than expected."""
    return [
        f"table {place} has {found.get(place, 0)} rows, the manifest says {expected.get(place, 0)}"
        for place in sorted({*expected, *found})
        if expected.get(place) != found.get(place)
    ]
