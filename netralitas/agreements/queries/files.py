"""A file that was kept under an agreement: where it lies and what it is."""

from netralitas.agreements.domain import RecordKind
from netralitas.agreements.records.values import Record
from netralitas.agreements.store.records import records_of
from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible


async def document_of(c: Connection, agreement: int, record: int) -> Record:
    """Return a document of an agreement with its file; NotVisible when it has none of this id."""
    for found in await records_of(c, agreement, (RecordKind.DOCUMENT,)):
        if found.id == record and found.digest:
            return found
    raise NotVisible
