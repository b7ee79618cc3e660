"""The statements of the imports' own rows; each runs on the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.audit.domain import Head
from netralitas.audit.record import lock
from netralitas.database.connection import Connection
from netralitas.imports.domain import ImportKind
from netralitas.imports.staff import StaffLine
from netralitas.refusals import NotVisible

LARGEST_ID: Final = 2**63 - 1
# Two imports of an office at once could both take in the same person; "impt".
_ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(1768779892, $1)"
_ADD: Final = """
INSERT INTO import_batch (id, kind, source, organisation, officer, digest, columns, rows,
                          imported_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""
_IDS: Final = "SELECT nextval('staff_id_seq') FROM generate_series(1, $1)"
_STAFF: Final = """
INSERT INTO staff (id, batch, name, employment, position_class, position, unit, employer, grade,
                   nip_cipher, nip_digest, nip_last, readers)
SELECT line.id, $1, line.name, employment, position_class, position, unit, employer, grade,
       nip_cipher, nip_digest, nip_last, $2
FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
            $10::text[], $11::bytea[], $12::bytea[], $13::text[])
     AS line (id, name, employment, position_class, position, unit, employer, grade, nip_cipher,
              nip_digest, nip_last)
"""
_KEYS: Final = """
INSERT INTO staff_key (staff, key, readers)
SELECT found.staff, found.key, $1 FROM unnest($2::bigint[], $3::text[]) AS found (staff, key)
"""
_ONE: Final = "SELECT kind, organisation, rows, undone_at FROM import_batch WHERE id = $1"
_DEPENDING: Final = """
SELECT count(*) FROM respondent r JOIN staff s ON s.id = r.staff WHERE s.batch = $1
"""
_NO_KEYS: Final = """
DELETE FROM staff_key USING staff WHERE staff_key.staff = staff.id AND staff.batch = $1
"""
_NO_STAFF: Final = "DELETE FROM staff WHERE batch = $1"
_UNDONE: Final = "UPDATE import_batch SET undone_at = $2 WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A table that was taken in, as a command needs it."""

    kind: ImportKind
    organisation: int
    rows: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBatch:
    """A table that is being taken in; `columns` are the heads of the file by our codes."""

    id: int
    kind: ImportKind
    source: str
    organisation: int
    officer: int
    digest: bytes
    columns: dict[str, str]
    rows: int
    at: datetime
    readers: tuple[int, ...]


async def alone(c: Connection, organisation: int) -> None:
    """Hold that no other import of this office runs until the end of the transaction."""
    await c.execute(_ONE_AT_A_TIME, organisation)


async def add(c: Connection, new: NewBatch) -> None:
    """Add a batch under the id of its stream."""
    await c.execute(
        _ADD,
        *(new.id, new.kind, new.source, new.organisation, new.officer, new.digest, new.columns),
        *(new.rows, new.at, list(new.readers)),
    )


async def add_staff(
    c: Connection, batch: int, lines: Sequence[StaffLine], readers: tuple[int, ...]
) -> None:
    """Add the people of a list, in three round trips however many there are."""
    ids = [row[0] for row in await c.fetch(_IDS, len(lines))]
    nips = [line.nip for line in lines]
    await c.execute(
        _STAFF,
        *(batch, list(readers), ids, [line.name for line in lines]),
        *([line.employment for line in lines], [line.position_class for line in lines]),
        *([line.position for line in lines], [line.unit for line in lines]),
        *([line.employer for line in lines], [line.grade for line in lines]),
        [nip.cipher if nip else None for nip in nips],
        [nip.digest if nip else None for nip in nips],
        [nip.last4 if nip else None for nip in nips],
    )
    keys = [(id_, key) for id_, line in zip(ids, lines, strict=True) for key in line.keys]
    await c.execute(_KEYS, list(readers), [each[0] for each in keys], [each[1] for each in keys])


async def locked(c: Connection, batch: int) -> tuple[Batch, Head]:
    """Return a batch with the end of its stream, which nobody else moves; NotVisible for none."""
    possible = 0 < batch <= LARGEST_ID
    if not possible or await c.fetchrow(_ONE, batch) is None:
        raise NotVisible
    head = await lock(c, batch)
    row = await c.fetchrow(_ONE, batch)
    found = Batch(
        kind=ImportKind(row["kind"]),
        organisation=row["organisation"],
        rows=row["rows"],
        undone_at=row["undone_at"],
    )
    return found, head


async def depending(c: Connection, batch: int) -> int:
    """Return how many respondents that the actor sees were identified by a line of the batch."""
    found: int = await c.fetchval(_DEPENDING, batch)
    return found


async def take_back(c: Connection, batch: int, at: datetime) -> None:
    """Remove the people of a batch; the database refuses while a respondent refers to one."""
    await c.execute(_NO_KEYS, batch)
    await c.execute(_NO_STAFF, batch)
    await set_undone(c, batch, at)


async def set_undone(c: Connection, batch: int, at: datetime) -> None:
    """Hold that the import was taken back then."""
    await c.execute(_UNDONE, batch, at)
