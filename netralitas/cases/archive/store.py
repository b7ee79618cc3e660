"""Rows of hand-overs, written."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.cases.archive.domain import Handover, NewHandover
from netralitas.cases.archive.queries import Offered, handover_in
from netralitas.cases.bundle.commands import Bundle
from netralitas.database.connection import Connection

_ADD: Final = """
INSERT INTO archive_handover (organisation, receiver, verification, giver, giver_post, taker,
                              taker_post, opened_by, opened_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
"""
_LOCK: Final = "SELECT id FROM archive_handover WHERE id = $1 FOR UPDATE"
_PUT: Final = """
INSERT INTO archived_case (handover, case_file, number, year, bundle, frozen, papers, size,
                           made_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (case_file) DO NOTHING RETURNING id
"""
_TAKE_OUT: Final = """
DELETE FROM archived_case WHERE handover = $1 AND case_file = $2 RETURNING id
"""
_CLOSE: Final = """
UPDATE archive_handover SET number = $2, handed_on = $3, minutes = $4, closed_at = $5
WHERE id = $1
"""
_COUNT: Final = "UPDATE archive_handover SET cases = cases + $2 WHERE id = $1"
_SCAN: Final = "UPDATE archive_handover SET scan = $2 WHERE id = $1"


async def add(
    c: Connection, actor: Actor, new: NewHandover, now: datetime, readers: Sequence[int]
) -> int:
    """Return the id of a hand-over that is now open."""
    added: int = await c.fetchval(
        _ADD,
        *(actor.organisation, new.receiver, new.verification),
        *(new.giver, new.giver_post, new.taker, new.taker_post),
        *(actor.officer, now, list(readers)),
    )
    return added


async def locked(c: Connection, identity: int) -> Handover:
    """Return the hand-over, which nobody else changes until the transaction ends; NotVisible."""
    await c.execute(_LOCK, identity)
    return await handover_in(c, identity)


async def put(c: Connection, handover: Handover, case: Offered, bundle: Bundle) -> bool:
    """Say whether the case is now one of the hand-over; no: it is one of another already."""
    originals = [member for member in bundle.members if member.content is None]
    added = await c.fetchval(
        _PUT,
        *(handover.id, case.id, case.number, case.year),
        *(bytes.fromhex(bundle.digest), msgspec.json.encode(bundle)),
        *(len(originals), sum(member.size for member in originals)),
        *(bundle.made_at, list(handover.readers)),
    )
    if added is not None:
        await c.execute(_COUNT, handover.id, 1)
    return added is not None


async def take_out(c: Connection, handover: int, case: int) -> None:
    """Hold that the case is none of the hand-over."""
    if await c.fetchval(_TAKE_OUT, handover, case) is not None:
        await c.execute(_COUNT, handover, -1)


async def close(
    c: Connection, handover: int, number: str, on: date, minutes: bytes, now: datetime
) -> None:
    """Hold that the hand-over is closed by these minutes, kept under the digest."""
    await c.execute(_CLOSE, handover, number, on, minutes, now)


async def set_scan(c: Connection, handover: int, scan: bytes) -> None:
    """Hold that the hand-over has its signed minutes, kept under the digest."""
    await c.execute(_SCAN, handover, scan)
