"""The statements that keep where a case came from; each runs on the caller's transaction."""

from collections.abc import Sequence
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.imports.cases.placed import Placed

_IMPORTED: Final = """
INSERT INTO imported_case (case_file, organisation, batch, line, key, unplaced, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id
"""
_MERGER: Final = """
INSERT INTO merger (case_file, into_case, event, readers) VALUES ($1, $2, $3, $4)
"""
_KNOWN: Final = """
SELECT key, case_file FROM imported_case WHERE organisation = $1 AND key = ANY ($2)
"""


async def add_imported(  # noqa: PLR0913 - where a case came from, whole
    c: Connection,
    placed: Placed,
    *,
    case: int,
    organisation: int,
    batch: int,
    unplaced: Sequence[object],
    readers: Sequence[int],
) -> bool:
    """Keep which line a case came from; False when the office has a case of this key already."""
    kept = msgspec.to_builtins(list(unplaced))
    entered = await c.fetchval(
        _IMPORTED, case, organisation, batch, placed.line, placed.key, kept, list(readers)
    )
    return entered is not None


async def add_merger(
    c: Connection, case: int, into: int, event: int, readers: Sequence[int]
) -> None:
    """Hold that a case goes on in another one since an event of it."""
    await c.execute(_MERGER, case, into, event, list(readers))


async def cases_of(c: Connection, organisation: int, keys: Sequence[str]) -> dict[str, int]:
    """Return the cases that an office has imported under these keys."""
    rows = await c.fetch(_KNOWN, organisation, list(keys))
    return {row["key"]: row["case_file"] for row in rows}
