from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Boolean
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Check

ID = "2026-11-23T13:00:00:100000"
VERSION = "1.38.0"
DESCRIPTION = "An officer who is a system says so, and has no password"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="netralitas", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="OfficerRow",
        tablename="officer",
        column_name="is_system",
        db_column_name="is_system",
        column_class_name="Boolean",
        column_class=Boolean,
        params={
            "default": False,
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    manager.add_constraint(
        table_class_name="OfficerRow",
        tablename="officer",
        constraint_name="system_has_no_password",
        constraint_class=Check,
        params={"condition": "password IS NULL OR NOT is_system"},
        schema=None,
    )

    return manager
