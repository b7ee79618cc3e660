"""What the public site asks: the edition and its pages, and the status behind a code.

Nothing else is granted to its role. Every question is one statement, so one state of the tables.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from netralitas.database.connection import Connection

_NUMBER: Final = "SELECT number FROM published.edition"
_PAGES: Final = """
SELECT e.number, p.path, p.media_type, p.etag, CASE WHEN p.edition > $1 THEN p.body END AS body
FROM published.edition e LEFT JOIN published.page p ON true
"""
_STATUS: Final = "SELECT content FROM published.status WHERE digest = $1"


class StoredPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the present edition; `body` is None when it is as it was."""

    path: str
    media_type: str
    etag: str
    body: bytes | None


class StoredEdition(msgspec.Struct, frozen=True, kw_only=True):
    """The present edition: every page there is, with the bytes of those that changed."""

    number: int
    pages: tuple[StoredPage, ...]


async def edition_number(connection: Connection) -> int:
    """Return the number of the present edition, 0 before the first."""
    return await connection.fetchval(_NUMBER) or 0


async def edition_after(connection: Connection, known: int) -> StoredEdition:
    """Return the present edition, with the bodies of pages that changed after edition `known`."""
    rows = await connection.fetch(_PAGES, known)
    pages = (
        StoredPage(
            path=row["path"], media_type=row["media_type"], etag=row["etag"], body=row["body"]
        )
        for row in rows
        if row["path"] is not None
    )
    return StoredEdition(number=rows[0]["number"] if rows else 0, pages=tuple(pages))


async def told(connection: Connection, digest: bytes) -> Mapping[str, Any] | None:
    """Return what is told to whoever has the code of this digest, None for no such code."""
    content: Mapping[str, Any] | None = await connection.fetchval(_STATUS, digest)
    return content
