"""The units that a reader's office knows of, and how many of each were reached."""

from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.prevention.figures import Reach
from netralitas.prevention.queries.scope import Scope

KNOWN: Final = """
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
)
"""
"""The offices that take part with that of $1: by an agreement or an activity, or above it."""

_REACHES: Final = f"""
{KNOWN}, shown AS (
    SELECT a.id, a.planned_on, a.held_on FROM activity a
    WHERE ((a.planned_on >= $2 AND a.planned_on < $3) OR (a.held_on >= $2 AND a.held_on < $3))
      AND ($4::text IS NULL OR a.theme = $4) AND ($5::text IS NULL OR a.kind = $5)
), held AS MATERIALIZED (
    SELECT n.unit, count(*) AS activities, max(n.present) AS most
    FROM shown a JOIN attendance n ON n.activity = a.id
    WHERE a.held_on >= $2 AND a.held_on < $3
    GROUP BY n.unit
), named AS MATERIALIZED (
    SELECT unit, count(*)::integer AS persons
    FROM (SELECT DISTINCT p.unit, p.nip_digest
          FROM shown a JOIN attendee p ON p.activity = a.id
          WHERE a.held_on >= $2 AND a.held_on < $3 AND p.nip_digest IS NOT NULL) apart
    GROUP BY unit
), meant AS MATERIALIZED (
    SELECT i.unit, count(*) AS invited
    FROM shown a JOIN invited i ON i.activity = a.id
    WHERE a.planned_on >= $2 AND a.planned_on < $3
    GROUP BY i.unit
)
SELECT u.id, u.name, r.name AS region, d.code AS district, u.staff, u.counted_on,
       coalesce(m.invited, 0) AS invited, coalesce(h.activities, 0) AS activities,
       coalesce(h.most, 0) AS most, coalesce(p.persons, 0) AS persons
FROM unit u
LEFT JOIN region r ON r.code = u.region
LEFT JOIN region d ON d.code = left(u.region, 8) AND d.level = 'district'
LEFT JOIN held h ON h.unit = u.id
LEFT JOIN named p ON p.unit = u.id
LEFT JOIN meant m ON m.unit = u.id
WHERE u.organisation IN (SELECT id FROM known)
ORDER BY u.name, u.id
"""  # noqa: S608 - constant text


async def reaches(c: Connection, organisation: int, scope: Scope) -> tuple[Reach, ...]:
    """Return every unit that an organisation knows of, with what reached it; one statement.

    Activities count wherever they were held: neither the sub-district nor the unit of the scope
    narrows them.
    """
    rows = await c.fetch(_REACHES, organisation, *scope.values[:4])
    return tuple(map(_reach, rows))


def _reach(row: Row) -> Reach:
    return Reach(
        id=row["id"],
        name=row["name"],
        region=row["region"],
        district=row["district"],
        staff=row["staff"],
        counted_on=row["counted_on"],
        invited=row["invited"],
        activities=row["activities"],
        most=row["most"],
        persons=row["persons"],
    )
