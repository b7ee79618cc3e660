"""Files of an officer on their way to a case."""

from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.evidence.domain import Scan, Stored
from netralitas.refusals import NotVisible


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A file on its way: `size` and `received` in bytes, `digest` once it is whole."""

    token: str
    case: int
    mark: bytes
    extension: str
    size: int
    received: int
    digest: str | None
    media_type: str | None
    scan: str | None

    @property
    def whole(self) -> bool:
        """Say whether all of it is there."""
        return self.digest is not None

    @property
    def stored(self) -> Stored | None:
        """Return what is kept; None while something is missing."""
        if self.digest is None or self.media_type is None:
            return None
        scan = Scan(self.scan) if self.scan else Scan.NOT_YET
        return Stored(digest=self.digest, size=self.size, media_type=self.media_type, scan=scan)


_COLUMNS: Final = """
SELECT encode(token, 'hex') AS token, case_file AS "case", mark, extension, size, received,
       encode(digest, 'hex') AS digest, media_type, scan
FROM exhibit_upload WHERE case_file = $1 AND officer = $2
"""
_ALL: Final = _COLUMNS + "ORDER BY touched_at, token"
_ONE: Final = _COLUMNS + "AND token = $3"


async def waiting_of(c: Connection, case: int, officer: int) -> list[Waiting]:
    """Return the files of an officer on their way to a case, in the order in which they came."""
    return [Waiting(**row) for row in await c.fetch(_ALL, case, officer)]


async def waiting_file(c: Connection, case: int, officer: int, token: str) -> Waiting:
    """Return one file of an officer by its token; NotVisible."""
    try:
        row = await c.fetchrow(_ONE, case, officer, bytes.fromhex(token))
    except ValueError:
        row = None
    if row is None:
        raise NotVisible
    return Waiting(**row)
