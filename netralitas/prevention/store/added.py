"""What is put beside an activity: speakers, files, posts."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.prevention.domain import NewFile, NewPost, NewSpeaker

type_digests = tuple[bytes, bytes | None]

_SPEAKER: Final = """
INSERT INTO speaker (activity, ordinal, name, capacity, readers)
SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4 FROM speaker WHERE activity = $1
RETURNING id
"""
_FILE: Final = """
INSERT INTO activity_file (activity, use, title, file, view, shared, added_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
"""
_POST: Final = """
INSERT INTO media_post
    (activity, organisation, platform, address, posted_on, reach, reach_on, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
"""
_COUNTED: Final = """
UPDATE media_post SET reach = $3, reach_on = $4 WHERE activity = $1 AND id = $2 RETURNING true
"""
_SHARED: Final = """
UPDATE activity_file SET shared = $3 WHERE activity = $1 AND id = $2 RETURNING true
"""
_PROVES: Final = """
SELECT EXISTS (SELECT FROM duty_done WHERE activity = $1 AND (file = $2 OR post = $3))
"""
_NO_SPEAKER: Final = "DELETE FROM speaker WHERE activity = $1 AND id = $2 RETURNING true"
_NO_FILE: Final = "DELETE FROM activity_file WHERE activity = $1 AND id = $2 RETURNING true"
_NO_POST: Final = "DELETE FROM media_post WHERE activity = $1 AND id = $2 RETURNING true"


async def add_speaker(c: Connection, activity: int, new: NewSpeaker, readers: Sequence[int]) -> int:
    """Return the id of a speaker, who stands after those that are there."""
    return await _added(c, _SPEAKER, activity, new.name, new.capacity, list(readers))


async def add_file(
    c: Connection, activity: int, new: NewFile, digests: type_digests, readers: Sequence[int]
) -> int:
    """Return the id of a file of an activity, added now; `digests`: of it, of the copy shown."""
    file, view = digests
    kept = (new.use, new.title, file, view, new.shared, clock.now(), list(readers))
    return await _added(c, _FILE, activity, *kept)


async def add_post(
    c: Connection, activity: int, organisation: int, new: NewPost, readers: Sequence[int]
) -> int:
    """Return the id of a post that an organisation made about an activity."""
    said = (new.platform, new.address, new.posted_on, new.reach, new.reach_on)
    return await _added(c, _POST, activity, organisation, *said, list(readers))


async def count_post(c: Connection, activity: int, post: int, reach: int, on: date) -> bool:
    """Keep how many a post reached as of a day; False when there is no such post."""
    return bool(await c.fetchval(_COUNTED, activity, post, reach, on))


async def share_file(c: Connection, activity: int, file: int, *, shared: bool) -> bool:
    """Put a file into the public library, or out of it; False when there is no such file."""
    return bool(await c.fetchval(_SHARED, activity, file, shared))


async def is_proof(
    c: Connection, activity: int, *, file: int | None = None, post: int | None = None
) -> bool:
    """Say whether a file or a post shows that a duty was done."""
    return bool(await c.fetchval(_PROVES, activity, file, post))


async def remove_speaker(c: Connection, activity: int, speaker: int) -> bool:
    """Remove a speaker; False when there is none of this id."""
    return bool(await c.fetchval(_NO_SPEAKER, activity, speaker))


async def remove_file(c: Connection, activity: int, file: int) -> bool:
    """Remove a file from an activity, not from the disk; False when there is none of this id."""
    return bool(await c.fetchval(_NO_FILE, activity, file))


async def remove_post(c: Connection, activity: int, post: int) -> bool:
    """Remove a post; False when there is none of this id."""
    return bool(await c.fetchval(_NO_POST, activity, post))


async def _added(c: Connection, statement: str, *arguments: object) -> int:
    identity: int = await c.fetchval(statement, *arguments)
    return identity
