"""What is asked about materials: by the worker, what is shared; by the public site, one of them."""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.public.library.domain import LARGEST, TYPES, Material

# The same bytes are one material, also of two activities. Of an image the copy goes out that has
# lost what the camera wrote into it; without such a copy it stays where it is.
_SHARED: Final = """
SELECT DISTINCT ON (f.digest) encode(f.digest, 'hex') AS digest, f.size, f.media_type, m.title,
       m.added_at, a.theme, o.name AS office, o.zone,
       CASE WHEN a.announced_at IS NOT NULL THEN a.id END AS activity
FROM activity_file m
JOIN activity a ON a.id = m.activity
JOIN organisation o ON o.id = a.organisation
JOIN file f ON f.digest = coalesce(m.view, m.file)
WHERE m.shared AND m.use = 'material' AND f.size <= $1 AND f.media_type = ANY ($2)
  AND (f.media_type NOT LIKE 'image/%' OR m.view IS NOT NULL)
ORDER BY f.digest, m.added_at DESC, m.id DESC
"""
_FOUND: Final = """
SELECT media_type, octet_length(body) AS size FROM published.material
WHERE digest = decode($1, 'hex') AND name = $2
"""
_PIECE: Final = """
SELECT substring(body FROM $2 FOR $3) FROM published.material WHERE digest = decode($1, 'hex')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A material as it is sent: its type, and its size in bytes."""

    media_type: str
    size: int


async def shared(c: Connection) -> tuple[Material, ...]:
    """Return every material that is shared and may go out, the newest first; for the worker."""
    rows = await c.fetch(_SHARED, LARGEST, list(TYPES))
    ordered = sorted(rows, key=lambda row: (row["added_at"], row["digest"]), reverse=True)
    return tuple(map(_material, ordered))


async def found(c: Connection, digest: str, name: str) -> Found | None:
    """Return the material of this digest under this name, None for no such one."""
    row = await c.fetchrow(_FOUND, digest, name)
    return None if row is None else Found(**row)


async def piece(c: Connection, digest: str, begin: int, size: int) -> bytes:
    """Return so many bytes of a material from the byte `begin` on; empty at its end, or without."""
    return await c.fetchval(_PIECE, digest, begin + 1, size) or b""


def _material(row: Row) -> Material:
    return Material(
        digest=row["digest"],
        size=row["size"],
        media_type=row["media_type"],
        title=row["title"],
        on=row["added_at"].astimezone(Zone(row["zone"]).tz).date(),
        theme=Theme(row["theme"]) if row["theme"] else None,
        office=row["office"],
        activity=row["activity"],
    )
