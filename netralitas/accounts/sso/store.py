"""The statements of sign-in through a provider; each runs on the caller's transaction."""

from datetime import datetime
from typing import Final

from netralitas.accounts.sso.domain import Somebody
from netralitas.cases.domain import SealedNip
from netralitas.database.connection import Connection

_LINKED: Final = """
    SELECT l.officer, f.disabled_at IS NULL AS active
    FROM sso_link l JOIN officer f ON f.id = l.officer WHERE l.subject = $1
"""

# Two are enough to know that there are several; a system of an office signs in by tokens alone.
# An address that one administrator alone has set lets nobody in.
_KNOWN: Final = """
    SELECT f.id FROM officer f LEFT JOIN officer_nip n ON n.officer = f.id
    WHERE f.disabled_at IS NULL AND NOT f.is_system
      AND (lower(f.email) = $1::text AND f.email_set_by IS NULL OR n.nip_digest = $2::bytea)
    ORDER BY f.id LIMIT 2
"""

_LINK: Final = """
    INSERT INTO sso_link (officer, subject, linked_at) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING RETURNING officer
"""

_UNLINK: Final = "DELETE FROM sso_link WHERE officer = $1 RETURNING officer"

_USE_UP: Final = """
    INSERT INTO sso_used (digest, used_at) VALUES ($1, $2)
    ON CONFLICT DO NOTHING RETURNING digest
"""

_SWEEP: Final = """
    DELETE FROM sso_used WHERE digest IN (
        SELECT digest FROM sso_used WHERE used_at < $1 LIMIT 100 FOR UPDATE SKIP LOCKED)
"""

_SET_NIP: Final = """
    INSERT INTO officer_nip AS n (officer, nip_cipher, nip_digest, nip_last)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT (officer) DO UPDATE
    SET nip_cipher = excluded.nip_cipher, nip_digest = excluded.nip_digest,
        nip_last = excluded.nip_last
"""

_HOLDER: Final = "SELECT officer FROM officer_nip WHERE nip_digest = $1"
_LAST: Final = "SELECT nip_last FROM officer_nip WHERE officer = $1"
_REMOVE_NIP: Final = "DELETE FROM officer_nip WHERE officer = $1 RETURNING officer"


async def linked(c: Connection, subject: bytes) -> tuple[int, bool] | None:
    """Return the officer of a provider's identity and whether they may sign in; None: unknown."""
    row = await c.fetchrow(_LINKED, subject)
    return (row["officer"], row["active"]) if row is not None else None


async def known(c: Connection, somebody: Somebody, nip: bytes | None) -> tuple[int, ...]:
    """Return the active officers of a verified address or the digest of a NIP; at most two."""
    rows = await c.fetch(_KNOWN, somebody.email, nip)
    return tuple(row["id"] for row in rows)


async def link(c: Connection, officer: int, subject: bytes, now: datetime) -> bool:
    """Say whether an identity is an officer's now; not, when either has another one already."""
    return await c.fetchval(_LINK, officer, subject, now) is not None


async def unlink(c: Connection, officer: int) -> bool:
    """Take an officer's identity away; False: there was none."""
    return await c.fetchval(_UNLINK, officer) is not None


async def use_up(c: Connection, digest: bytes, now: datetime, *, swept_before: datetime) -> bool:
    """Say whether a try was not used before; it is now. A few old ones are swept out."""
    await c.execute(_SWEEP, swept_before)
    return await c.fetchval(_USE_UP, digest, now) is not None


async def set_nip(c: Connection, officer: int, nip: SealedNip) -> bool:
    """Say whether a NIP is an officer's now; not, when it is another's already."""
    if await c.fetchval(_HOLDER, nip.digest) not in {None, officer}:
        return False
    await c.execute(_SET_NIP, officer, nip.cipher, nip.digest, nip.last4)
    return True


async def nip_last(c: Connection, officer: int) -> str | None:
    """Return the last four digits of an officer's NIP; None when none is known."""
    found: str | None = await c.fetchval(_LAST, officer)
    return found


async def remove_nip(c: Connection, officer: int) -> bool:
    """Take an officer's NIP away; False: there was none."""
    return await c.fetchval(_REMOVE_NIP, officer) is not None
