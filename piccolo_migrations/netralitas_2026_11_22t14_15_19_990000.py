"""Prevention and packs defend themselves; figures are found fast. The SQL is beside."""

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
        for name in ("prevention", "figures"):
            await connection.execute((SQL / f"{name}.sql").read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
