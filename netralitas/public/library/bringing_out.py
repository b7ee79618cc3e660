"""The worker's part: what is shared lies where the public site finds it, and nothing else does."""

from collections.abc import Sequence
from typing import Final

import structlog

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.evidence.domain import FileLost, StorageAway
from netralitas.evidence.storage import Storage
from netralitas.public.library.domain import Material

_HELD: Final = "SELECT encode(digest, 'hex') AS digest, name FROM published.material"
_PUT: Final = """
INSERT INTO published.material (digest, name, media_type, body, told_at)
VALUES (decode($1, 'hex'), $2, $3, $4, $5)
"""
_NAME: Final = """
UPDATE published.material SET name = $2, told_at = $3 WHERE digest = decode($1, 'hex')
"""
_DROP: Final = "DELETE FROM published.material WHERE encode(digest, 'hex') = ANY ($1)"

_log = structlog.get_logger("netralitas.public")


async def bring_out(
    c: Connection, materials: Sequence[Material], storage: Storage | None
) -> tuple[Material, ...]:
    """Return the materials that are out, in their order: those shared, and no other.

    A file that the disk has lost is said in the log and is not out. Without `storage` nothing new
    goes out.
    """
    held = {row["digest"]: row["name"] for row in await c.fetch(_HELD)}
    wanted = {material.digest for material in materials}
    if gone := [digest for digest in held if digest not in wanted]:
        await c.execute(_DROP, gone)
    return tuple([one for one in materials if await _is_out(c, one, held.get(one.digest), storage)])


async def _is_out(
    c: Connection, material: Material, held: str | None, storage: Storage | None
) -> bool:
    if held is not None:
        if held != material.name:
            await c.execute(_NAME, material.digest, material.name, clock.now())
        return True
    if storage is None:
        return False
    try:
        body = b"".join([piece async for piece in await storage.open(material.digest)])
    except StorageAway:  # what is out stays; this one goes out when it answers again
        return False
    except FileLost:
        _log.error("material_lost", digest=material.digest)
        return False
    kept = (material.digest, material.name, material.media_type, body, clock.now())
    await c.execute(_PUT, *kept)
    return True
