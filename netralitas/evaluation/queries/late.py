"""How much was entered long after it happened, since a place in the log or a day."""

from datetime import date
from typing import Final

from netralitas.cases.domain import LATE_ENTRY_DAYS
from netralitas.database.connection import Connection

ENTERED_LATE: Final = (
    "(recorded_at AT TIME ZONE interval '7 hours')::date - happened_on"
    f" > {LATE_ENTRY_DAYS} AND precision IN ('time', 'day')"
)
"""What is true of an event that was entered late; nothing, of one without a day.

In one zone for all, WIB: the day on which an entry becomes late begins at most two hours apart. As
hours and not by its name, which costs a third of a scan of the log.
"""

_LATE: Final = f"""
SELECT count(*) FROM event
WHERE id > $1 AND workflow IS NOT NULL AND kind IN ('move', 'fact')
  AND ($2::date IS NULL OR recorded_at >= $2) AND {ENTERED_LATE}
"""  # noqa: S608 - constant text
_LAST_EVENT: Final = """
SELECT coalesce((SELECT event FROM log_leaf WHERE position < $1 AND event IS NOT NULL
                 ORDER BY position DESC LIMIT 1), 0)
"""


async def recorded_late(c: Connection, position: int | None, since: date) -> int:
    """Return how many steps and facts were entered late after a position; None: since a day."""
    after = 0 if position is None else await c.fetchval(_LAST_EVENT, position)
    found: int = await c.fetchval(_LATE, after, since if position is None else None)
    return found
