"""Whom a partner may stand in for: one statement, asked when it is entered and ever after."""

from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection

_LARGEST: Final = 2**31 - 1
# A partner never speaks for an office that has people of its own here.
_SENDER: Final = """
SELECT EXISTS (SELECT FROM desk d JOIN officer f ON f.id = d.officer
               WHERE d.organisation = o.id AND f.disabled_at IS NULL
                 AND f.login NOT LIKE 'mesin-%'
                 AND (d.valid_to IS NULL
                      OR d.valid_to > ($2::timestamptz AT TIME ZONE o.zone)::date)) AS used
FROM organisation o WHERE o.id = $1 AND o.kind = 'bawaslu'
"""


async def is_used(c: Connection, sender: int, now: datetime) -> bool | None:
    """Say whether people of an office of Bawaslu work here; None: it is no such office."""
    if not 0 < sender <= _LARGEST:
        return None
    used: bool | None = await c.fetchval(_SENDER, sender, now)
    return used
