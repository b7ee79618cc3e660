"""What the public site asks of the published log; each is one statement on few rows."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection

_HEADS: Final = """
SELECT size, day, origin, root, note FROM published.log_head ORDER BY size DESC
"""
_LAST: Final = """
SELECT size, published_at FROM published.log_head ORDER BY size DESC LIMIT 1
"""
_AROUND: Final = """
(SELECT size, day, origin, root, note FROM published.log_head ORDER BY size DESC LIMIT 1)
UNION ALL
(SELECT size, day, origin, root, note FROM published.log_head WHERE size > $1 ORDER BY size LIMIT 1)
"""
_KNOWN: Final = (
    "SELECT count(DISTINCT size) FROM published.log_head WHERE size = ANY ($1::bigint[])"
)
_TILE: Final = """
SELECT substring(hashes FOR $3) FROM published.log_tile
WHERE level = $1 AND position = $2 AND octet_length(hashes) >= $3
"""
_WAS_PUBLIC: Final = "SELECT EXISTS (SELECT FROM published.log_head WHERE published_at < $1)"
_SEAL: Final = "SELECT said, promise FROM inbox.receipt_seal WHERE digest = $1"
_ENTRIES: Final = "SELECT kind, position, leaf FROM published.log_entry WHERE digest = $1"
_STATEMENTS: Final = """
SELECT name, earlier, size, first_size, reason, declared_at::date AS declared_on, statement
FROM published.log_origin ORDER BY ordinal DESC
"""
_HASH_BYTES: Final = 32


class DayHead(msgspec.Struct, frozen=True, kw_only=True):
    """A published head: so many leaves on that day, signed under `origin` in `note`."""

    size: int
    day: date
    origin: str
    root: bytes
    note: str


class LastDay(msgspec.Struct, frozen=True, kw_only=True):
    """How far the log goes that was published last, and when that was."""

    size: int
    published_at: datetime


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """What a receipt says, and the promise that binds it."""

    said: str
    promise: bytes


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands in the log, and the hash of its leaf."""

    kind: str
    position: int
    leaf: bytes


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A new name of the log, why, and what was said under it; `size` leaves were public before."""

    name: str
    earlier: str
    size: int
    first_size: int
    reason: str
    declared_on: date
    statement: str


async def last_published(c: Connection) -> LastDay | None:
    """Return how far the newest published head goes; None before the first."""
    row = await c.fetchrow(_LAST)
    return None if row is None else LastDay(**row)


async def heads(c: Connection) -> tuple[DayHead, ...]:
    """Return every published head, the newest first."""
    return tuple(DayHead(**row) for row in await c.fetch(_HEADS))


async def heads_around(c: Connection, position: int) -> tuple[DayHead, DayHead] | None:
    """Return the newest head and the first over a leaf; None while no head is over it."""
    rows = [DayHead(**row) for row in await c.fetch(_AROUND, position)]
    return (rows[0], rows[1]) if len(rows) > 1 else None


async def are_published(c: Connection, sizes: frozenset[int]) -> bool:
    """Say whether there is a published head of each of these sizes."""
    found: int = await c.fetchval(_KNOWN, list(sizes))
    return found == len(sizes)


async def tile(c: Connection, level: int, position: int, width: int) -> bytes | None:
    """Return the first `width` hashes of a published tile; None when it has not so many."""
    found: bytes | None = await c.fetchval(_TILE, level, position, width * _HASH_BYTES)
    return found


async def was_public(c: Connection, at: datetime) -> bool:
    """Say whether there was a published head before a moment: since then every code has a seal."""
    found: bool = await c.fetchval(_WAS_PUBLIC, at)
    return found


async def seal_of(c: Connection, digest: bytes) -> Seal | None:
    """Return the seal of a receipt, for the code that the transaction was given."""
    row = await c.fetchrow(_SEAL, digest)
    return None if row is None else Seal(**row)


async def entries_of(c: Connection, digest: bytes) -> dict[str, Entry]:
    """Return by its kind what stands in the public log for a code."""
    return {row["kind"]: Entry(**row) for row in await c.fetch(_ENTRIES, digest)}


async def statements(c: Connection) -> tuple[Statement, ...]:
    """Return the new names of the log, the latest first."""
    return tuple(Statement(**row) for row in await c.fetch(_STATEMENTS))
