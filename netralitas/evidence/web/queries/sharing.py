"""Addresses of the register as they are shared with who oversees content together."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.database.connection import Connection, Row

MOST: Final = 50
"""So many addresses are offered, the latest seen first."""

# Neither the account nor the note goes along: they may name people.
_SHARED: Final = """
SELECT a.id, a.url, a.platform, a.category, a.seen_on, a.asked_on, a.done_on,
       (SELECT min((k.finished_at AT TIME ZONE o.zone)::date) FROM capture k
        WHERE k.web_address = a.id AND k.state = 'done') AS captured_on
FROM web_address a JOIN organisation o ON o.id = a.organisation
WHERE $1::bigint IS NULL OR a.id = $1
ORDER BY a.seen_on DESC, a.id DESC LIMIT $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shareable:
    """An address with what was done about it so far, each with its day or None."""

    id: int
    url: str
    platform: str
    category: str
    seen_on: date
    captured_on: date | None
    asked_on: date | None
    done_on: date | None


async def shareable_addresses(c: Connection) -> tuple[Shareable, ...]:
    """Return the latest addresses that the reader sees; one statement."""
    return tuple(map(_shareable, await c.fetch(_SHARED, None, MOST)))


async def shareable_address(c: Connection, address: int) -> Shareable | None:
    """Return one address that the reader sees, None for any other."""
    row = await c.fetchrow(_SHARED, address, 1)
    return _shareable(row) if row else None


def _shareable(row: Row) -> Shareable:
    return Shareable(**dict(row))
