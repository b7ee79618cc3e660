"""The proof that the events of a case stand in the log: hashes that lead to a signed head.

`hash` is the SHA-256 of an event's canonical bytes (`audit.chain`), the leaf that of `hash` behind
a zero byte; `path` are the hashes beside it, nearest first, up to the root of the head (RFC 6962).
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from netralitas.audit import log
from netralitas.database.connection import Connection, Row


class Proved(msgspec.Struct, frozen=True, kw_only=True):
    """An event, and where it stands; `path` is None while no head covers it.

    `canonical` are the bytes that were hashed, for who follows the whole of the case.
    """

    event: int
    version: int
    name: str
    hash: str
    position: int | None
    path: tuple[str, ...] | None
    canonical: str | None = None


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The events of a case, and the signed head (a C2SP note) under which they stand."""

    head: str | None
    events: tuple[Proved, ...]


_HEAD: Final = "SELECT size, note FROM log_head ORDER BY size DESC LIMIT 1"

_EVENTS: Final = """
SELECT e.id, e.version, e.name, e.hash, e.canonical, t.name AS about, l.position
FROM event e
LEFT JOIN log_leaf l ON l.event = e.id
CROSS JOIN LATERAL (
    SELECT coalesce(e.corrects, (e.details ->> 'corrects')::bigint) AS id OFFSET 0) told
LEFT JOIN event t ON t.id = told.id
WHERE e.stream = $1 ORDER BY e.version
"""


async def events_of(connection: Connection, case: int) -> Sequence[Row]:
    """Return the events of a case that this reader's rows hold, in their order."""
    rows: Sequence[Row] = await connection.fetch(_EVENTS, case)
    return rows


async def proof_of(connection: Connection, events: Sequence[Row], *, whole: bool) -> Proof:
    """Return the proof of these events under the last signed head, with their bytes if `whole`."""
    head = await connection.fetchrow(_HEAD)
    size = head["size"] if head else 0
    covered = [row["position"] for row in events if _covered(row, size)]
    paths = await log.inclusions(connection, covered, size) if covered else {}
    return Proof(
        head=head["note"] if head else None,
        events=tuple(_proved(row, paths, whole=whole) for row in events),
    )


def _covered(row: Row, size: int) -> bool:
    return row["position"] is not None and row["position"] < size


def _proved(row: Row, paths: dict[int, list[bytes]], *, whole: bool) -> Proved:
    path = paths.get(row["position"])
    return Proved(
        event=row["id"],
        version=row["version"],
        name=row["name"],
        hash=row["hash"].hex(),
        position=row["position"],
        path=None if path is None else tuple(each.hex() for each in path),
        canonical=row["canonical"].decode() if whole else None,
    )
