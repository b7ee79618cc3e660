"""What the worker asks for the agenda: every activity that was announced and is not long over."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.prevention.domain import ActivityKind, ActivityState, CancelReason
from netralitas.public.agenda.domain import Announced, Change, News, Speaker

LONGEST: Final = timedelta(days=90)
"""So long after its day an activity stays on the agenda."""

# Who takes part stands in the event that planned it; each announcement and each move says its day.
_ANNOUNCED: Final = """
SELECT a.id, a.kind, a.theme, a.title, a.state, coalesce(a.held_on, a.planned_on) AS day,
       a.begins_at, a.ends_at, a.notice, a.place, a.audience, o.zone, r.name AS region,
       o.name AS organiser, told.names, told.moments, told.days, told.earlier, told.reasons,
       ARRAY(SELECT p.name FROM event e
             CROSS JOIN jsonb_array_elements_text(e.details -> 'others') AS other
             JOIN organisation p ON p.id = other::integer
             WHERE e.stream = a.id AND e.name = 'activity.planned' AND a.together = 'joint'
               AND p.id <> a.organisation
             ORDER BY p.id) AS others,
       ARRAY(SELECT ARRAY[s.name, s.capacity] FROM speaker s
             WHERE s.activity = a.id ORDER BY s.ordinal) AS speakers
FROM activity a
JOIN organisation o ON o.id = a.organisation
JOIN region r ON r.code = a.region
CROSS JOIN LATERAL (
    SELECT array_agg(e.name ORDER BY e.version) AS names,
           array_agg(e.recorded_at ORDER BY e.version) AS moments,
           array_agg((e.details ->> 'planned_on')::date ORDER BY e.version) AS days,
           array_agg((e.details ->> 'from')::date ORDER BY e.version) AS earlier,
           array_agg(e.details ->> 'reason' ORDER BY e.version) AS reasons
    FROM event e WHERE e.stream = a.id AND e.name = ANY ($2)
) told
WHERE a.announced_at IS NOT NULL AND a.state <> 'planned' AND a.planned_on >= $1
  AND 'activity.announced' = ANY (told.names)
ORDER BY day, a.begins_at NULLS FIRST, a.id
"""


async def announced(c: Connection, today: date) -> tuple[Announced, ...]:
    """Return what was announced and was to be held in the last 90 days or later, by its day.

    For the worker, which sees every row.
    """
    rows = await c.fetch(_ANNOUNCED, today - LONGEST, list(News))
    return tuple(map(_announced, rows))


def _announced(row: Row) -> Announced:
    return Announced(
        id=row["id"],
        kind=ActivityKind(row["kind"]),
        theme=Theme(row["theme"]) if row["theme"] else None,
        title=row["title"],
        state=ActivityState(row["state"]),
        on=row["day"],
        begins_at=row["begins_at"],
        ends_at=row["ends_at"],
        zone=Zone(row["zone"]),
        region=row["region"],
        place=row["place"],
        audience=row["audience"],
        organiser=row["organiser"],
        others=tuple(row["others"]),
        notice=row["notice"],
        speakers=tuple(Speaker(name=name, capacity=said) for name, said in row["speakers"]),
        changes=tuple(_changes(row)),
    )


def _changes(row: Row) -> Iterator[Change]:
    """Yield the announcement and what came after; what was moved before it is nobody's news."""
    columns = (row[name] for name in ("names", "moments", "days", "earlier", "reasons"))
    told = list(zip(*columns, strict=True))
    first = next(place for place, one in enumerate(told) if one[0] == News.ANNOUNCED)
    day: date = told[first][2]
    for name, at, on, before, reason in told[first:]:
        day = on or day
        yield Change(
            news=News(name),
            at=at,
            on=day,
            before=before,
            reason=CancelReason(reason) if reason else None,
        )
