from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Text
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Check

ID = "2026-11-23T01:12:06:381204"
VERSION = "1.38.0"
DESCRIPTION = "A release has an address of its own, and ends with a reason"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="netralitas", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="ReleaseRow",
        tablename="release",
        column_name="code",
        db_column_name="code",
        column_class_name="Text",
        column_class=Text,
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

    manager.add_column(
        table_class_name="ReleaseRow",
        tablename="release",
        column_name="ended_reason",
        db_column_name="ended_reason",
        column_class_name="Text",
        column_class=Text,
        params={
            "default": None,
            "null": True,
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

    manager.add_column(
        table_class_name="ReleaseRow",
        tablename="release",
        column_name="ended_note",
        db_column_name="ended_note",
        column_class_name="Text",
        column_class=Text,
        params={
            "default": None,
            "null": True,
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
        table_class_name="ReleaseRow",
        tablename="release",
        constraint_name="release_end_reason_known",
        constraint_class=Check,
        params={
            "condition": "ended_reason IN ('wrong_data', 'matter_changed', 'objection', 'recognisable', 'too_early', 'other')"
        },
        schema=None,
    )

    manager.add_constraint(
        table_class_name="ReleaseRow",
        tablename="release",
        constraint_name="release_reason_with_its_end",
        constraint_class=Check,
        params={
            "condition": "ended_reason IS NULL OR ended_at IS NOT NULL"
        },
        schema=None,
    )

    return manager
