"""The register of letters is walked from either end of a letter: one index for who is at the other end."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T12:10:00:700000"
VERSION = "1.38.0"
DESCRIPTION = "The register of letters is walked from either end of a letter"

INDEX = "CREATE INDEX letter_of_correspondent ON letter (correspondent, id)"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        await engine_finder().current_transaction.get().connection.execute(INDEX)

    manager.add_raw(run)
    return manager
