"""What each login role may do beside the schema of the application: published pages, the inbox."""

from collections.abc import Mapping
from typing import Final

from netralitas.database.bootstrap import APP, AUDITOR, PUBLIC_SITE, WORKER
from netralitas.database.privileges import Grant

LOG_READ: Final = (
    Grant(table="published.log_head"),
    Grant(table="published.log_tile"),
    Grant(table="published.log_entry"),
    Grant(table="published.log_origin"),
)
LOG_WRITTEN: Final = (
    Grant(table="published.log_head", insert=True),
    Grant(table="published.log_tile", insert=True, update=("hashes",)),
    Grant(table="published.log_entry", insert=True),
    Grant(table="published.log_origin", insert=True),
)
"""The published log: it only grows."""

PUBLISHED: Final[Mapping[str, tuple[Grant, ...]]] = {
    PUBLIC_SITE: (
        Grant(table="published.edition"),
        Grant(table="published.page"),
        Grant(table="published.status"),
        Grant(table="published.office"),
        Grant(table="published.message"),
        Grant(table="published.package"),
        Grant(table="published.attendance"),
        Grant(table="published.material"),
        Grant(table="published.paper"),
        *LOG_READ,
        Grant(table="published.data_file"),
    ),
    # A paper can be verified from the moment it is issued: the application says so itself.
    APP: (Grant(table="published.paper", insert=True, update=("scan",)),),
    WORKER: (
        Grant(
            table="published.edition",
            insert=True,
            update=("number", "position", "as_of", "prepared_at"),
        ),
        Grant(
            table="published.page",
            insert=True,
            update=("media_type", "body", "etag", "edition"),
            delete=True,
        ),
        Grant(table="published.status", insert=True, update=("content", "told_at"), delete=True),
        Grant(
            table="published.office",
            insert=True,
            update=("name", "zone", "regions", "service", "readers", "key_id", "public_key"),
            delete=True,
        ),
        Grant(table="published.message", insert=True, delete=True),
        Grant(
            table="published.package",
            insert=True,
            update=("content", "key_id", "public_key", "told_at"),
            delete=True,
        ),
        Grant(
            table="published.attendance",
            insert=True,
            update=("content", "key_id", "public_key", "opens_at", "closes_at", "told_at"),
            delete=True,
        ),
        Grant(table="published.material", insert=True, update=("name", "told_at"), delete=True),
        Grant(table="published.paper", insert=True, update=("scan",)),
        *LOG_WRITTEN,
        Grant(
            table="published.data_file",
            insert=True,
            update=("media_type", "body", "digest", "schema_version"),
        ),
    ),
    AUDITOR: (
        Grant(table="published.edition"),
        Grant(table="published.page"),
        Grant(table="published.status"),
        Grant(table="published.office"),
        Grant(table="published.message"),
        Grant(table="published.package"),
        Grant(table="published.attendance"),
        Grant(table="published.material"),
        Grant(table="published.paper"),
        *LOG_READ,
        Grant(table="published.data_file"),
    ),
}
"""The public schema: the worker prepares it, the public site reads it."""

INBOX: Final[Mapping[str, tuple[Grant, ...]]] = {
    PUBLIC_SITE: (
        Grant(
            table="inbox.draft",
            insert=True,
            update=("wrapped", "content", "version", "touched_at"),
            delete=True,
        ),
        Grant(table="inbox.file", insert=True, update=("sha256", "media_type"), delete=True),
        Grant(table="inbox.piece", insert=True, delete=True),
        Grant(table="inbox.report", insert=True),
        Grant(table="inbox.message", insert=True),
        Grant(table="inbox.acknowledgement", insert=True),
        Grant(table="inbox.attendance", insert=True),
        Grant(table="inbox.receipt_seal", insert=True),
        Grant(table="inbox.complaint", insert=True),
    ),
    APP: (
        Grant(table="inbox.draft"),
        Grant(table="inbox.file"),
        Grant(table="inbox.piece"),
        Grant(
            table="inbox.report",
            update=("taken_at", "case_file", "refused_at", "refusal"),
        ),
        # A code that the desk makes has its seal too; nobody there reads any.
        Grant(table="inbox.receipt_seal", read=False, insert=True),
    ),
    WORKER: (
        # What was taken in or refused is emptied: its content, and the key that opens the rest.
        Grant(table="inbox.draft", update=("content",), delete=True),
        Grant(table="inbox.file", delete=True),
        Grant(table="inbox.piece", delete=True),
        Grant(table="inbox.report", update=("key_id", "sealed_key"), delete=True),
        Grant(table="inbox.message", delete=True),
        Grant(table="inbox.acknowledgement", delete=True),
        Grant(table="inbox.attendance", update=("for_office",), delete=True),
        Grant(table="inbox.receipt_seal"),
        Grant(table="inbox.complaint", delete=True),
    ),
    AUDITOR: (
        Grant(table="inbox.draft"),
        Grant(table="inbox.file"),
        Grant(table="inbox.piece"),
        Grant(table="inbox.report"),
        Grant(table="inbox.message"),
        Grant(table="inbox.acknowledgement"),
        Grant(table="inbox.attendance"),
        Grant(table="inbox.receipt_seal"),
        Grant(table="inbox.complaint"),
    ),
}
"""The inbox: the public site writes it, each code its own rows; an office reads what it got."""

SCHEMAS: Final = {"published": PUBLISHED, "inbox": INBOX}
"""What lies outside of the schema of the application, and who may do what there."""

SEQUENCES: Final = (
    "inbox.message_id_seq",
    "inbox.receipt_seal_id_seq",
    "inbox.report_id_seq",
    "published.log_origin_ordinal_seq",
)
"""Sequences there: a dump reads where each stands."""
