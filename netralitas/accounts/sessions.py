"""Sessions: a random token in a cookie, its digest in the database, one statement to look it up."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import STEP_UP_LASTS
from netralitas.accounts.queries import HELD_DESK
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, asking, writing
from netralitas.settings import Settings

SEEN_EVERY: Final = timedelta(minutes=1)
"""A session's last use is written at most this often."""

_TOKEN_LENGTH: Final = 43  # 32 bytes in base64 without padding

# Accounts have no row security, so this may be asked before anybody is known.
FIND: Final = f"""
    SELECT s.seen_at, s.expires_at, s.stepped_up_at, d.id AS desk, d.officer, d.organisation,
           d.roles, f.name, o.name AS organisation_name, o.kind AS organisation_kind, o.zone,
           (SELECT max(number) FROM law_edition) AS law_edition,
           p.officer AS principal, (SELECT name FROM officer WHERE id = p.officer)
               AS principal_name,
           ARRAY(SELECT CASE WHEN x.officer = d.officer THEN y.officer ELSE x.officer END
                 FROM desk x JOIN desk y ON y.id = x.principal
                 WHERE x.principal IS NOT NULL AND d.officer IN (x.officer, y.officer)
                   AND x.valid_from <= ($2::timestamptz AT TIME ZONE o.zone)::date) AS bound
    FROM session s JOIN desk d ON d.id = s.desk JOIN officer f ON f.id = d.officer
                   JOIN organisation o ON o.id = d.organisation
                   LEFT JOIN desk p ON p.id = d.principal
    WHERE s.digest = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3
      AND {HELD_DESK}
"""  # noqa: S608 - constant text

_BEGIN: Final = """
    INSERT INTO session (digest, desk, created_at, seen_at, expires_at, stepped_up_at, agent)
    VALUES ($1, $2, $3, $3, $4, $5, $6)
"""

_SEEN: Final = """
    UPDATE session SET seen_at = $2 WHERE digest = $1 AND seen_at < $2 AND revoked_at IS NULL
"""

_STEP_UP: Final = """
    UPDATE session SET stepped_up_at = $2 WHERE digest = $1 AND revoked_at IS NULL
"""

_END: Final = "UPDATE session SET revoked_at = $2 WHERE digest = $1 AND revoked_at IS NULL"

_END_EVERYBODYS: Final = "UPDATE session SET revoked_at = $1 WHERE revoked_at IS NULL"

# Whoever is half signed in begins anew, too.
_END_ALL: Final = """
    WITH half AS (DELETE FROM half_session WHERE officer = $1)
    UPDATE session SET revoked_at = $2
    WHERE revoked_at IS NULL AND desk IN (SELECT id FROM desk WHERE officer = $1)
      AND digest IS DISTINCT FROM $3
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A signed-in browser: who acts in it, and when it ends whatever happens.

    `law_edition` is the edition of the law in force when it was looked up, which costs nothing
    there: so no request counts by rules that somebody has already changed.
    """

    digest: bytes
    actor: Actor
    law_edition: int
    seen_at: datetime
    expires_at: datetime


async def find(token: str, settings: Settings) -> Session | None:
    """Return the session of a token, its use noted; None when it does not hold (any more).

    It does not hold when it is unknown, signed out, idle for too long or past its last hour, when
    the officer is disabled, or when the desk is no longer theirs today.
    """
    digest = digest_of(token)
    if digest is None:
        return None
    now = clock.now()
    idle_since = now - timedelta(minutes=settings.session_idle_minutes)
    async with asking() as c:
        row = await c.fetchrow(FIND, digest, now, idle_since)
    if row is None:
        return None
    if now - row["seen_at"] >= SEEN_EVERY:
        async with writing(NOBODY) as c:
            await c.execute(_SEEN, digest, now)
    actor = Actor(
        officer=row["officer"],
        organisation=row["organisation"],
        desk=row["desk"],
        name=row["name"],
        organisation_name=row["organisation_name"],
        organisation_kind=row["organisation_kind"],
        roles=frozenset(map(Role, row["roles"])),
        zone=row["zone"],
        stepped_up_at=_still_held(row["stepped_up_at"], now),
        principal=row["principal"],
        principal_name=row["principal_name"],
        bound=frozenset(row["bound"]),
    )
    return Session(
        digest=digest,
        actor=actor,
        law_edition=row["law_edition"],
        seen_at=row["seen_at"],
        expires_at=row["expires_at"],
    )


async def begin(
    c: Connection,
    *,
    desk: int,
    now: datetime,
    expires_at: datetime,
    stepped_up_at: datetime | None = None,
    agent: str | None = None,
) -> str:
    """Return the token of a new session at a desk; only its digest is kept.

    `stepped_up_at` is when the second factor was shown on the way here, `agent` which browser it
    is, roughly.
    """
    token = secrets.token_urlsafe(32)
    await c.execute(_BEGIN, _digest(token), desk, now, expires_at, stepped_up_at, agent)
    return token


async def end(c: Connection, digest: bytes, now: datetime) -> None:
    """End one session; nothing happens when it has ended already."""
    await c.execute(_END, digest, now)


async def end_all(c: Connection, officer: int, now: datetime, *, but: bytes | None = None) -> None:
    """End every session of an officer and every half one, except the one of the digest `but`."""
    await c.execute(_END_ALL, officer, now, but)


async def end_everybodys(c: Connection, now: datetime) -> int:
    """Return how many sessions were open; none is any more."""
    tag = await c.execute(_END_EVERYBODYS, now)
    return int(tag.rpartition(" ")[2])


async def step_up(c: Connection, digest: bytes, now: datetime) -> None:
    """Note that the second factor was shown in this session just now."""
    await c.execute(_STEP_UP, digest, now)


def digest_of(token: str) -> bytes | None:
    """Return what the database knows of a token; None for what no server of ours ever issued."""
    if len(token) != _TOKEN_LENGTH or not token.isascii():
        return None
    return _digest(token)


def _digest(token: str) -> bytes:
    return sha256(token.encode("ascii")).digest()


def _still_held(shown: datetime | None, now: datetime) -> datetime | None:
    return shown if shown is not None and now - shown < STEP_UP_LASTS else None
