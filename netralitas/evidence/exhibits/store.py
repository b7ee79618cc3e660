"""The statements that write pieces of evidence and begin their logs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.evidence.exhibits.domain import Facts

_DESCRIBE: Final = """
UPDATE exhibit SET nature = $2, origin = $3, obtained_on = $4, description = $5 WHERE id = $1
"""
_OF_EVENT: Final = """
SELECT x.id, x.ordinal, split_part(f.media_type, '/', 1) AS class
FROM exhibit x JOIN document d ON d.id = x.document JOIN file f ON f.digest = d.file
WHERE d.event = $1 ORDER BY x.ordinal
"""
_HOLD: Final = "SELECT stream FROM exhibit WHERE id = $1 FOR NO KEY UPDATE"
_BEGIN: Final = "UPDATE exhibit SET stream = $2 WHERE id = $1"

_ANNOUNCE: Final = """
INSERT INTO exhibit_upload (token, case_file, officer, mark, extension, size, touched_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_NOTE: Final = """
UPDATE exhibit_upload
SET received = $2, digest = $3, media_type = $4, scan = $5, touched_at = $6 WHERE token = $1
"""
_REMOVE: Final = "DELETE FROM exhibit_upload WHERE token = ANY ($1::bytea[])"
_SWEEP: Final = "DELETE FROM exhibit_upload WHERE touched_at < $1"


async def describe(c: Connection, exhibit: int, facts: Facts) -> None:
    """Hold that this is what is said of a piece of evidence."""
    await c.execute(
        _DESCRIBE, exhibit, facts.nature, facts.origin, facts.obtained_on, facts.description
    )


async def entered_by(c: Connection, event: int) -> list[tuple[int, int, str]]:
    """Return what an event entered: id, ordinal, and the first part of its media type."""
    return [(row[0], row[1], row[2]) for row in await c.fetch(_OF_EVENT, event)]


async def held_stream(c: Connection, exhibit: int) -> int | None:
    """Return the log of a piece of evidence, which nobody else begins until the end of this."""
    found: int | None = await c.fetchval(_HOLD, exhibit)
    return found


async def begin_stream(c: Connection, exhibit: int, stream: int) -> None:
    """Hold that the log of a piece of evidence is this stream, for good."""
    await c.execute(_BEGIN, exhibit, stream)


async def announce(  # noqa: PLR0913 - the columns of an upload, all of them named
    c: Connection,
    *,
    token: bytes,
    case: int,
    officer: int,
    mark: bytes,
    extension: str,
    size: int,
    at: datetime,
    readers: Sequence[int],
) -> None:
    """Enter a file that is about to arrive."""
    await c.execute(_ANNOUNCE, token, case, officer, mark, extension, size, at, list(readers))


async def note_arrived(  # noqa: PLR0913 - what is known of an upload
    c: Connection,
    token: bytes,
    *,
    received: int,
    digest: bytes | None,
    media_type: str | None,
    scan: str | None,
    at: datetime,
) -> None:
    """Note how much of a file is there, and what it is once it is whole."""
    await c.execute(_NOTE, token, received, digest, media_type, scan, at)


async def remove(c: Connection, tokens: Sequence[bytes]) -> None:
    """Hold that these files are on their way no more."""
    await c.execute(_REMOVE, list(tokens))


async def sweep(c: Connection, before: datetime) -> None:
    """Hold that nothing is on its way to which nothing came since `before`."""
    await c.execute(_SWEEP, before)
