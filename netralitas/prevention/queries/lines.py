"""Activities as lines of a list."""

from datetime import date
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.database.connection import Row
from netralitas.prevention import words
from netralitas.prevention.domain import ActivityKind, ActivityState
from netralitas.prevention.pages import ActivityLine

PATH: Final = "/pencegahan/kegiatan"

LINE: Final = """
SELECT a.id, a.title, a.theme, a.kind, a.planned_on, a.held_on, a.state, r.name AS region,
       o.name AS organiser,
       (SELECT sum(present) FROM attendance WHERE activity = a.id)::integer AS people
FROM activity a
JOIN region r ON r.code = a.region
JOIN organisation o ON o.id = a.organisation
"""
"""What a line needs; the caller says which activities, in which order."""


def line(row: Row, today: date) -> ActivityLine:
    """Return the line of a row."""
    standing, tone = words.state(ActivityState(row["state"]), row["planned_on"], today)
    return ActivityLine(
        href=f"{PATH}/{row['id']}",
        title=row["title"],
        theme=words.theme(Theme(row["theme"]) if row["theme"] else None),
        kind=words.KINDS[ActivityKind(row["kind"])],
        planned_on=row["planned_on"],
        held_on=row["held_on"],
        region=row["region"],
        organiser=row["organiser"],
        state=standing,
        tone=tone,
        people=row["people"],
    )
