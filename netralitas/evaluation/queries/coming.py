"""Meetings that are still to come and decisions still to be carried out, for a home page."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.evaluation.pages import DecisionLine, MeetingLine
from netralitas.evaluation.queries.lines import DECISION, MEETING, decision_line, meeting_line

__all__ = ["DecisionLine", "open_decisions", "planned_meetings"]

_PLANNED: Final = f"""
SELECT {MEETING}, o.name AS other_party, false AS frozen
FROM meeting m JOIN organisation o ON o.id = m.readers[cardinality(m.readers)]
WHERE m.state = 'planned' AND ($1::date IS NULL OR m.planned_on >= $1)
ORDER BY m.planned_on, m.id LIMIT $2
"""  # noqa: S608 - constant text
_OPEN: Final = f"""
SELECT {DECISION} WHERE d.done_on IS NULL ORDER BY d.due_on, d.id LIMIT $1
"""


async def planned_meetings(c: Connection, since: date | None, most: int) -> tuple[MeetingLine, ...]:
    """Return the meetings planned for that day or later, the next first; None: for any day."""
    return tuple(map(meeting_line, await c.fetch(_PLANNED, since, most)))


async def open_decisions(
    c: Connection, actor: Actor, today: date, most: int
) -> tuple[DecisionLine, ...]:
    """Return decisions that nobody carried out yet, the longest overdue first."""
    keeper = actor.organisation if refusal(actor, Permission.KEEP_MEETINGS) is None else None
    return tuple(decision_line(row, today, keeper) for row in await c.fetch(_OPEN, most))
