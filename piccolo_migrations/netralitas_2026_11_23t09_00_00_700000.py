"""Who reads lists of disposal, what erases, and the ledger. The SQL stands beside, for reviewers."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-23T09:00:00:700000"
VERSION = "1.38.0"
DESCRIPTION = "Nothing is erased without its line in the ledger, nor disposed of without two people"

SQL = Path(__file__).parent / "sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        for name in ("disposal.sql", "disposal_erasing.sql"):
            await connection.execute((SQL / name).read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
