"""Prevention and the pack of a meeting defend themselves. The SQL stands beside, for reviewers."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T14:15:19:990000"
VERSION = "1.38.0"
DESCRIPTION = "Prevention and the pack of a meeting defend themselves"

SQL = Path(__file__).parent / "sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute((SQL / "prevention.sql").read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
