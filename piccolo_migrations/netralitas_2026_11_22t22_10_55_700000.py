"""Addresses and captures are read by whom they name, and a capture that is over stays as it is."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T22:10:55:700000"
VERSION = "1.38.0"
DESCRIPTION = "Addresses of the web and captures of them defend themselves"

SQL = Path(__file__).parent / "sql" / "web_evidence.sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute(SQL.read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
