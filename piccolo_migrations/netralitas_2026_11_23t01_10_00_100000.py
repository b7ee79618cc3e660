"""A leaf of the log may stand for a receipt, or be padding."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import BigInt
from piccolo.columns.column_types import ForeignKey
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Check

ID = "2026-11-23T01:10:00:100000"
VERSION = "1.38.0"
DESCRIPTION = "A leaf of the log may stand for a receipt, or be padding"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    manager.add_column(
        table_class_name="LogLeafRow",
        tablename="log_leaf",
        column_name="receipt",
        db_column_name="receipt",
        column_class_name="BigInt",
        column_class=BigInt,
        params={
            "default": None,
            "null": True,
            "primary_key": False,
            "unique": True,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    manager.alter_column(
        table_class_name="LogLeafRow",
        tablename="log_leaf",
        column_name="event",
        db_column_name="event",
        params={"null": True},
        old_params={"null": False},
        column_class=ForeignKey,
        old_column_class=ForeignKey,
        schema=None,
    )

    manager.add_constraint(
        table_class_name="LogLeafRow",
        tablename="log_leaf",
        constraint_name="stands_for_one_thing",
        constraint_class=Check,
        params={"condition": "event IS NULL OR receipt IS NULL"},
        schema=None,
    )

    return manager
