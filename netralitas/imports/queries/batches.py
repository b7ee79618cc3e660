"""The imports of an office: the list of them, one, and what is remembered of a source."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.imports.domain import ImportKind
from netralitas.refusals import NotVisible

MOST: Final = 100
_LARGEST_ID: Final = 2**63 - 1

_LINE: Final = """
SELECT b.id, b.source, b.rows, b.imported_at, b.undone_at, o.name AS officer,
       (SELECT (e.details ->> 'refused')::integer FROM event e
        WHERE e.stream = b.id AND e.version = 1) AS refused
FROM import_batch b JOIN officer o ON o.id = b.officer
"""
_ALL: Final = f"{_LINE} WHERE b.kind = $1 AND b.organisation = $2 ORDER BY b.id DESC LIMIT {MOST}"
_ONE: Final = f"{_LINE} WHERE b.id = $1 AND b.organisation = $2 AND b.kind = $3"
_PEOPLE: Final = """
SELECT coalesce(sum(rows), 0)::bigint FROM import_batch
WHERE kind = $1 AND organisation = $2 AND undone_at IS NULL
"""
_DEPENDING: Final = """
SELECT count(*) FROM respondent r JOIN staff s ON s.id = r.staff WHERE s.batch = $1
"""
_REMEMBERED: Final = """
SELECT columns FROM import_batch
WHERE kind = $1 AND organisation = $2 AND lower(source) = lower($3) ORDER BY id DESC LIMIT 1
"""
_SAME: Final = """
SELECT source, imported_at FROM import_batch
WHERE organisation = $1 AND digest = $2 AND undone_at IS NULL
"""


class BatchLine(msgspec.Struct, frozen=True, kw_only=True):
    """An import as the list shows it: how many rows it took in and refused, by whom and when."""

    id: int
    source: str
    rows: int
    refused: int
    officer: str
    imported_at: datetime
    undone_at: datetime | None


class Lists(msgspec.Struct, frozen=True, kw_only=True):
    """The imports of an office, the latest first, and how many rows they have now."""

    batches: tuple[BatchLine, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An import of the same file."""

    source: str
    imported_at: datetime


async def lists_of(c: Connection, organisation: int, kind: ImportKind = ImportKind.STAFF) -> Lists:
    """Return the last hundred imports of an office, of one kind."""
    rows = await c.fetch(_ALL, kind, organisation)
    people = await c.fetchval(_PEOPLE, kind, organisation)
    return Lists(batches=tuple(map(_line, rows)), people=people)


async def one_batch(
    c: Connection, organisation: int, batch: int, kind: ImportKind = ImportKind.STAFF
) -> tuple[BatchLine, int]:
    """Return an import of a kind, and how many respondents that the actor sees depend on it.

    NotVisible for another office's, and for none.
    """
    possible = 0 < batch <= _LARGEST_ID
    row = await c.fetchrow(_ONE, batch, organisation, kind) if possible else None
    if row is None:
        raise NotVisible
    return _line(row), await c.fetchval(_DEPENDING, batch)


async def remembered_columns(
    c: Connection, organisation: int, source: str, kind: ImportKind = ImportKind.STAFF
) -> dict[str, str]:
    """Return the heads of the last list from this source by our codes; empty for a new source."""
    found: dict[str, str] | None = await c.fetchval(_REMEMBERED, kind, organisation, source)
    return found or {}


async def same_file(c: Connection, organisation: int, digest: bytes) -> Before | None:
    """Return the import of the file with this SHA-256 that still stands; None without one."""
    row = await c.fetchrow(_SAME, organisation, digest)
    return None if row is None else Before(source=row["source"], imported_at=row["imported_at"])


def _line(row: Row) -> BatchLine:
    return BatchLine(
        id=row["id"],
        source=row["source"],
        rows=row["rows"],
        refused=row["refused"] or 0,
        officer=row["officer"],
        imported_at=row["imported_at"],
        undone_at=row["undone_at"],
    )
