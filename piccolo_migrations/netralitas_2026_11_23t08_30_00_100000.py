from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.base import OnDelete
from piccolo.columns.base import OnUpdate
from piccolo.columns.column_types import Bytea
from piccolo.columns.column_types import ForeignKey
from piccolo.columns.column_types import Serial
from piccolo.columns.column_types import Text
from piccolo.columns.column_types import Timestamptz
from piccolo.columns.indexes import IndexMethod
from piccolo.table import Table


class OfficerRow(Table, tablename="officer", schema=None):
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


ID = "2026-11-23T08:30:00:100000"
VERSION = "1.38.0"
DESCRIPTION = "Sign-in through a provider: whose identity is whose, NIPs of officers, tries used"

LINK, NIP, USED = ("SsoLinkRow", "sso_link"), ("OfficerNipRow", "officer_nip"), ("SsoUsedRow", "sso_used")


def shape(**changes):
    return {
        "null": False,
        "primary_key": False,
        "unique": False,
        "index": False,
        "index_method": IndexMethod.btree,
        "choices": None,
        "db_column_name": None,
        "secret": False,
    } | changes


def officer(**changes):
    return shape(
        references=OfficerRow,
        on_delete=OnDelete.restrict,
        on_update=OnUpdate.restrict,
        target_column=None,
        **changes,
    )


COLUMNS = (
    (LINK, "officer", ForeignKey, officer(primary_key=True)),
    (LINK, "subject", Bytea, shape(default=None, unique=True)),
    (LINK, "linked_at", Timestamptz, shape(default=None)),
    (NIP, "id", Serial, shape(primary_key=True)),
    (NIP, "officer", ForeignKey, officer(unique=True)),
    (NIP, "nip_cipher", Bytea, shape(default=None)),
    (NIP, "nip_digest", Bytea, shape(default=None, unique=True)),
    (NIP, "nip_last", Text, shape(default=None)),
    (USED, "digest", Bytea, shape(default=None, primary_key=True)),
    (USED, "used_at", Timestamptz, shape(default=None)),
)


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="netralitas", description=DESCRIPTION
    )

    for class_name, tablename in (LINK, NIP, USED):
        manager.add_table(
            class_name=class_name, tablename=tablename, schema=None, columns=None
        )
    for (class_name, tablename), name, kind, params in COLUMNS:
        manager.add_column(
            table_class_name=class_name,
            tablename=tablename,
            column_name=name,
            db_column_name=name,
            column_class_name=kind.__name__,
            column_class=kind,
            params=params,
            schema=None,
        )

    return manager
