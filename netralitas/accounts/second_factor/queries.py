"""What others ask about second factors; on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection

_SINCE: Final = "SELECT confirmed_at FROM second_factor WHERE officer = $1"

_HELD: Final = """
    SELECT EXISTS (SELECT FROM second_factor WHERE officer = $1) AS codes,
           (SELECT count(*) FROM passkey WHERE officer = $1) AS passkeys,
           (SELECT count(*) FROM recovery_code WHERE officer = $1 AND used_at IS NULL) AS recovery
"""

_PASSKEYS: Final = """
    SELECT id, credential, name, verifying, created_at, used_at
    FROM passkey WHERE officer = $1 ORDER BY id
"""

_USED_RECOVERY: Final = """
    SELECT used_at FROM recovery_code WHERE officer = $1 AND used_at IS NOT NULL ORDER BY used_at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A passkey as its person sees it in a list."""

    id: int
    credential: bytes
    name: str
    verifying: bool
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an officer can show: codes by time, so many passkeys, so many recovery codes."""

    codes: bool
    passkeys: int
    recovery: int

    @property
    def any(self) -> bool:
        """Whether there is a second factor at all; recovery codes alone are none."""
        return self.codes or self.passkeys > 0


async def held_by(c: Connection, officer: int) -> Held:
    """Return what an officer can show."""
    row = await c.fetchrow(_HELD, officer)
    return Held(codes=row["codes"], passkeys=row["passkeys"], recovery=row["recovery"])


async def enrolled_since(c: Connection, officer: int) -> datetime | None:
    """Return since when an officer has the present codes by time; None without them."""
    since: datetime | None = await c.fetchval(_SINCE, officer)
    return since


async def passkeys_of(c: Connection, officer: int) -> tuple[Passkey, ...]:
    """Return the passkeys of an officer, the oldest first."""
    return tuple(Passkey(**dict(row)) for row in await c.fetch(_PASSKEYS, officer))


async def recovery_used(c: Connection, officer: int) -> tuple[datetime, ...]:
    """Return when recovery codes of an officer were used, of those that they have now."""
    return tuple(row["used_at"] for row in await c.fetch(_USED_RECOVERY, officer))
