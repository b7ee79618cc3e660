"""Activities at a position of the log: how each stands, and how many came, by its events alone."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.evaluation.domain import Activities

_STATES: Final = ("planned", "announced", "held", "cancelled")
_NAMES: Final = tuple(f"activity.{state}" for state in _STATES)

# Of an activity that is planned, `details` names its theme; each list of attendance is whole, and
# replaces the one before it.
_ACTIVITIES: Final = """
WITH told AS (
    SELECT e.stream, e.version, e.name, e.details
    FROM stream s JOIN event e ON e.stream = s.id JOIN log_leaf l ON l.event = e.id
    WHERE s.kind = 'activity' AND l.position < $1
      AND ($2::integer IS NULL OR $2 = ANY (e.readers))
), one AS (
    SELECT stream,
           (array_agg(split_part(name, '.', 2) ORDER BY version DESC)
            FILTER (WHERE name = ANY ($3::text[])))[1] AS state,
           max(details ->> 'theme') FILTER (WHERE name = 'activity.planned') AS theme,
           count(*) FILTER (WHERE name = 'activity.planned') AS begun,
           count(*) FILTER (WHERE name IN ('activity.held', 'activity.cancelled')) AS ended,
           (array_agg(details -> 'attendance' ORDER BY version DESC)
            FILTER (WHERE details ? 'attendance'))[1] AS attendance
    FROM told GROUP BY stream
)
SELECT coalesce(state, 'other') AS state, theme, count(*) AS amount,
       sum(begun)::bigint AS begun, sum(ended)::bigint AS ended,
       coalesce(sum((SELECT sum((each ->> 'present')::bigint)
                     FROM jsonb_array_elements(attendance) AS each)), 0)::bigint AS people
FROM one GROUP BY 1, 2
"""


async def activities_at(
    c: Connection, *, position: int, organisation: int | None
) -> tuple[Activities, ...]:
    """Return the activities of the first `position` leaves, alike ones together."""
    rows = await c.fetch(_ACTIVITIES, position, organisation, list(_NAMES))
    return tuple(
        Activities(
            state=row["state"],
            theme=row["theme"],
            amount=row["amount"],
            begun=row["begun"],
            ended=row["ended"],
            people=row["people"],
        )
        for row in rows
    )
