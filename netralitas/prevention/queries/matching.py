"""Respondents of matters that came in, matched to units and sub-districts: one statement."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.protection import Matched, Reported
from netralitas.prevention.queries.reaching import KNOWN

# A unit is found by its name within the region of its office, the nearest office first. Who is in
# none of the units known is placed by where it happened. A case that was merged into another is
# counted there.
_MATCHED: Final = f"""
{KNOWN}, workplace AS (
    SELECT u.id, lower(u.name) AS name, coalesce(o.region, '') AS region
    FROM unit u JOIN organisation o ON o.id = u.organisation
    WHERE u.organisation IN (SELECT id FROM known)
), concerned AS MATERIALIZED (
    SELECT r.id, lower(btrim(r.unit)) AS unit, f.region
    FROM case_file f JOIN respondent r ON r.case_file = f.id
    WHERE f.received_at >= $2 AND f.received_at < $3 AND ($4::text IS NULL OR f.theme = $4)
      AND NOT EXISTS (SELECT FROM merger m WHERE m.case_file = f.id AND m.undone_by IS NULL)
), alike AS MATERIALIZED (
    SELECT unit, region, sum(respondents) AS respondents, sum(due) AS due, sum(late) AS late
    FROM (
        SELECT unit, region, 1 AS respondents, 0 AS due, 0 AS late FROM concerned
        UNION ALL
        SELECT x.unit, x.region, 0, 1, (k.due_at < coalesce(k.ended_at, $5))::integer
        FROM concerned x
        JOIN proceeding p ON p.respondent = x.id AND p.workflow IN ('referral', 'discipline')
        JOIN clock k ON k.proceeding = p.id
        WHERE k.superseded_by IS NULL AND (k.ended_at IS NOT NULL OR k.due_at < $5)
          AND k.due_at IS NOT NULL
    ) told
    GROUP BY unit, region
), found AS (
    SELECT DISTINCT ON (a.unit, a.region) a.*, w.id
    FROM alike a
    LEFT JOIN workplace w ON w.name = a.unit AND starts_with(a.region, w.region)
    ORDER BY a.unit, a.region, length(w.region) DESC NULLS LAST, w.id
)
SELECT id AS unit,
       CASE WHEN id IS NULL AND length(region) >= 8 THEN left(region, 8) END AS district,
       sum(respondents)::bigint AS respondents, sum(due)::bigint AS due, sum(late)::bigint AS late
FROM found GROUP BY 1, 2
"""  # noqa: S608 - constant text


async def matched(
    c: Connection, organisation: int, year: int, theme: Theme | None, now: datetime, zone: ZoneInfo
) -> Matched:
    """Return the respondents of what came in in a year, of a theme or all, that the reader sees."""
    rows = await c.fetch(
        _MATCHED,
        organisation,
        *(_midnight(date(year, 1, 1), zone), _midnight(date(year + 1, 1, 1), zone)),
        *(theme, now),
    )
    nowhere = (row for row in rows if row["unit"] is None and row["district"] is None)
    return Matched(
        by_unit={row["unit"]: _reported(row) for row in rows if row["unit"] is not None},
        by_district={row["district"]: _reported(row) for row in rows if row["district"]},
        nowhere=sum(map(_reported, nowhere), Reported()),
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _reported(row: Row) -> Reported:
    return Reported(respondents=row["respondents"], due=row["due"], late=row["late"])
