"""The versions that are kept: by the worker, written; by the public site, one file of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.database.connection import Connection
from netralitas.public.opendata.domain import DataFile, Kept

_KEPT: Final = """
SELECT day, max(schema_version) AS schema_version,
       array_agg(ROW(name, encode(digest, 'hex')) ORDER BY name) AS digests
FROM published.data_file GROUP BY day ORDER BY day DESC
"""
_KEEP: Final = """
INSERT INTO published.data_file (day, name, media_type, body, digest, schema_version)
VALUES ($1, $2, $3, $4, sha256($4), $5)
ON CONFLICT (day, name) DO UPDATE
SET media_type = excluded.media_type, body = excluded.body, digest = excluded.digest,
    schema_version = excluded.schema_version
"""
_FILE: Final = """
SELECT media_type, body, encode(digest, 'hex') AS digest,
       day < (SELECT max(day) FROM published.data_file) AS over
FROM published.data_file WHERE day = $1 AND name = $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file of a version as it is sent; once `over` it never changes."""

    media_type: str
    body: bytes
    digest: str
    over: bool


async def versions(connection: Connection) -> tuple[Kept, ...]:
    """Return every version that is kept, the newest first."""
    rows = await connection.fetch(_KEPT)
    return tuple(
        Kept(day=row["day"], schema=row["schema_version"], digests=dict(row["digests"]))
        for row in rows
    )


async def keep(
    connection: Connection, day: date, files: Iterable[DataFile], schema_version: int
) -> None:
    """Hold that the version of a day is these files; the days before stay as they are."""
    rows = [(day, file.name, file.media_type, file.body, schema_version) for file in files]
    await connection.executemany(_KEEP, rows)


async def found(connection: Connection, day: date, name: str) -> Found | None:
    """Return a file of a version, None where there is none."""
    row = await connection.fetchrow(_FILE, day, name)
    return None if row is None else Found(**row)
