"""The statements of tokens and kept answers; each runs on the caller's transaction."""

from datetime import date, datetime
from typing import Final

from netralitas.api.domain import NewToken
from netralitas.database.connection import Connection

_ADD: Final = """
    INSERT INTO api_token (digest, prefix, name, desk, scopes, made_by, made_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
"""

_END: Final = """
    UPDATE api_token SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id
"""

_PLACE: Final = """
    SELECT d.organisation FROM api_token t JOIN desk d ON d.id = t.desk WHERE t.id = $1
"""

_USED: Final = """
    UPDATE api_token SET used_on = $2 WHERE id = $1 AND used_on IS DISTINCT FROM $2
"""

_SYSTEM_OF: Final = """
    SELECT f.name FROM desk d JOIN officer f ON f.id = d.officer
    WHERE d.id = $1 AND d.organisation = $2 AND f.disabled_at IS NULL AND f.is_system
"""

_ALONE: Final = "SELECT pg_try_advisory_xact_lock($1, hashtext($2))"

_ANSWER: Final = "SELECT digest, status, body FROM api_answer WHERE token = $1 AND key = $2"

_KEEP: Final = """
    INSERT INTO api_answer (token, key, digest, status, body, answered_at)
    VALUES ($1, $2, $3, $4, $5, $6)
"""

# What somebody else is just sweeping is left to them; the key itself is free again in any case.
_SWEEP: Final = """
    DELETE FROM api_answer WHERE answered_at <= $1 AND ((token = $2 AND key = $3) OR id IN (
        SELECT id FROM api_answer WHERE answered_at <= $1 ORDER BY id LIMIT 100
        FOR UPDATE SKIP LOCKED))
"""


async def add_token(  # noqa: PLR0913 - a token, whole
    c: Connection,
    new: NewToken,
    *,
    digest: bytes,
    prefix: str,
    desk: int,
    officer: int,
    now: datetime,
    expires_at: datetime,
) -> int:
    """Return the id of a new token of a desk."""
    scopes = sorted(scope.value for scope in new.scopes)
    added: int = await c.fetchval(
        _ADD, digest, prefix, new.name.strip(), desk, scopes, officer, now, expires_at
    )
    return added


async def end_token(c: Connection, token: int, now: datetime) -> bool:
    """End a token; False when it had ended already."""
    return await c.fetchval(_END, token, now) is not None


async def office_of(c: Connection, token: int) -> int | None:
    """Return the organisation whose token it is; None: there is none of that id."""
    found: int | None = await c.fetchval(_PLACE, token)
    return found


async def system_at(c: Connection, desk: int, organisation: int) -> str | None:
    """Return the name of the system that sits at a desk of an organisation; None: no system."""
    found: str | None = await c.fetchval(_SYSTEM_OF, desk, organisation)
    return found


async def used(c: Connection, token: int, on: date) -> None:
    """Note that a token was used on a day."""
    await c.execute(_USED, token, on)


async def alone(c: Connection, token: int, key: str) -> bool:
    """Say whether nobody else is just doing what has this key; until the transaction ends."""
    return bool(await c.fetchval(_ALONE, token, key))


async def kept_answer(c: Connection, token: int, key: str) -> tuple[bytes, int, bytes] | None:
    """Return digest of the request, status and body of what was answered under a key."""
    row = await c.fetchrow(_ANSWER, token, key)
    return None if row is None else (row["digest"], row["status"], row["body"])


async def keep_answer(
    c: Connection, token: int, key: str, told: tuple[bytes, int, bytes], now: datetime
) -> None:
    """Keep the digest of a request, and status and body of what it was answered, under a key."""
    await c.execute(_KEEP, token, key, *told, now)


async def sweep_answers(c: Connection, before: datetime, token: int, key: str) -> None:
    """Forget a few answers that were given before a moment, and that of this key if it was."""
    await c.execute(_SWEEP, before, token, key)
