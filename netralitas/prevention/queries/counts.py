"""The counts behind the dashboard and the summaries: set-based, under row security."""

from datetime import date
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.figures import Cell, Count, Reach

# Each activity counts once as a plan and once as held, each in its own month.
_CELLS: Final = """
SELECT theme, region, extract(month FROM day)::integer AS month,
       count(*) FILTER (WHERE NOT happened) AS planned,
       count(*) FILTER (WHERE happened) AS held,
       count(*) FILTER (WHERE NOT happened AND state = 'cancelled') AS cancelled,
       count(*) FILTER (WHERE NOT happened AND state = 'planned' AND day < $4) AS waiting,
       coalesce(sum(people) FILTER (WHERE happened), 0)::bigint AS people
FROM (
    SELECT theme, region, planned_on AS day, state, false AS happened, NULL::bigint AS people
    FROM activity WHERE planned_on >= $1 AND planned_on < $2
    UNION ALL
    SELECT theme, region, held_on, state, true,
           (SELECT sum(present) FROM attendance WHERE activity = activity.id)
    FROM activity WHERE held_on >= $1 AND held_on < $2
) counted
WHERE $3::text IS NULL OR theme = $3
GROUP BY theme, region, month
"""

# The units of every office that takes part with the reader's own: by an agreement, by an activity,
# or because it is above the reader's.
_REACHES: Final = """
WITH RECURSIVE chain (id, superior, place) AS (
    SELECT id, superior, 0 FROM organisation WHERE id = $1
    UNION ALL
    SELECT o.id, o.superior, chain.place + 1
    FROM organisation o JOIN chain ON o.id = chain.superior WHERE chain.place < 16
), known AS (
    SELECT id FROM chain
    UNION
    SELECT unnest(readers) FROM (
        SELECT readers FROM agreement UNION SELECT DISTINCT readers FROM activity
    ) shared
), held AS (
    SELECT n.unit, count(*) AS activities, max(n.present) AS most
    FROM activity a JOIN attendance n ON n.activity = a.id
    WHERE a.held_on >= $2 AND a.held_on < $3 AND ($4::text IS NULL OR a.theme = $4)
    GROUP BY n.unit
)
SELECT u.name, r.name AS region, u.staff, u.counted_on,
       coalesce(h.activities, 0) AS activities, coalesce(h.most, 0) AS most
FROM unit u
LEFT JOIN region r ON r.code = u.region
LEFT JOIN held h ON h.unit = u.id
WHERE u.organisation IN (SELECT id FROM known)
ORDER BY u.name, u.id
"""


async def cells(
    c: Connection, since: date, until: date, theme: Theme | None, today: date
) -> tuple[Cell, ...]:
    """Return the counts from `since` on and before `until`, of one theme or all; one statement.

    Months of different years are the same month here: ask for a year, or sum them up.
    """
    return tuple(_cell(row) for row in await c.fetch(_CELLS, since, until, theme, today))


async def reaches(
    c: Connection, organisation: int, since: date, until: date, theme: Theme | None = None
) -> tuple[Reach, ...]:
    """Return every unit that an organisation knows of, with what reached it; one statement."""
    return tuple(
        Reach(
            name=row["name"],
            region=row["region"],
            staff=row["staff"],
            counted_on=row["counted_on"],
            activities=row["activities"],
            most=row["most"],
        )
        for row in await c.fetch(_REACHES, organisation, since, until, theme)
    )


def _cell(row: Row) -> Cell:
    return Cell(
        theme=Theme(row["theme"]),
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
