"""The files of an activity: what they are for, what they are, where they lie."""

from datetime import datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.prevention.address import LARGEST_ID
from netralitas.prevention.domain import FileUse
from netralitas.refusals import NotVisible

_FILES: Final = """
SELECT a.id, a.use, a.title, a.shared, a.added_at, encode(a.file, 'hex') AS digest, f.size,
       f.media_type, encode(a.view, 'hex') AS view, v.size AS view_size
FROM activity_file a
JOIN file f ON f.digest = a.file
LEFT JOIN file v ON v.digest = a.view
WHERE a.activity = $1
"""
_OF_ACTIVITY: Final = f"{_FILES} ORDER BY a.id"
_ONE: Final = f"{_FILES} AND a.id = $2"


class ActivityFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of an activity: its digest, its size in bytes, its type by content.

    `view` is the digest of the copy that is shown of an image, of `view_size` bytes.
    """

    id: int
    use: FileUse
    title: str
    shared: bool
    added_at: datetime
    digest: str
    size: int
    media_type: str
    view: str | None
    view_size: int | None


async def files_of(c: Connection, activity: int) -> tuple[ActivityFile, ...]:
    """Return the files of an activity in the order they were added; one statement."""
    return tuple(_file(row) for row in await c.fetch(_OF_ACTIVITY, activity))


async def file_of(c: Connection, activity: int, file: int) -> ActivityFile:
    """Return one file of an activity; NotVisible when it has none of this id."""
    known = 0 < activity <= LARGEST_ID and 0 < file <= LARGEST_ID
    row = await c.fetchrow(_ONE, activity, file) if known else None
    if row is None:
        raise NotVisible
    return _file(row)


def _file(row: Row) -> ActivityFile:
    return msgspec.convert(dict(row), ActivityFile)
