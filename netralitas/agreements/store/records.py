"""The statements on what is kept under an agreement; each runs on the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.agreements.domain import RecordKind
from netralitas.agreements.records.values import TYPES, Entry, Record
from netralitas.database.connection import Connection, Row
from netralitas.language import as_source

_ADD: Final = """
INSERT INTO agreement_record
    (agreement, kind, about, happened_on, content, file, officer, written_at, readers)
VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9) RETURNING id
"""
_OF: Final = """
SELECT r.id, r.kind, r.about, r.happened_on, r.content, o.name AS officer,
       coalesce(encode(r.file, 'hex'), '') AS digest, coalesce(f.media_type, '') AS media_type,
       coalesce(f.size, 0) AS size
FROM agreement_record r
JOIN officer o ON o.id = r.officer
LEFT JOIN file f ON f.digest = r.file
WHERE r.agreement = $1 AND ($2::text[] IS NULL OR r.kind = ANY ($2))
ORDER BY r.happened_on, r.id
"""
_NUMBERS: Final = """
SELECT p.printed AS number FROM agreement_party p WHERE p.printed = ANY ($1)
UNION
SELECT party ->> 'number' FROM agreement_text t, jsonb_array_elements(t.content -> 'parties') party
WHERE party ->> 'number' = ANY ($1)
UNION
SELECT number FROM agreement_record r, jsonb_array_elements_text(r.content -> 'numbers') number
WHERE r.kind = 'addendum' AND number = ANY ($1)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """Something before it is kept; `file` is the digest of a file that the database knows."""

    agreement: int
    kind: RecordKind
    about: int | None
    on: date
    entry: Entry
    file: bytes | None
    officer: int
    readers: Sequence[int]


async def add_record(c: Connection, new: NewRecord, written_at: datetime) -> int:
    """Return the id of what is kept from now on; nobody changes it any more."""
    content = msgspec.json.encode(new.entry, enc_hook=as_source).decode()
    added: int = await c.fetchval(
        _ADD,
        *(new.agreement, new.kind, new.about, new.on, content, new.file, new.officer),
        *(written_at, list(new.readers)),
    )
    return added


async def records_of(
    c: Connection, agreement: int, kinds: Sequence[RecordKind] | None = None
) -> tuple[Record, ...]:
    """Return what was kept under an agreement that the reader sees, of some kinds or of all."""
    wanted = None if kinds is None else [kind.value for kind in kinds]
    return tuple(map(_record, await c.fetch(_OF, agreement, wanted)))


async def numbers_used(c: Connection, numbers: Sequence[str]) -> frozenset[str]:
    """Return those of the numbers that any agreement or addendum bears."""
    return frozenset(row["number"] for row in await c.fetch(_NUMBERS, list(numbers)))


def _record(row: Row) -> Record:
    kind = RecordKind(row["kind"])
    return Record(
        id=row["id"],
        kind=kind,
        about=row["about"],
        on=row["happened_on"],
        entry=msgspec.convert(row["content"], TYPES[kind]),
        officer=row["officer"],
        digest=row["digest"],
        media_type=row["media_type"],
        size=row["size"],
    )
