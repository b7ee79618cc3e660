"""Activities that are still to come, for a home page."""

from datetime import date
from typing import Final

from netralitas.database.connection import Connection
from netralitas.prevention.pages import ActivityLine
from netralitas.prevention.queries.lines import LINE, line

_COMING: Final = f"""
{LINE} WHERE a.state IN ('planned', 'announced') AND a.planned_on >= $1
ORDER BY a.planned_on, a.id LIMIT $2
"""


async def coming_activities(c: Connection, today: date, most: int) -> tuple[ActivityLine, ...]:
    """Return the activities of today or later that the reader sees, the next first."""
    return tuple(line(row, today) for row in await c.fetch(_COMING, today, most))
