"""Releases are found by a random code; versions of the open data are kept. The SQL is beside."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-23T01:12:06:900000"
VERSION = "1.38.0"
DESCRIPTION = "Releases are found by a random code, and versions of the open data are kept"

SQL = Path(__file__).parent / "sql" / "open_data.sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute(SQL.read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
