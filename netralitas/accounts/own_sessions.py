"""The sessions of one person, as they see them in a list and end them one by one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.settings import Settings

_END_ONE: Final = """
    UPDATE session SET revoked_at = $3
    WHERE revoked_at IS NULL AND desk IN (SELECT id FROM desk WHERE officer = $1)
      AND digest = $2 RETURNING digest
"""

_OPEN: Final = """
    SELECT s.digest, s.created_at, s.seen_at, s.agent, d.title, o.name AS organisation
    FROM session s JOIN desk d ON d.id = s.desk JOIN organisation o ON o.id = d.organisation
    WHERE d.officer = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3
    ORDER BY s.seen_at DESC LIMIT 100
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A session as its person sees it in a list; `agent` is which browser, roughly."""

    digest: bytes
    created_at: datetime
    seen_at: datetime
    agent: str | None
    title: str
    organisation: str

    @property
    def handle(self) -> str:
        """By what a form names it; the token does not follow from it."""
        return self.digest.hex()


async def end_one(c: Connection, officer: int, handle: str, now: datetime) -> bool:
    """Say whether an officer had an open session of this handle; it has ended now."""
    try:
        digest = bytes.fromhex(handle)
    except ValueError:
        return False
    return await c.fetchval(_END_ONE, officer, digest, now) is not None


async def open_sessions(c: Connection, officer: int, settings: Settings) -> tuple[OpenSession, ...]:
    """Return the sessions of an officer that hold now, the last used first; at most a hundred."""
    now = clock.now()
    idle_since = now - timedelta(minutes=settings.session_idle_minutes)
    return tuple(OpenSession(**dict(row)) for row in await c.fetch(_OPEN, officer, now, idle_since))
