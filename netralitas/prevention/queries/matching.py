"""Respondents of matters that came in, matched to units and sub-districts."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.protection import Matched, Reported
from netralitas.prevention.queries.reaching import KNOWN

_ROOM: Final = "SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL work_mem = '16MB'"
"""The planner sees which days and ids are asked for, and the respondents of a year fit into memory.

A plan made for any year at all expects a handful of them, and joins tens of thousands one by one.
"""

# Cases get their ids as they come in, so those of a year lie together, and what hangs on them is
# read in one stretch. Old registers that are entered later make it longer, never too short. Without
# MATERIALIZED the least id would be looked for from the very first case on.
_SPAN: Final = """
WITH concerned AS MATERIALIZED (
    SELECT f.id FROM case_file f
    WHERE f.received_at >= $1 AND f.received_at < $2 AND ($3::text IS NULL OR f.theme = $3)
)
SELECT min(id) AS first, max(id) AS last FROM concerned
"""

# A unit is found by its name within the region of its office, the nearest office first. Who is in
# none of the units known is placed by where it happened. A case that was merged into another is
# counted there. Proceedings are in the case of their respondent: whoever has one stays in it. Cases
# and respondents are read apart: the planner would take the stretch of ids for one more reason why
# few are left, and sort what it can hash.
_MATCHED: Final = f"""
{KNOWN}, workplace AS (
    SELECT u.id, lower(u.name) AS name, coalesce(o.region, '') AS region
    FROM unit u JOIN organisation o ON o.id = u.organisation
    WHERE u.organisation IN (SELECT id FROM known)
), concerned AS MATERIALIZED (
    SELECT f.id, f.region FROM case_file f
    WHERE f.received_at >= $2 AND f.received_at < $3 AND ($4::text IS NULL OR f.theme = $4)
      AND f.id NOT IN (SELECT m.case_file FROM merger m WHERE m.undone_by IS NULL)
), pursued AS (
    SELECT p.respondent, count(*)::integer AS due,
           count(*) FILTER (WHERE k.due_at < coalesce(k.ended_at, $5))::integer AS late
    FROM proceeding p JOIN clock k ON k.proceeding = p.id
    WHERE p.case_file BETWEEN $6 AND $7 AND p.workflow IN ('referral', 'discipline')
      AND k.superseded_by IS NULL AND (k.ended_at IS NOT NULL OR k.due_at < $5)
      AND k.due_at IS NOT NULL
    GROUP BY p.respondent
), reported AS MATERIALIZED (
    SELECT r.id, r.case_file, r.unit FROM respondent r WHERE r.case_file BETWEEN $6 AND $7
), told AS MATERIALIZED (
    SELECT r.unit, f.region, count(*) AS respondents,
           coalesce(sum(p.due), 0) AS due, coalesce(sum(p.late), 0) AS late
    FROM concerned f
    JOIN reported r ON r.case_file = f.id
    LEFT JOIN pursued p ON p.respondent = r.id
    GROUP BY r.unit, f.region
), found AS (
    SELECT DISTINCT ON (t.unit, t.region) t.*, w.id
    FROM told t
    LEFT JOIN workplace w ON w.name = lower(btrim(t.unit)) AND starts_with(t.region, w.region)
    ORDER BY t.unit, t.region, length(w.region) DESC NULLS LAST, w.id
)
SELECT id AS unit,
       CASE WHEN id IS NULL AND length(region) >= 8 THEN left(region, 8) END AS district,
       sum(respondents)::bigint AS respondents, sum(due)::bigint AS due, sum(late)::bigint AS late
FROM found GROUP BY 1, 2
"""  # noqa: S608 - constant text


async def matched(
    c: Connection, organisation: int, year: int, theme: Theme | None, now: datetime, zone: ZoneInfo
) -> Matched:
    """Return the respondents of what came in in a year, of a theme or all, that the reader sees.

    Two statements, after one that holds until the end of the transaction.
    """
    first, after = _midnight(date(year, 1, 1), zone), _midnight(date(year + 1, 1, 1), zone)
    await c.execute(_ROOM)
    span = await c.fetchrow(_SPAN, first, after, theme)
    rows = await c.fetch(
        _MATCHED, organisation, first, after, theme, now, span["first"], span["last"]
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
