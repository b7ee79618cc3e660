"""Kept files made known to the database, inside the caller's transaction; and forgotten."""

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.evidence.domain import Scan, Stored
from netralitas.evidence.exhibits.copies import remove_copies
from netralitas.evidence.storage import Storage


async def add_in(connection: Connection, stored: Stored) -> bytes:
    """Return the digest under which the database now knows the file; may be repeated."""
    digest = bytes.fromhex(stored.digest)
    now = clock.now()
    scanned = stored.scan is not Scan.NOT_YET
    said = (stored.scan.value, now) if scanned else (None, None)
    await connection.execute(_ADD, digest, stored.size, stored.media_type, now, *said)
    return digest


async def forget(storage: Storage, digest: str) -> None:
    """Hold that neither the file nor a copy made from it is kept; StorageAway.

    For what no row names any more.
    """
    await remove_copies(storage, digest)
    await storage.remove(digest)


_ADD = """
INSERT INTO file (digest, size, media_type, stored_at, scan, scanned_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (digest) DO NOTHING
"""
