"""Roles and databases, made once by a superuser before the first migration (PostgreSQL ≥ 15).

Every statement may be repeated. After `bootstrap`: five login roles and the role that owns the
search function exist with exactly these attributes; the database belongs to `netralitas_owner`;
PUBLIC has no right in it, not even to connect or to call functions created later by the owner.
What a role may do with which table is granted by the owner's migrations, not here.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import asyncpg

from netralitas.database.connection import Connection

OWNER: Final = "netralitas_owner"
APP: Final = "netralitas_app"
PUBLIC_SITE: Final = "netralitas_public"
WORKER: Final = "netralitas_worker"
AUDITOR: Final = "netralitas_auditor"
SEARCH: Final = "netralitas_search"

LOGIN_ROLES: Final = (OWNER, APP, PUBLIC_SITE, WORKER, AUDITOR)

_PLAIN = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
_ATTRIBUTES: Final = {
    OWNER: f"LOGIN {_PLAIN} NOBYPASSRLS",
    APP: f"LOGIN {_PLAIN} NOBYPASSRLS",
    PUBLIC_SITE: f"LOGIN {_PLAIN} NOBYPASSRLS",
    WORKER: f"LOGIN {_PLAIN} NOBYPASSRLS",
    AUDITOR: f"LOGIN {_PLAIN} BYPASSRLS",  # reads every row, for verify and backup
    SEARCH: f"NOLOGIN {_PLAIN} BYPASSRLS",  # owns the one SECURITY DEFINER search function
}

_LARGE_OBJECTS = "lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea)"

_LOCK = 0x6E65_7472  # "netr": two starters must not create the same role at the same time


def role_statements() -> list[str]:
    """Return the statements that make the roles, or bring them back to these attributes."""
    statements = []
    for role, attributes in _ATTRIBUTES.items():
        missing = f"NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}')"
        statements += [
            f"DO $$ BEGIN IF {missing} THEN CREATE ROLE {role}; END IF; END $$",
            f"ALTER ROLE {role} {attributes}",
        ]
    return [
        *statements,
        f"ALTER ROLE {AUDITOR} SET default_transaction_read_only = on",
        # Membership is what ALTER FUNCTION … OWNER TO asks for: up to 15 by itself, from 16 on
        # with the SET option, which a plain GRANT includes. BYPASSRLS is never inherited.
        f"GRANT {SEARCH} TO {OWNER}",
    ]


def rights_statements(database: str) -> list[str]:
    """Return the statements about `database` itself; a clone does not inherit them."""
    return [
        f"REVOKE ALL ON DATABASE {_named(database)} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {_named(database)} TO {', '.join(LOGIN_ROLES)}",
    ]


def schema_statements() -> list[str]:
    """Return the statements to be run inside the database, as superuser."""
    return [
        f"ALTER SCHEMA public OWNER TO {OWNER}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {', '.join((*LOGIN_ROLES[1:], SEARCH))}",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        # Large objects lie outside of every schema, and anybody may make one unless told not to.
        f"REVOKE EXECUTE ON FUNCTION {_LARGE_OBJECTS} FROM PUBLIC",
    ]


def hand_to_search(function: str) -> list[str]:
    """Return what the owner's migration runs to make `function(types)` belong to the search role.

    A function's owner needs CREATE on its schema at that moment and never again.
    """
    return [
        f"GRANT CREATE ON SCHEMA public TO {SEARCH}",
        f"ALTER FUNCTION {function} OWNER TO {SEARCH}",
        f"REVOKE CREATE ON SCHEMA public FROM {SEARCH}",
    ]


def roles_sql(database: str = "netralitas") -> str:
    """Return a psql script with everything `bootstrap` does, for a database administrator."""
    create = _create_statement(database, "LOCALE_PROVIDER libc LOCALE 'C.UTF-8'")
    lines = [
        "-- Run as superuser: psql -d postgres -v ON_ERROR_STOP=1 -f FILE. May be repeated.",
        *(f"{statement};" for statement in role_statements()),
        f"SELECT $$ {create} $$",
        f" WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{database}') \\gexec",
        *(f"{statement};" for statement in rights_statements(database)),
        f"\\connect {database}",
        *(f"{statement};" for statement in schema_statements()),
        "-- Then give each role that logs in a password of its own:",
        *(f"-- \\password {role}" for role in LOGIN_ROLES),
    ]
    return "\n".join(lines) + "\n"


async def bootstrap(superuser_dsn: str, database: str = "netralitas") -> None:
    """Make whatever is missing of the roles and `database`; safe for many at the same time.

    `superuser_dsn` names a maintenance database, usually `postgres`.
    """
    async with _connected(superuser_dsn) as connection:
        await connection.execute(f"SELECT pg_advisory_lock({_LOCK})")  # until the connection ends
        for statement in role_statements():
            await connection.execute(statement)
        if not await _exists(connection, database):
            await connection.execute(_create_statement(database, await _locale(connection)))
        for statement in rights_statements(database):
            await connection.execute(statement)
        async with _connected(superuser_dsn, database) as inside:
            for statement in schema_statements():
                await inside.execute(statement)


async def clone_database(superuser_dsn: str, template: str, name: str) -> None:
    """Make the database `name` a copy of `template`, with the same owner and rights.

    Nobody may be connected to `template`.
    """
    # Copying a small template's files costs two thirds of logging its pages: a test run has 1,400.
    async with _connected(superuser_dsn) as connection:
        await connection.execute(
            f"CREATE DATABASE {_named(name)} TEMPLATE {_named(template)} OWNER {OWNER}"
            " STRATEGY FILE_COPY"
        )
        for statement in rights_statements(name):
            await connection.execute(statement)


async def drop_database(superuser_dsn: str, name: str) -> None:
    """Remove the database `name` if it is there, ending whoever is connected to it."""
    async with _connected(superuser_dsn) as connection:
        await connection.execute(f"DROP DATABASE IF EXISTS {_named(name)} WITH (FORCE)")


def _create_statement(database: str, locale: str) -> str:
    return (
        f"CREATE DATABASE {_named(database)} OWNER {OWNER} TEMPLATE template0"
        f" ENCODING 'UTF8' {locale}"
    )


async def _locale(connection: Connection) -> str:
    """Return the clause for order by code point, the same on every machine."""
    if await connection.fetchval("SELECT current_setting('server_version_num')::int") < 170000:
        return "LOCALE_PROVIDER libc LOCALE 'C.UTF-8'"
    return "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"


async def _exists(connection: Connection, database: str) -> bool:
    return bool(
        await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", database)
    )


@asynccontextmanager
async def _connected(dsn: str, database: str | None = None) -> AsyncIterator[Connection]:
    connection = await asyncpg.connect(dsn, database=database)
    try:
        yield connection
    finally:
        await connection.close()


def _named(database: str) -> str:
    """Return `database` if it can stand in a statement without quotes; else raise `ValueError`."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", database):
        raise ValueError(f"not a plain database name: {database!r}")
    return database
