"""What the worker writes for the public site: pages and the edition they belong to."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.public.pages import Stand

_LOCK: Final = 0x6E65_7075  # "nepu": two workers must not prepare at the same time
_EDITION: Final = "SELECT number, position, as_of FROM published.edition"
_TAGS: Final = "SELECT path, etag FROM published.page"
_PUT: Final = """
INSERT INTO published.page (path, media_type, body, etag, edition) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (path) DO UPDATE
SET media_type = excluded.media_type, body = excluded.body, etag = excluded.etag,
    edition = excluded.edition
"""
_DROP: Final = "DELETE FROM published.page WHERE path = ANY ($1::text[])"
_NEXT: Final = """
INSERT INTO published.edition (single, number, position, as_of, prepared_at)
VALUES (true, 1, $1, $2, $3)
ON CONFLICT (single) DO UPDATE
SET number = edition.number + 1, position = excluded.position, as_of = excluded.as_of,
    prepared_at = excluded.prepared_at
RETURNING number
"""
_LOOKED: Final = "UPDATE published.edition SET position = $1, as_of = $2"


class HeldEdition(msgspec.Struct, frozen=True, kw_only=True):
    """The edition that is out: its number, and how much of the log it counts as of when."""

    number: int
    position: int
    as_of: datetime


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A page ready to be kept: its address, bytes and ETag."""

    path: str
    body: bytes
    etag: str
    media_type: str = "text/html; charset=utf-8"


async def keep_others_out(connection: Connection) -> None:
    """Hold that nobody else prepares until this transaction ends."""
    await connection.execute(f"SELECT pg_advisory_xact_lock({_LOCK})")


async def held_edition(connection: Connection) -> HeldEdition | None:
    """Return the edition that is out, None before the first."""
    row = await connection.fetchrow(_EDITION)
    return None if row is None else HeldEdition(**row)


async def held_tags(connection: Connection) -> Mapping[str, str]:
    """Return the ETag of every page by its address."""
    return {row["path"]: row["etag"] for row in await connection.fetch(_TAGS)}


async def looked(connection: Connection, stand: Stand) -> None:
    """Hold that the edition that is out says all there is to say as of now."""
    await connection.execute(_LOOKED, stand.position, stand.moment)


async def put_out(
    connection: Connection,
    written: Iterable[Written],
    gone: Iterable[str],
    stand: Stand,
    now: datetime,
) -> int:
    """Hold that a new edition has these pages changed and those gone; return its number."""
    number: int = await connection.fetchval(_NEXT, stand.position, stand.moment, now)
    rows = [(page.path, page.media_type, page.body, page.etag, number) for page in written]
    await connection.executemany(_PUT, rows)
    await connection.execute(_DROP, list(gone))
    return number
