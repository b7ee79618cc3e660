"""Kept files made known to the database, inside the caller's transaction."""

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.evidence.domain import Scan, Stored


async def add_in(connection: Connection, stored: Stored) -> bytes:
    """Return the digest under which the database now knows the file; may be repeated."""
    digest = bytes.fromhex(stored.digest)
    now = clock.now()
    scanned = stored.scan is not Scan.NOT_YET
    said = (stored.scan.value, now) if scanned else (None, None)
    await connection.execute(_ADD, digest, stored.size, stored.media_type, now, *said)
    return digest


_ADD = """
INSERT INTO file (digest, size, media_type, stored_at, scan, scanned_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (digest) DO NOTHING
"""
