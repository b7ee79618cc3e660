"""The counts behind the dashboard and the summaries: set-based, under row security."""

from datetime import date
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.domain import ActivityKind, Fund
from netralitas.prevention.figures import Cell, Count, Gain, Spent, mean
from netralitas.prevention.queries.scope import ABOUT, HELD, Scope

# Each activity counts once as a plan and once as held, each in its own month; who came is added up
# beside them. Of one unit only its own people are counted. No sum is joined: a plan made for any
# filters takes a sum for one line, and would make it again for each activity.
_CELLS: Final = f"""
WITH shown AS (
    SELECT a.id, a.theme, a.kind, left(a.region, 8) AS region, a.state, a.planned_on, a.held_on
    FROM activity a
    WHERE ((a.planned_on >= $1 AND a.planned_on < $2) OR (a.held_on >= $1 AND a.held_on < $2))
      AND {ABOUT}
)
SELECT theme, kind, region, extract(month FROM day)::integer AS month,
       count(*) FILTER (WHERE what = 'plan') AS planned,
       count(*) FILTER (WHERE what = 'held') AS held,
       count(*) FILTER (WHERE what = 'plan' AND state = 'cancelled') AS cancelled,
       count(*) FILTER (WHERE what = 'plan' AND state IN ('planned', 'announced') AND day < $7)
           AS waiting,
       coalesce(sum(people), 0)::bigint AS people
FROM (
    SELECT theme, kind, region, planned_on AS day, state, 'plan' AS what, 0 AS people
    FROM shown WHERE planned_on >= $1 AND planned_on < $2
    UNION ALL
    SELECT theme, kind, region, held_on, state, 'held', 0
    FROM shown WHERE held_on >= $1 AND held_on < $2
    UNION ALL
    SELECT theme, kind, region, held_on, state, 'came', n.present
    FROM shown JOIN attendance n ON n.activity = shown.id
    WHERE held_on >= $1 AND held_on < $2 AND ($6::integer IS NULL OR n.unit = $6)
) counted
GROUP BY theme, kind, region, month
"""  # noqa: S608 - constant text

_SPENT: Final = f"""
SELECT a.fund, count(*) AS activities, count(a.cost) AS told,
       coalesce(sum(a.cost), 0)::bigint AS amount
FROM activity a WHERE {HELD} GROUP BY a.fund ORDER BY amount DESC, a.fund
"""  # noqa: S608 - constant text

_GAINS: Final = f"""
SELECT theme, count(*) AS activities,
       sum(people_before)::bigint AS people_before, sum(people_after)::bigint AS people_after,
       sum(points_before)::bigint AS points_before, sum(points_after)::bigint AS points_after,
       sum(within_before)::bigint AS within_before, sum(within_after)::bigint AS within_after
FROM (
    SELECT a.id, a.theme,
           sum(q.people) FILTER (WHERE q.phase = 'before') AS people_before,
           sum(q.people) FILTER (WHERE q.phase = 'after') AS people_after,
           sum(q.points) FILTER (WHERE q.phase = 'before') AS points_before,
           sum(q.points) FILTER (WHERE q.phase = 'after') AS points_after,
           sum(q.people::bigint * q.questions) FILTER (WHERE q.phase = 'before') AS within_before,
           sum(q.people::bigint * q.questions) FILTER (WHERE q.phase = 'after') AS within_after
    FROM activity a JOIN quiz_result q ON q.activity = a.id
    WHERE {HELD}
    GROUP BY a.id, a.theme
) tested
WHERE people_before > 0 AND people_after > 0
GROUP BY theme ORDER BY theme
"""  # noqa: S608 - constant text


async def cells(c: Connection, scope: Scope, today: date) -> tuple[Cell, ...]:
    """Return the counts of what is in a scope; one statement.

    Months of different years are the same month here: ask for a year, or sum them up.
    """
    return tuple(map(_cell, await c.fetch(_CELLS, *scope.values, today)))


async def spent(c: Connection, scope: Scope) -> tuple[Spent, ...]:
    """Return what the activities that were held cost, the largest fund first; one statement."""
    return tuple(
        Spent(
            fund=Fund(row["fund"]) if row["fund"] else None,
            activities=row["activities"],
            told=row["told"],
            amount=row["amount"],
        )
        for row in await c.fetch(_SPENT, *scope.values)
    )


async def gains(c: Connection, scope: Scope) -> tuple[Gain, ...]:
    """Return, by theme, the tests that were taken both before and after; one statement."""
    return tuple(
        Gain(
            theme=_theme(row),
            activities=row["activities"],
            people_before=row["people_before"],
            people_after=row["people_after"],
            before=mean(row["points_before"], row["within_before"]),
            after=mean(row["points_after"], row["within_after"]),
        )
        for row in await c.fetch(_GAINS, *scope.values)
    )


def _theme(row: Row) -> Theme | None:
    return Theme(row["theme"]) if row["theme"] else None


def _cell(row: Row) -> Cell:
    return Cell(
        theme=_theme(row),
        kind=ActivityKind(row["kind"]),
        month=row["month"],
        region=row["region"],
        count=Count(
            planned=row["planned"],
            held=row["held"],
            cancelled=row["cancelled"],
            waiting=row["waiting"],
            people=row["people"],
        ),
    )
