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
