"""Brings a database to this program's schema, rights and states, or says what is missing."""

import io
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, redirect_stdout

from piccolo.apps.migrations.commands.base import BaseMigrationManager
from piccolo.apps.migrations.commands.forwards import run_forwards
from piccolo.apps.migrations.tables import Migration
from piccolo.conf.apps import MigrationModule

from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.engine import ENGINE
from netralitas.database.privileges import Right
from netralitas.database.roles import grants_sql, held, rights
from netralitas.piccolo_app import APP_CONFIG

DeclaredState = tuple[str, int, str, bool]
"""Workflow, its version, a state of it, and whether the state is final."""

_LOCK = 0x6E65_6D69  # "nemi": two processes must not migrate at the same time


class MigrationError(Exception):
    """The database cannot be brought to this program's schema; the message says what to do."""


async def migrate(
    owner_dsn: str, states: Sequence[DeclaredState], progress: Callable[[str], object]
) -> None:
    """Bring the database to this program's schema, rights and states: all of it, or nothing.

    One transaction under an advisory lock, so that a second process waits and then finds nothing
    to do. `progress` gets one English line for each step. `states` are those of every declared
    version of every workflow; a state is never removed. The process's engine must not be open.
    Raises MigrationError, DatabaseAway, or what PostgreSQL refused.
    """
    async with _as_owner(owner_dsn) as connection:
        await connection.execute(f"SELECT pg_advisory_xact_lock({_LOCK})")
        for name, description in _to_run(await _already_ran(connection)):
            progress(f"Migration {name}: {description}")
            await _run(name)
        progress("Rights of the roles")
        for statement in grants_sql():
            await connection.execute(statement)
        progress("Declared states of the workflows")
        await connection.executemany(_DECLARE, states)


async def check(owner_dsn: str, states: Sequence[DeclaredState]) -> list[str]:
    """Return, a sentence each, what `migrate` would change; nothing is changed. Empty: all done."""
    async with _as_owner(owner_dsn) as connection:
        await connection.execute("SET TRANSACTION READ ONLY")
        pending = _to_run(await _already_ran(connection))
        if pending:
            return [f"Migration {name} has not run: {description}" for name, description in pending]
        have = await held(connection)
        declared = {tuple(row) for row in await connection.fetch(_DECLARED)}
    return [
        *(f"Missing: {_sentence(right)}." for right in sorted(rights() - have)),
        *(f"Too much: {_sentence(right)}." for right in sorted(have - rights())),
        *(
            f"State {state} of {workflow} version {version} is not declared in the database."
            for workflow, version, state, final in states
            if (workflow, version, state, final) not in declared
        ),
    ]


@asynccontextmanager
async def _as_owner(owner_dsn: str) -> AsyncIterator[Connection]:
    """Yield the connection of one transaction of the owner; Piccolo's queries run in it too."""
    await ENGINE.open(owner_dsn, size=1, application="netralitas migrate", command_seconds=None)
    try:
        async with ENGINE.transaction(settings=EVERYTHING) as transaction:
            yield transaction.connection
    finally:
        await ENGINE.close()


async def _already_ran(connection: Connection) -> list[str]:
    if await connection.fetchval("SELECT to_regclass('public.migration')") is None:
        return []
    return await Migration.get_migrations_which_ran(app_name=APP_CONFIG.app_name)


def hold_known(ran: Sequence[str]) -> None:
    """Hold that this program knows every migration that ran; MigrationError else."""
    _to_run(ran)


def _to_run(ran: Sequence[str]) -> list[tuple[str, str]]:
    """Return name and description of the migrations that have not run, in their order."""
    modules: dict[str, MigrationModule] = BaseMigrationManager().get_migration_modules(
        APP_CONFIG.resolved_migrations_folder_path
    )
    unknown = sorted(set(ran) - set(modules))
    if unknown:
        raise MigrationError(
            f"The database has migration {unknown[-1]}, which this program does not know: "
            "it was made by a newer version. Use that version, or restore a backup."
        )
    return [
        (name, str(getattr(modules[name], "DESCRIPTION", "")))
        for name in sorted(set(modules) - set(ran))
    ]


async def _run(name: str) -> None:
    said = io.StringIO()  # Piccolo speaks to a terminal
    with redirect_stdout(said):
        result = await run_forwards(APP_CONFIG.app_name, name)
    if not result.success:
        raise MigrationError(f"Migration {name} did not run: {result.message or said.getvalue()}")


def _sentence(right: Right) -> str:
    place = f"{right.place}.{right.column}" if right.column else right.place
    return f"{right.privilege} on {place} for {right.role}"


_DECLARE = """
INSERT INTO declared_state (workflow, version, state, final) VALUES ($1, $2, $3, $4)
ON CONFLICT (workflow, version, state) DO UPDATE SET final = excluded.final
WHERE declared_state.final <> excluded.final
"""

_DECLARED = "SELECT workflow, version, state, final FROM declared_state"
