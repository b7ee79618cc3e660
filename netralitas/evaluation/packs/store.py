"""What commands write of packs and signatures: constant statements on the command's transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.evaluation.domain import Meeting
from netralitas.evaluation.packs.domain import Part

_ASK: Final = """
INSERT INTO pack (meeting, organisation, number, draft, state, progress, asked_at, readers)
SELECT $1, $2, coalesce(max(number), 0) + 1, $3, 'waiting', 0, $4, $5
FROM pack WHERE meeting = $1 AND organisation = $2
RETURNING id
"""
_IS_UNFINISHED: Final = """
SELECT EXISTS (SELECT FROM pack
               WHERE meeting = $1 AND organisation = $2 AND state IN ('waiting', 'running')
                     AND asked_at > now() - interval '1 hour')
"""
_ASKED: Final = """
SELECT id, meeting, organisation, draft, asked_at FROM pack
WHERE id = $1 AND state IN ('waiting', 'running')
"""
_PROGRESS: Final = """
UPDATE pack SET state = 'running', progress = $2
WHERE id = $1 AND state IN ('waiting', 'running')
"""
_READY: Final = """
UPDATE pack SET state = 'ready', progress = 100, parts = $2, digest = $3, ready_at = $4
WHERE id = $1
"""
_FAILED: Final = "UPDATE pack SET state = 'failed', problem = $2 WHERE id = $1"
_SIGN: Final = """
INSERT INTO signature (meeting, pack, organisation, name, capacity, signed_on, scan, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pack that is to be made: of which meeting, for whom, since when."""

    id: int
    meeting: int
    organisation: int
    draft: bool
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSignature:
    """That a party signed the paper: who, in which capacity, when; `scan` is a kept file."""

    name: str
    capacity: str
    signed_on: date
    scan: bytes | None = None


async def is_unfinished(c: Connection, meeting: int, organisation: int) -> bool:
    """Say whether a pack of the meeting is being made for an office; after an hour it is not."""
    found: bool = await c.fetchval(_IS_UNFINISHED, meeting, organisation)
    return found


async def ask(
    c: Connection,
    meeting: int,
    organisation: int,
    asked_at: datetime,
    readers: tuple[int, ...],
    *,
    draft: bool,
) -> int:
    """Return the id of a pack that now waits to be made for an office."""
    pack: int = await c.fetchval(_ASK, meeting, organisation, draft, asked_at, list(readers))
    return pack


async def asked(c: Connection, pack: int) -> Asked | None:
    """Return a pack that is to be made; None for one that is made or given up."""
    row = await c.fetchrow(_ASKED, pack)
    return None if row is None else Asked(**row)


async def set_progress(c: Connection, pack: int, progress: int) -> None:
    """Say how far the making of a pack has come, in hundredths."""
    await c.execute(_PROGRESS, pack, progress)


async def set_ready(
    c: Connection, pack: int, parts: tuple[Part, ...], digest: bytes, now: datetime
) -> None:
    """Freeze a pack with its files; the database refuses every later change."""
    said = [
        {
            "name": part.name,
            "media_type": part.media_type,
            "size": part.size,
            "digest": part.digest,
        }
        for part in parts
    ]
    await c.execute(_READY, pack, said, digest, now)


async def set_failed(c: Connection, pack: int, problem: str) -> None:
    """Give a pack up; `problem` is the kind of error, never its words."""
    await c.execute(_FAILED, pack, problem)


async def sign(
    c: Connection, meeting: Meeting, pack: int, organisation: int, new: NewSignature
) -> None:
    """Keep that a party signed a pack; the database refuses every later change."""
    await c.execute(
        _SIGN,
        *(meeting.id, pack, organisation, new.name, new.capacity, new.signed_on, new.scan),
        list(meeting.readers),
    )
