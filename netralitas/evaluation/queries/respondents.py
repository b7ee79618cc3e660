"""Respondents at a position of the log: who was named, what was opened on them, how it ended.

States and names are those of events; which respondent a proceeding is on is read from its row,
where it never changes. Only what is disposed of is missed, and the figures say so.
"""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.evaluation.domain.respondents import UNKNOWN, Persons, ends_of_handling, rungs
from netralitas.evaluation.domain.statuses import statuses

_LATER: Final = 64
"""More than there are rungs: the last event of a proceeding and its rung are one number."""

_PERSONS: Final = f"""
WITH told AS MATERIALIZED (
    SELECT e.id, e.stream,
           CASE WHEN e.workflow <> 'handling' THEN e.proceeding END AS pursuit,
           CASE WHEN e.workflow <> 'handling' THEN coalesce(r.rung, {UNKNOWN}) END AS rung,
           e.workflow = 'handling' AND e.from_state IS NULL AS opens,
           CASE WHEN e.workflow = 'handling'
                THEN (e.to_state = ANY ($6::text[]))::integer
                     - coalesce(e.from_state = ANY ($6::text[]), false)::integer END AS ends,
           e.name = ANY ($7::text[]) AS added, e.name = ANY ($8::text[]) AS moved,
           CASE WHEN e.name = ANY ($7::text[] || $8::text[])
                     OR e.workflow = 'handling' AND e.from_state IS NULL THEN e.details END AS said
    FROM event e {{leaves}}
    LEFT JOIN unnest($3::text[], $4::text[], $5::integer[]) AS r (workflow, state, rung)
           ON r.workflow = e.workflow AND r.state = e.to_state
    WHERE {{upto}} AND ($2::integer IS NULL OR $2 = ANY (e.readers))
      AND ((e.workflow IN ('referral', 'discipline') AND e.to_state IS DISTINCT FROM e.from_state)
           OR (e.workflow = 'handling'
               AND (e.from_state IS NULL
                    OR (e.to_state = ANY ($6::text[])) <> (e.from_state = ANY ($6::text[]))))
           OR e.name = ANY ($7::text[] || $8::text[]))
), stands AS (
    SELECT pursuit, min(stream) AS stream, max(id * {_LATER} + rung) % {_LATER} AS rung
    FROM told WHERE pursuit IS NOT NULL AND rung IS NOT NULL GROUP BY pursuit
), moved AS (
    SELECT DISTINCT ON (one.id) one.id::bigint AS respondent,
           coalesce((t.said ->> 'into')::bigint, t.stream) AS place
    FROM told t CROSS JOIN LATERAL jsonb_array_elements_text(t.said -> 'respondents') AS one (id)
    WHERE t.moved ORDER BY one.id, t.id DESC
), heard AS (
    SELECT one.id::bigint AS respondent, t.stream AS place, NULL::bigint AS moved_to,
           NULL::bigint AS rung, NULL::bigint AS pursued_in
    FROM told t CROSS JOIN LATERAL jsonb_array_elements_text(t.said -> 'respondents') AS one (id)
    WHERE t.opens
    UNION ALL
    SELECT (said ->> 'respondent')::bigint, stream, NULL, NULL, NULL FROM told WHERE added
    UNION ALL
    SELECT respondent, place, place, NULL, NULL FROM moved
    UNION ALL
    SELECT coalesce(p.respondent, -s.pursuit), NULL, NULL, s.rung, s.stream
    FROM stands s LEFT JOIN proceeding p ON p.id = s.pursuit
), person AS (
    SELECT count(place) > 0 AS named, coalesce(max(moved_to), max(place)) AS place,
           max(rung) AS rung, min(pursued_in) AS pursued_in
    FROM heard GROUP BY respondent
), over AS (
    SELECT stream FROM told WHERE ends <> 0 GROUP BY stream HAVING sum(ends) > 0
)
SELECT p.rung, o.stream IS NOT NULL AS over, p.named, p.named OR b.stream IS NOT NULL AS begun,
       count(*) AS amount
FROM person p
LEFT JOIN over o ON o.stream = p.place AND p.rung IS NULL
LEFT JOIN told b ON b.stream = p.pursued_in AND b.opens AND NOT p.named
GROUP BY 1, 2, 3, 4
"""  # noqa: S608 - constant text
_ADDED: Final = ("handling.respondent_added",)
_WENT_ON: Final = ("case.split_into", "case.merged_into", "case.merge_undone")

UP_TO_THE_LAST: Final = {
    "leaves": "",
    "upto": "e.id + 0 <= (SELECT event FROM log_leaf WHERE position < $1"
    " ORDER BY event DESC LIMIT 1)",
}
BY_LEAF: Final = {"leaves": "JOIN log_leaf ON log_leaf.event = e.id", "upto": "position < $1"}


async def persons_at(
    c: Connection, *, position: int, organisation: int | None, definition: int, exactly: bool
) -> tuple[Persons, ...]:
    """Return the respondents of the first `position` leaves, alike ones together.

    Not `exactly`: of every event up to the last one in the log, which must be the same.
    """
    known = statuses(definition)
    places = rungs(known)
    rows = await c.fetch(
        _PERSONS.format(**(BY_LEAF if exactly else UP_TO_THE_LAST)),
        *(position, organisation),
        *([each[part] for each in places] for part in range(3)),
        *(list(ends_of_handling(known)), list(_ADDED), list(_WENT_ON)),
    )
    return tuple(
        Persons(
            rung=row["rung"],
            over=row["over"],
            named=row["named"],
            begun=row["begun"],
            amount=row["amount"],
        )
        for row in rows
    )
