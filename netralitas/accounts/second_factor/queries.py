"""What others ask about second factors; on the caller's transaction."""

from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection

_SINCE: Final = "SELECT confirmed_at FROM second_factor WHERE officer = $1"


async def enrolled_since(c: Connection, officer: int) -> datetime | None:
    """Return since when an officer has the present second factor; None without one."""
    since: datetime | None = await c.fetchval(_SINCE, officer)
    return since
