from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.base import OnDelete
from piccolo.columns.base import OnUpdate
from piccolo.columns.column_types import ForeignKey
from piccolo.columns.column_types import Serial
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Check
from piccolo.table import Table


class AgreementRow(Table, tablename="agreement", schema=None):
    id = Serial(
        null=False,
        primary_key=True,
        unique=False,
        index=False,
        index_method=IndexMethod.btree,
        choices=None,
        db_column_name=None,
        secret=False,
    )


ID = "2026-11-23T05:30:31:300000"
VERSION = "1.38.0"
DESCRIPTION = "A notice may be of an agreement"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="netralitas", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="NoticeRow",
        tablename="notice",
        column_name="agreement",
        db_column_name="agreement",
        column_class_name="ForeignKey",
        column_class=ForeignKey,
        params={
            "references": AgreementRow,
            "on_delete": OnDelete.restrict,
            "on_update": OnUpdate.restrict,
            "target_column": None,
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

    manager.alter_column(
        table_class_name="NoticeRow",
        tablename="notice",
        column_name="case_file",
        db_column_name="case_file",
        params={"null": True},
        old_params={"null": False},
        column_class=ForeignKey,
        old_column_class=ForeignKey,
        schema=None,
    )

    manager.alter_column(
        table_class_name="NoticeRow",
        tablename="notice",
        column_name="proceeding",
        db_column_name="proceeding",
        params={"null": True},
        old_params={"null": False},
        column_class=ForeignKey,
        old_column_class=ForeignKey,
        schema=None,
    )

    manager.add_constraint(
        table_class_name="NoticeRow",
        tablename="notice",
        constraint_name="notice_of_one_thing",
        constraint_class=Check,
        params={
            "condition": "(agreement IS NULL) = (case_file IS NOT NULL) AND (case_file IS NULL) = (proceeding IS NULL)"
        },
        schema=None,
    )

    return manager
