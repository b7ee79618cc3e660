"""The statement that makes notices of what is due under agreements."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.notices.domain import Window

# Whoever keeps agreements at a party is told. $1 is how many at most, $2 now, $3 to $6 what is due
# at which office, $7 to $10 the windows.
_TELL: Final = """
WITH seat AS MATERIALIZED (
    SELECT d.officer, d.organisation, o.zone
    FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
    WHERE f.disabled_at IS NULL AND d.roles && ARRAY['commissioner', 'secretary']
      AND d.valid_from <= ($2::timestamptz AT TIME ZONE o.zone)::date
      AND (d.valid_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
), due AS (
    SELECT g.agreement, g.code, s.officer, s.organisation, s.zone, g.day,
           ((g.day + 1)::timestamp AT TIME ZONE s.zone) - '1 second'::interval AS due_at
    FROM unnest($3::integer[], $4::integer[], $5::text[], $6::date[])
        AS g (agreement, office, code, day)
    JOIN seat s ON s.organisation = g.office
), told AS (
    SELECT t.*, v.kind,
           concat_ws(':', v.kind, 'agreement', t.agreement, t.code, t.day, t.officer) AS natural_key
    FROM due t
    JOIN unnest($7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[])
        AS v (kind, zone, begins, ends)
        ON v.zone = t.zone AND v.kind <> 'escalated'
        AND t.due_at >= coalesce(v.begins, '-infinity') AND t.due_at < v.ends
), made AS (
    INSERT INTO notice (officer, agreement, kind, rule, due_at, made_at, natural_key, readers)
    SELECT officer, agreement, kind, concat('agreement.', code), due_at, $2, natural_key,
           ARRAY[organisation]
    FROM (
        SELECT DISTINCT ON (natural_key) * FROM told n
        WHERE NOT EXISTS (SELECT FROM notice x WHERE x.natural_key = n.natural_key)
        ORDER BY natural_key, organisation
    ) AS new
    ORDER BY due_at DESC, natural_key LIMIT $1
    ON CONFLICT (natural_key) DO NOTHING RETURNING id, officer
)
SELECT made.id FROM made JOIN officer f ON f.id = made.officer
WHERE f.email IS NOT NULL ORDER BY made.id
"""


async def tell_agreements(
    c: Connection,
    now: datetime,
    due: Sequence[tuple[int, int, str, date]],
    windows: Sequence[Window],
    most: int,
) -> list[int]:
    """Make the notices of what is due, `most` at once; return those to be mailed.

    `due` names an agreement, an office that is its party, the code of an alarm and its day.
    """
    rows = await c.fetch(
        _TELL,
        *(most, now),
        *([each[0] for each in due], [each[1] for each in due]),
        *([each[2] for each in due], [each[3] for each in due]),
        *([window.kind.value for window in windows], [window.zone for window in windows]),
        *([window.begins for window in windows], [window.ends for window in windows]),
    )
    return [row["id"] for row in rows]
