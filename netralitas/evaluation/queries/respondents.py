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
_OVER: Final = 0
"""What stands for a rung where the handling of a case has ended; where it goes on, `UNKNOWN`."""

_PERSONS: Final = f"""
WITH told AS MATERIALIZED (
    SELECT CASE WHEN e.workflow IN ('referral', 'discipline') THEN e.proceeding
                ELSE -e.stream END AS subject, min(e.stream) AS stream,
           max(e.id * {_LATER} + coalesce(r.rung, {UNKNOWN}))
               FILTER (WHERE e.to_state IS NOT NULL) % {_LATER} AS rung,
           max(CASE WHEN e.from_state IS NULL AND e.workflow = 'handling'
                    THEN coalesce(e.details ->> 'respondents', '[]') END) AS opened_on,
           bool_or(e.name = ANY ($7::text[] || $8::text[])) AS people_moved
    FROM event e {{leaves}}
    LEFT JOIN unnest($3::text[], $4::text[], $5::integer[]) AS r (workflow, state, rung)
           ON r.workflow = e.workflow AND r.state = e.to_state
    WHERE {{upto}} AND ($2::integer IS NULL OR $2 = ANY (e.readers))
      AND ((e.workflow IN ('referral', 'discipline') AND e.to_state IS DISTINCT FROM e.from_state)
           OR (e.workflow = 'handling'
               AND (e.from_state IS NULL
                    OR (e.to_state = ANY ($6::text[])) <> (e.from_state = ANY ($6::text[]))))
           OR e.name = ANY ($7::text[] || $8::text[]))
    GROUP BY 1
), said AS MATERIALIZED (
    SELECT one.* FROM told t CROSS JOIN LATERAL (
        SELECT e.id, e.stream, e.name, e.details FROM event e {{leaves}}
        WHERE e.stream = t.stream AND e.name = ANY ($7::text[] || $8::text[])
          AND {{upto}} AND ($2::integer IS NULL OR $2 = ANY (e.readers))
        OFFSET 0) AS one
    WHERE t.people_moved
), moved AS MATERIALIZED (
    SELECT DISTINCT ON (one.id) one.id::bigint AS respondent,
           coalesce((s.details ->> 'into')::bigint, s.stream) AS place
    FROM said s CROSS JOIN LATERAL jsonb_array_elements_text(s.details -> 'respondents') one (id)
    WHERE s.name = ANY ($8::text[]) ORDER BY one.id, s.id DESC
), case_told AS MATERIALIZED (
    SELECT stream, rung = {_OVER} AS over, opened_on,
           stream IN (SELECT stream FROM told WHERE subject > 0 OR people_moved
                      UNION SELECT place FROM moved) AS stirred
    FROM told WHERE subject < 0
), heard AS (
    SELECT one.id::bigint AS respondent, c.stream AS place, NULL::bigint AS moved_to,
           NULL::bigint AS rung, NULL::bigint AS pursued_in
    FROM case_told c CROSS JOIN LATERAL jsonb_array_elements_text(c.opened_on::jsonb) AS one (id)
    WHERE c.stirred
    UNION ALL
    SELECT (details ->> 'respondent')::bigint, stream, NULL, NULL, NULL
    FROM said WHERE name = ANY ($7::text[])
    UNION ALL
    SELECT respondent, place, place, NULL, NULL FROM moved
    UNION ALL
    SELECT coalesce(p.respondent, -t.subject), NULL, NULL, t.rung, t.stream
    FROM told t LEFT JOIN proceeding p ON p.id = t.subject AND p.respondent IS NOT NULL
    WHERE t.subject > 0
), person AS (
    SELECT count(place) > 0 AS named, coalesce(max(moved_to), max(place)) AS place,
           max(rung) AS rung, min(pursued_in) AS pursued_in
    FROM heard GROUP BY respondent
)
SELECT p.rung, p.rung IS NULL AND coalesce(o.over, false) AS over, p.named,
       p.named OR b.opened_on IS NOT NULL AS begun, count(*) AS amount
FROM person p
LEFT JOIN case_told o ON o.stream = p.place AND o.stirred
LEFT JOIN case_told b ON b.stream = p.pursued_in AND b.stirred
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT NULL, coalesce(over, false), true, true, sum(jsonb_array_length(opened_on::jsonb))::bigint
FROM case_told WHERE NOT stirred AND opened_on <> '[]' GROUP BY 2
"""  # noqa: S608 - constant text
"""One scan tells of every case how it stands: most are quiet, and their respondents are counted.

`told` has a line for each proceeding on a respondent, under its id, and one for each case, under
its id with a minus. A case has one handling (index `proceeding_one_handling`), so one opening.

Only where something else was told of a case (a proceeding on one of its respondents, one added,
one who came or went with a split or a merger) are its respondents looked at one by one.
"""
_ADDED: Final = ("handling.respondent_added",)
_WENT_ON: Final = ("case.split_into", "case.merged_into", "case.merge_undone")

UP_TO_THE_LAST: Final = {
    "leaves": "",
    "upto": "e.id + 0 <= (SELECT event FROM log_leaf WHERE position < $1"
    " AND event IS NOT NULL ORDER BY event DESC LIMIT 1)",
}
BY_LEAF: Final = {"leaves": "JOIN log_leaf ON log_leaf.event = e.id", "upto": "position < $1"}


async def persons_at(
    c: Connection, *, position: int, organisation: int | None, definition: int, exactly: bool
) -> tuple[Persons, ...]:
    """Return the respondents of the first `position` leaves, alike ones together.

    Not `exactly`: of every event up to the last one in the log, which must be the same.
    """
    known = statuses(definition)
    ends = ends_of_handling(known)
    places = (*rungs(known), *(("handling", state, _OVER) for state in ends))
    rows = await c.fetch(
        _PERSONS.format(**(BY_LEAF if exactly else UP_TO_THE_LAST)),
        *(position, organisation),
        *([each[part] for each in places] for part in range(3)),
        *(list(ends), list(_ADDED), list(_WENT_ON)),
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
