"""The database that is restored into: empty, with the roles in place, and filled as a whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final

import asyncpg
import pyrage

from netralitas.database.bootstrap import LOGIN_ROLES, SEARCH
from netralitas.recovery.manifest import DATABASE, Manifest
from netralitas.recovery.programs import program, writing_to
from netralitas.recovery.refusals import BackupRefused, Damaged
from netralitas.recovery.sealing import unseal

_MAJOR: Final = "SELECT current_setting('server_version_num')::int / 10000"
_ROLES: Final = "SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)"
_HELD: Final = """
SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
"""
# The search function belongs to a role of its own, which needs this at that moment and never again.
_GRANT: Final = "GRANT CREATE ON SCHEMA public TO netralitas_search"
_REVOKE: Final = "REVOKE CREATE ON SCHEMA public FROM netralitas_search"
_RESTORE: Final = ("--single-transaction", "--exit-on-error")


async def hold_ready(dsn: str, manifest: Manifest) -> int:
    """Return the server's major version if the backup can be restored there; BackupRefused else.

    `dsn` is the owner's. The database must be empty, the roles there, the server not older than
    the one that was dumped.
    """
    c = await asyncpg.connect(dsn)
    try:
        major: int = await c.fetchval(_MAJOR)
        if major < manifest.facts.server:
            raise BackupRefused(
                f"The backup is of PostgreSQL {manifest.facts.server}, this server is {major}."
            )
        there = {row[0] for row in await c.fetch(_ROLES, [*LOGIN_ROLES, SEARCH])}
        lacking = sorted({*LOGIN_ROLES, SEARCH} - there)
        if lacking:
            raise BackupRefused(
                f"The role {lacking[0]} is missing; make the roles: netralitas database roles --sql"
            )
        if await c.fetchval(_HELD):
            raise BackupRefused("The database is not empty; a backup is restored into a new one.")
    finally:
        await c.close()
    return major


async def grant(dsn: str, *, given: bool) -> None:
    """Let the search role make its function, or no longer."""
    c = await asyncpg.connect(dsn)
    try:
        await c.execute(_GRANT if given else _REVOKE)
    finally:
        await c.close()


def fill(
    dsn: str, folder: Path, manifest: Manifest, keys: Sequence[pyrage.x25519.Identity], major: int
) -> None:
    """Hold that the database is what was dumped: in one transaction, so all of it or nothing.

    Blocks. Raises Damaged, BackupRefused.
    """
    path, _ = program("pg_restore", max(major, manifest.dumped_by))

    def give(target: BinaryIO) -> None:
        with (folder / DATABASE).open("rb") as source:
            part = unseal(DATABASE, source, target, keys)
        if part != manifest.database:
            raise Damaged([f"{DATABASE} holds something else than was written"])

    writing_to([path, *_RESTORE], dsn, give)
