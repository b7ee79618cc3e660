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
    SELECT e.stream, CASE WHEN e.workflow <> 'handling' THEN e.proceeding END AS pursuit,
           max(e.id * {_LATER} + coalesce(r.rung, {UNKNOWN}))
               FILTER (WHERE e.workflow <> 'handling') % {_LATER} AS rung,
           sum((e.to_state = ANY ($6::text[]))::integer
               - coalesce(e.from_state = ANY ($6::text[]), false)::integer)
               FILTER (WHERE e.workflow = 'handling') > 0 AS over,
           count(*) FILTER (WHERE e.workflow = 'handling' AND e.from_state IS NULL) AS openings,
           string_agg(e.details ->> 'respondents', ',')
               FILTER (WHERE e.workflow = 'handling' AND e.from_state IS NULL) AS opened_on,
           sum(jsonb_array_length(e.details -> 'respondents'))
               FILTER (WHERE e.workflow = 'handling' AND e.from_state IS NULL) AS opening,
           string_agg(jsonb_build_array(e.id, e.name, e.details)::text, ',')
               FILTER (WHERE e.name = ANY ($7::text[] || $8::text[])) AS said
    FROM event e {{leaves}}
    LEFT JOIN unnest($3::text[], $4::text[], $5::integer[]) AS r (workflow, state, rung)
           ON r.workflow = e.workflow AND r.state = e.to_state
    WHERE {{upto}} AND ($2::integer IS NULL OR $2 = ANY (e.readers))
      AND ((e.workflow IN ('referral', 'discipline') AND e.to_state IS DISTINCT FROM e.from_state)
           OR (e.workflow = 'handling'
               AND (e.from_state IS NULL
                    OR (e.to_state = ANY ($6::text[])) <> (e.from_state = ANY ($6::text[]))))
           OR e.name = ANY ($7::text[] || $8::text[]))
    GROUP BY 1, 2
), said AS (
    SELECT t.stream, (one ->> 0)::bigint AS id, one ->> 1 AS name, one -> 2 AS details
    FROM told t CROSS JOIN LATERAL jsonb_array_elements(('[' || t.said || ']')::jsonb) AS s (one)
    WHERE t.said IS NOT NULL
), moved AS MATERIALIZED (
    SELECT DISTINCT ON (one.id) one.id::bigint AS respondent,
           coalesce((s.details ->> 'into')::bigint, s.stream) AS place
    FROM said s CROSS JOIN LATERAL jsonb_array_elements_text(s.details -> 'respondents') one (id)
    WHERE s.name = ANY ($8::text[]) ORDER BY one.id, s.id DESC
), stirred AS MATERIALIZED (
    SELECT stream, bool_or(over) AS over, sum(openings) > 0 AS opened,
           string_agg(opened_on, ',') AS opened_on
    FROM told WHERE stream IN (
        SELECT stream FROM told WHERE pursuit IS NOT NULL OR said IS NOT NULL OR openings > 1
        UNION SELECT place FROM moved)
    GROUP BY stream
), heard AS (
    SELECT one.id::bigint AS respondent, s.stream AS place, NULL::bigint AS moved_to,
           NULL::bigint AS rung, NULL::bigint AS pursued_in
    FROM stirred s
    CROSS JOIN LATERAL jsonb_array_elements(('[' || s.opened_on || ']')::jsonb) AS opening (ids)
    CROSS JOIN LATERAL jsonb_array_elements_text(opening.ids) AS one (id)
    UNION ALL
    SELECT (details ->> 'respondent')::bigint, stream, NULL, NULL, NULL
    FROM said WHERE name = ANY ($7::text[])
    UNION ALL
    SELECT respondent, place, place, NULL, NULL FROM moved
    UNION ALL
    SELECT coalesce(p.respondent, -t.pursuit), NULL, NULL, t.rung, t.stream
    FROM told t LEFT JOIN proceeding p ON p.id = t.pursuit WHERE t.pursuit IS NOT NULL
), person AS (
    SELECT count(place) > 0 AS named, coalesce(max(moved_to), max(place)) AS place,
           max(rung) AS rung, min(pursued_in) AS pursued_in
    FROM heard GROUP BY respondent
)
SELECT p.rung, p.rung IS NULL AND coalesce(o.over, false) AS over, p.named,
       p.named OR coalesce(b.opened, false) AS begun, count(*) AS amount
FROM person p
LEFT JOIN stirred o ON o.stream = p.place
LEFT JOIN stirred b ON b.stream = p.pursued_in
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT NULL, coalesce(t.over, false), true, true, sum(t.opening)::bigint
FROM told t
WHERE t.opening > 0 AND NOT EXISTS (SELECT FROM stirred s WHERE s.stream = t.stream)
GROUP BY 2
"""  # noqa: S608 - constant text
"""One scan tells of every case how it stands: most are quiet, and their respondents are counted.

Only where something else was told of a case (a proceeding on one of its respondents, one added,
one who came or went with a split or a merger) are its respondents looked at one by one.
"""
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
