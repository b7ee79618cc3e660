"""A notice is of one thing: a case, an agreement or an incident. The SQL stands beside."""

from pathlib import Path

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-23T14:00:00:700000"
VERSION = "1.38.0"
DESCRIPTION = "A notice is of one thing: a case, an agreement or an incident"

SQL = Path(__file__).parent / "sql"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute((SQL / "incident_notices.sql").read_text(encoding="utf-8"))

    manager.add_raw(run)
    return manager
