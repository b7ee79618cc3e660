"""The list of meetings, the latest first, and the decisions that are still open."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection, Row
from netralitas.evaluation.pages import MeetingsPage
from netralitas.evaluation.queries.lines import (
    DECISION,
    MEETING,
    PATH,
    decision_line,
    meeting_line,
)
from netralitas.web.parts import Pages

LENGTH: Final = 25
MOST_DECISIONS: Final = 100
_CURSOR: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,18})")
_BEGINNING: Final = (date.max, 0)

_MEETINGS: Final = f"""
SELECT {MEETING}, o.name AS other_party,
       EXISTS (SELECT FROM snapshot s WHERE s.meeting = m.id) AS frozen
FROM meeting m JOIN organisation o ON o.id = m.readers[cardinality(m.readers)]
WHERE (m.planned_on, m.id) < ($1, $2)
ORDER BY m.planned_on DESC, m.id DESC LIMIT {LENGTH + 1}
"""  # noqa: S608 - constant text
_OPEN: Final = f"""
SELECT {DECISION} WHERE d.done_on IS NULL ORDER BY d.due_on, d.id LIMIT {MOST_DECISIONS + 1}
"""


async def meetings_page(
    c: Connection, actor: Actor, query: Mapping[str, str], today: date
) -> MeetingsPage:
    """Return a page of the meetings that the actor reads, and what is to be done by when."""
    place = _place(query.get("sebelum"))
    rows = await c.fetch(_MEETINGS, *place)
    decisions = await c.fetch(_OPEN)
    may_keep = refusal(actor, Permission.KEEP_MEETINGS) is None
    keeper = actor.organisation if may_keep else None
    return MeetingsPage(
        meetings=tuple(map(meeting_line, rows[:LENGTH])),
        decisions=tuple(decision_line(row, today, keeper) for row in decisions[:MOST_DECISIONS]),
        more_decisions=len(decisions) > MOST_DECISIONS,
        pages=Pages(
            earlier=None if place == _BEGINNING else PATH,
            later=_later(rows) if len(rows) > LENGTH else None,
        ),
        may_keep=may_keep,
        recap=f"{PATH}/rekap" if actor.organisation_kind == "bawaslu" else None,
    )


def _later(rows: list[Row]) -> str:
    last = rows[LENGTH - 1]
    return f"{PATH}?sebelum={last['planned_on']}.{last['id']}"


def _place(text: str | None) -> tuple[date, int]:
    """Return the place in the list that an address names, its beginning for anything else."""
    found = _CURSOR.fullmatch(text or "")
    try:
        return (date.fromisoformat(found[1]), int(found[2])) if found else _BEGINNING
    except ValueError:
        return _BEGINNING
