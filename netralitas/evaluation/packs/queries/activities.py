"""The activities of the days of which a meeting speaks, for the annexes."""

from datetime import date
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection
from netralitas.evaluation.packs.pages import ActivityLine
from netralitas.prevention import words
from netralitas.prevention.domain import ActivityKind, ActivityState

_ACTIVITIES: Final = """
SELECT coalesce(a.held_on, a.planned_on) AS day, a.title, a.kind, a.theme, a.state,
       a.planned_on, r.name AS region, o.name AS organiser, coalesce(n.people, 0) AS people
FROM activity a
JOIN region r ON r.code = a.region JOIN organisation o ON o.id = a.organisation
LEFT JOIN (SELECT activity, sum(present) AS people FROM attendance GROUP BY activity) n
       ON n.activity = a.id
WHERE coalesce(a.held_on, a.planned_on) BETWEEN $1 AND $2
ORDER BY 1, a.id
"""


async def activities_between(c: Connection, since: date, until: date) -> tuple[ActivityLine, ...]:
    """Return the activities that the reader's office sees, by their day; one statement."""
    return tuple(
        ActivityLine(
            day=row["day"],
            title=row["title"],
            kind=str(words.KINDS[ActivityKind(row["kind"])]),
            theme=words.theme(Theme(row["theme"]) if row["theme"] else None),
            region=row["region"],
            organiser=row["organiser"],
            state=words.state(ActivityState(row["state"]), row["planned_on"], until)[0],
            people=row["people"],
        )
        for row in await c.fetch(_ACTIVITIES, since, until)
    )
