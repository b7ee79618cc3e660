"""How much was entered long after it happened, since a place in the log or a day."""

from datetime import date
from typing import Final

from netralitas.cases.domain import LATE_ENTRY_DAYS
from netralitas.database.connection import Connection

_LATE: Final = f"""
SELECT count(*) FROM event
WHERE id > $1 AND workflow IS NOT NULL AND kind IN ('move', 'fact')
  AND precision IN ('time', 'day') AND ($2::date IS NULL OR recorded_at >= $2)
  AND (recorded_at AT TIME ZONE interval '7 hours')::date - happened_on > {LATE_ENTRY_DAYS}
"""  # noqa: S608 - constant text
_LAST_EVENT: Final = """
SELECT coalesce((SELECT event FROM log_leaf WHERE position < $1 ORDER BY position DESC LIMIT 1), 0)
"""


async def recorded_late(c: Connection, position: int | None, since: date) -> int:
    """Return how many steps and facts were entered late after a position; None: since a day."""
    after = 0 if position is None else await c.fetchval(_LAST_EVENT, position)
    found: int = await c.fetchval(_LATE, after, since if position is None else None)
    return found
