"""Which identities there are, without any of them; on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.vault.domain import Subject

_ENTRIES: Final = """
SELECT v.id, v.subject, v.stored_at, e.recorded_at AS erased_at
FROM vault_entry v LEFT JOIN event e ON e.id = v.erased_by
WHERE v.case_file = $1 ORDER BY v.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """That an identity was stored, whose, when, and when it was erased, if it was."""

    id: int
    subject: Subject
    stored_at: datetime
    erased_at: datetime | None


async def entries_of(connection: Connection, case: int) -> tuple[Entry, ...]:
    """Return the entries of a case, the oldest first; those erased as well."""
    return tuple(
        Entry(
            id=row["id"],
            subject=Subject(row["subject"]),
            stored_at=row["stored_at"],
            erased_at=row["erased_at"],
        )
        for row in await connection.fetch(_ENTRIES, case)
    )
