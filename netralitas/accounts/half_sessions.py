"""Half sessions: whoever was right in the first step of signing in, for some minutes.

They have a cookie and a table of their own, so no page but those of the second step knows them.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netralitas import clock
from netralitas.accounts.domain import Way
from netralitas.accounts.sessions import digest_of
from netralitas.database.connection import Connection
from netralitas.database.transactions import asking

LASTS: Final = timedelta(minutes=15)
"""Long enough to install an application on a telephone for the first time."""

_BEGIN: Final = """
    INSERT INTO half_session (digest, officer, way, created_at, expires_at)
    VALUES ($1, $2, $3, $4, $5)
"""

_FIND: Final = """
    SELECT h.digest, h.officer, h.way, f.name
    FROM half_session h JOIN officer f ON f.id = h.officer
    WHERE h.digest = $1 AND h.expires_at > $2 AND f.disabled_at IS NULL
"""

# Of two who finish it at the same moment one deletes it; the other finds nothing.
_FINISH: Final = """
    DELETE FROM half_session WHERE digest = $1 AND expires_at > $2 RETURNING officer
"""

# What somebody else is just deleting is left for the next time.
_SWEEP: Final = """
    DELETE FROM half_session WHERE digest IN (
        SELECT digest FROM half_session WHERE expires_at <= $1 LIMIT 100 FOR UPDATE SKIP LOCKED)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfSession:
    """Whoever stands between both steps, and how they came so far."""

    digest: bytes
    officer: int
    way: Way
    name: str


async def begin(c: Connection, *, officer: int, way: Way, now: datetime) -> str:
    """Return the token of a new half session; only its digest is kept. Old ones are swept out."""
    token = secrets.token_urlsafe(32)
    await c.execute(_SWEEP, now)
    await c.execute(_BEGIN, digest_of(token), officer, way, now, now + LASTS)
    return token


async def find(token: str | None) -> HalfSession | None:
    """Return the half session of a token; None for none, and when it does not hold any more."""
    digest = digest_of(token) if token else None
    if digest is None:
        return None
    async with asking() as c:
        row = await c.fetchrow(_FIND, digest, clock.now())
    if row is None:
        return None
    return HalfSession(
        digest=row["digest"], officer=row["officer"], way=Way(row["way"]), name=row["name"]
    )


async def finish(c: Connection, half: HalfSession, now: datetime) -> bool:
    """Say whether it still held; now it is gone."""
    return await c.fetchval(_FINISH, half.digest, now) is not None
