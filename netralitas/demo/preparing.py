"""Brings the demo's database to this version, with its cases: whole, or not at all."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import asyncpg

from netralitas.database.embedded import EmbeddedServer
from netralitas.settings import Settings

DATABASE = "netralitas"
UNFINISHED = "netralitas_unfinished"
MIGRATIONS = Path(__file__).parents[2] / "piccolo_migrations"

Say = Callable[[str], object]


async def prepare(server: EmbeddedServer, settings: Settings, say: Say) -> None:
    """Make the demo's database ready; again it is fast, and an interrupted first run starts over.

    The cases are made in a database of another name, which gets its own when all of it is there.
    """
    mark = settings.data / "prepared"
    version = schema_digest()
    exists = await _exists(server, DATABASE)
    if exists and mark.is_file() and mark.read_text() == version:
        return
    if exists:
        from netralitas.bringing_up import bring_up  # noqa: PLC0415 - slow, and seldom needed

        await bring_up(server.dsn("netralitas_owner", DATABASE), say)
    else:
        await _make(server, settings, say)
    mark.write_text(version)


def schema_digest() -> str:
    """Return what tells one state of the migrations and declarations from another."""
    summed = hashlib.sha256()
    sources = [*MIGRATIONS.rglob("*.py"), *MIGRATIONS.rglob("*.sql")]
    sources += Path(__file__).parents[1].glob("*/workflow/*.py")
    sources += Path(__file__).parents[1].glob("database/*.py")
    for file in sorted(sources):
        summed.update(file.read_bytes())
    return summed.hexdigest()


async def _make(server: EmbeddedServer, settings: Settings, say: Say) -> None:
    from netralitas.bringing_up import bring_up  # noqa: PLC0415 - first run
    from netralitas.database.bootstrap import bootstrap, drop_database  # noqa: PLC0415 - first run
    from netralitas.demo.seed import seed  # noqa: PLC0415 - first run

    await drop_database(server.dsn(), UNFINISHED)
    say("Making the database")
    await bootstrap(server.dsn(), UNFINISHED)
    await bring_up(server.dsn("netralitas_owner", UNFINISHED), say)
    say("Telling the invented cases")
    public = server.dsn("netralitas_public", UNFINISHED)
    await seed(server.dsn("netralitas_owner", UNFINISHED), public, settings, say)
    connection = await asyncpg.connect(server.dsn())
    try:
        await connection.execute(f"ALTER DATABASE {UNFINISHED} RENAME TO {DATABASE}")
    finally:
        await connection.close()


async def _exists(server: EmbeddedServer, database: str) -> bool:
    connection = await asyncpg.connect(server.dsn())
    try:
        found = await connection.fetchval(
            "SELECT true FROM pg_database WHERE datname = $1", database
        )
    finally:
        await connection.close()
    return bool(found)
