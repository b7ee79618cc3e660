"""The statements of passkeys and spent challenges; each runs on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection

_FIND: Final = """
    SELECT id, officer, public_key, sign_count FROM passkey WHERE credential = $1 FOR UPDATE
"""

_USED: Final = "UPDATE passkey SET sign_count = $2, used_at = $3 WHERE id = $1"

_ADD: Final = """
    INSERT INTO passkey (officer, credential, public_key, sign_count, verifying, name, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential) DO NOTHING RETURNING id
"""

_REMOVE: Final = "DELETE FROM passkey WHERE id = $1 AND officer = $2 RETURNING id"

_SPEND: Final = """
    INSERT INTO spent_challenge (digest, expires_at) VALUES ($1, $2)
    ON CONFLICT (digest) DO NOTHING RETURNING digest
"""

# What somebody else is just deleting is left for the next time.
_SWEEP: Final = """
    DELETE FROM spent_challenge WHERE digest IN (
        SELECT digest FROM spent_challenge WHERE expires_at <= $1
        LIMIT 100 FOR UPDATE SKIP LOCKED)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an answer of a passkey is judged by."""

    id: int
    officer: int
    public_key: bytes
    sign_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPasskey:
    """A passkey to be kept; `name` is what its person calls it."""

    officer: int
    credential: bytes
    public_key: bytes
    sign_count: int
    verifying: bool
    name: str


async def find(c: Connection, credential: bytes) -> Known | None:
    """Return a passkey, locked until the transaction ends; None for an unknown one."""
    row = await c.fetchrow(_FIND, credential)
    return Known(**dict(row)) if row is not None else None


async def used(c: Connection, passkey: int, sign_count: int, now: datetime) -> None:
    """Note that a passkey was used just now, and how far its device has counted."""
    await c.execute(_USED, passkey, sign_count, now)


async def add(c: Connection, new: NewPasskey, now: datetime) -> bool:
    """Keep a passkey; False: somebody has it already."""
    values = (new.officer, new.credential, new.public_key, new.sign_count, new.verifying, new.name)
    return await c.fetchval(_ADD, *values, now) is not None


async def remove(c: Connection, passkey: int, officer: int) -> bool:
    """Take a passkey of an officer away; False: they have no such one."""
    return await c.fetchval(_REMOVE, passkey, officer) is not None


async def spend(c: Connection, digest: bytes, until: datetime, now: datetime) -> bool:
    """Say whether a challenge was not answered before; now it was. Old ones are swept out."""
    await c.execute(_SWEEP, now)
    return await c.fetchval(_SPEND, digest, until) is not None
