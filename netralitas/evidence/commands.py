"""Kept files made known to the database, inside the caller's transaction."""

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.evidence.domain import Stored


async def add_in(connection: Connection, stored: Stored) -> bytes:
    """Return the digest under which the database now knows the file; may be repeated."""
    digest = bytes.fromhex(stored.digest)
    await connection.execute(_ADD, digest, stored.size, stored.media_type, clock.now())
    return digest


_ADD = """
INSERT INTO file (digest, size, media_type, stored_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (digest) DO NOTHING
"""
