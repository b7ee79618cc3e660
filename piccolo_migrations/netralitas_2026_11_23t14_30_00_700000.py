"""Addresses of web pages that became no case are disposed of. The SQL stands beside."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-23T14:30:00:700000"
VERSION = "1.38.0"
DESCRIPTION = "Addresses of web pages that became no case are disposed of"

SQL = Path(__file__).parent / "sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute((SQL / "disposal_of_addresses.sql").read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
