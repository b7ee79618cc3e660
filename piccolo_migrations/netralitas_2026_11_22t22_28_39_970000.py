"""Hand-overs of static archives defend themselves. The SQL is beside."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T22:28:39:970000"
VERSION = "1.38.0"
DESCRIPTION = "Hand-overs of static archives defend themselves"

SQL = Path(__file__).parent / "sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute((SQL / "archive.sql").read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
