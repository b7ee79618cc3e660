"""The statement that makes notices of hours within which a failure to protect data is told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.notices.domain import Stage

# Whoever keeps incidents at the office is told, while somebody who is to be told was not. $1 is how
# many at most, $2 now, $3 the roles, $4 the hours, $5 to $8 the stages.
_TELL: Final = """
WITH seat AS MATERIALIZED (
    SELECT d.officer, d.organisation
    FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
    WHERE f.disabled_at IS NULL AND d.roles && $3::text[]
      AND d.valid_from <= ($2::timestamptz AT TIME ZONE o.zone)::date
      AND (d.valid_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
), due AS (
    SELECT i.id AS incident, i.organisation,
           i.discovered_at + make_interval(hours => $4) AS due_at
    FROM data_incident i
    WHERE i.closed_at IS NULL
      AND (i.told_agency_at IS NULL
           OR (i.told_people_at IS NULL AND i.people IS DISTINCT FROM 0))
), told AS (
    SELECT u.incident, u.due_at, s.officer, s.organisation, v.kind, v.rule,
           concat_ws(':', v.rule, u.incident, s.officer) AS natural_key
    FROM due u JOIN seat s ON s.organisation = u.organisation
    JOIN unnest($5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
        AS v (kind, rule, begins, ends)
        ON u.due_at >= coalesce(v.begins, '-infinity') AND u.due_at < v.ends
), made AS (
    INSERT INTO notice (officer, incident, kind, rule, due_at, made_at, natural_key, readers)
    SELECT officer, incident, kind, rule, due_at, $2, natural_key, ARRAY[organisation]
    FROM (
        SELECT DISTINCT ON (natural_key) * FROM told n
        WHERE NOT EXISTS (SELECT FROM notice x WHERE x.natural_key = n.natural_key)
        ORDER BY natural_key
    ) AS new
    ORDER BY due_at DESC, natural_key LIMIT $1
    ON CONFLICT (natural_key) DO NOTHING RETURNING id, officer
)
SELECT made.id FROM made JOIN officer f ON f.id = made.officer
WHERE f.email IS NOT NULL ORDER BY made.id
"""


async def tell_incidents(
    c: Connection,
    now: datetime,
    roles: Sequence[str],
    hours: int,
    stages: Sequence[Stage],
    most: int,
) -> list[int]:
    """Make the notices that are due, `most` at once; return those to be mailed."""
    rows = await c.fetch(
        _TELL,
        *(most, now, list(roles), hours),
        *([each.kind.value for each in stages], [each.rule for each in stages]),
        *([each.begins for each in stages], [each.ends for each in stages]),
    )
    return [row["id"] for row in rows]
