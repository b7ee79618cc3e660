"""The posts about an activity, and who speaks at it."""

from datetime import date
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.prevention.address import LARGEST_ID
from netralitas.prevention.domain import Platform
from netralitas.refusals import NotVisible

_POSTS: Final = """
SELECT p.id, p.platform, p.address, p.posted_on, p.reach, p.reach_on, o.name AS organisation
FROM media_post p JOIN organisation o ON o.id = p.organisation
WHERE p.activity = $1
"""
_OF_ACTIVITY: Final = f"{_POSTS} ORDER BY p.posted_on, p.id"
_ONE: Final = f"{_POSTS} AND p.id = $2"
_SPEAKERS: Final = """
SELECT id, name, capacity FROM speaker WHERE activity = $1 ORDER BY ordinal
"""


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post about an activity: by which office, where, and how many it reached as of a day."""

    id: int
    platform: Platform
    address: str
    posted_on: date
    reach: int | None
    reach_on: date | None
    organisation: str


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks at an activity, in which capacity."""

    id: int
    name: str
    capacity: str


async def posts_of(c: Connection, activity: int) -> tuple[Post, ...]:
    """Return the posts about an activity, the earliest first; one statement."""
    return tuple(_post(row) for row in await c.fetch(_OF_ACTIVITY, activity))


async def post_of(c: Connection, activity: int, post: int) -> Post:
    """Return one post about an activity; NotVisible when it has none of this id."""
    known = 0 < activity <= LARGEST_ID and 0 < post <= LARGEST_ID
    row = await c.fetchrow(_ONE, activity, post) if known else None
    if row is None:
        raise NotVisible
    return _post(row)


async def speakers_of(c: Connection, activity: int) -> tuple[Speaker, ...]:
    """Return who speaks at an activity, in their order; one statement."""
    rows = await c.fetch(_SPEAKERS, activity)
    return tuple(msgspec.convert(dict(row), Speaker) for row in rows)


def _post(row: Row) -> Post:
    return msgspec.convert(dict(row), Post)
