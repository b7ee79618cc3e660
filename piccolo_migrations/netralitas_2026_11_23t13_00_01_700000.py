"""Which addresses one administrator alone had set. The SQL stands beside, for reviewers."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-23T13:00:01:700000"
VERSION = "1.38.0"
DESCRIPTION = "Addresses that one administrator alone had set wait for another"

SQL = Path(__file__).parent / "sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute((SQL / "mail_set_alone.sql").read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
