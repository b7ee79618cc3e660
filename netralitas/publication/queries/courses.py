"""What became of each respondent of a case, and how many work in each class of posts there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.cases.domain import PositionClass, SanctionLevel, Source, Theme
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Regime
from netralitas.publication.domain import Named, Outcome
from netralitas.publication.policy import Course, is_closed, level_of, stage_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """A respondent of a case: what would name them, and what became of their matter."""

    id: int
    named: Named
    outcome: Outcome


# Of an event that was corrected its correction counts; of a proceeding that was reopened what came
# after. What was passed over to a successor, or cancelled, is not where the matter stands.
_CONCERNED: Final = """
WITH told AS (
    SELECT e.id, e.proceeding, e.facts, e.happened_on, e.precision
    FROM event e
    WHERE e.stream = $1 AND e.facts <> '{}'
      AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
)
SELECT r.id, r.name, r.unit, r.position, r.position_class, f.source, f.regime, f.theme,
       extract(year FROM f.received_at AT TIME ZONE f.zone)::integer AS year,
       h.state AS handling, s.state AS referral, d.state AS discipline,
       (SELECT e.to_state FROM event e
        WHERE e.proceeding = h.id AND e.to_state IN ('not_violation', 'other_law_violation',
              'administrative_violation', 'organiser_ethics_violation', 'criminal_violation',
              'passed_on', 'forwarded')
        ORDER BY e.version DESC LIMIT 1) AS outcome,
       (SELECT coalesce(array_agg(DISTINCT fact), '{}')
        FROM told t CROSS JOIN LATERAL unnest(t.facts) AS fact
        WHERE t.proceeding = d.id AND t.id > coalesce(
            (SELECT max(o.id) FROM told o WHERE o.proceeding = d.id AND 'reopened' = ANY (o.facts)),
            0)) AS facts,
       (SELECT i.level FROM sanction i WHERE i.respondent = r.id AND i.side = 'imposed'
        ORDER BY i.event DESC LIMIT 1) AS imposed,
       (SELECT min(t.happened_on) FROM told t JOIN proceeding p ON p.id = t.proceeding
        WHERE p.respondent = r.id AND p.workflow = 'referral' AND 'forwarded' = ANY (t.facts)
          AND t.precision IN ('time', 'day')) AS forwarded_on,
       (SELECT max(t.happened_on) FROM told t
        WHERE t.proceeding = d.id AND 'handed_on' = ANY (t.facts)
          AND t.precision IN ('time', 'day')) AS handed_on,
       (SELECT max(t.happened_on) FROM told t
        WHERE t.proceeding = coalesce(d.id, s.id) AND t.precision IN ('time', 'day')
          AND t.facts && ARRAY['in_force', 'moral_stated', 'not_proven', 'annulled', 'rejected',
                               'respondent_retired', 'respondent_left_service',
                               'respondent_died']) AS concluded_on
FROM respondent r
JOIN case_file f ON f.id = r.case_file
LEFT JOIN proceeding h ON h.case_file = f.id AND h.workflow = 'handling'
LEFT JOIN LATERAL (
    SELECT p.id, p.state FROM proceeding p
    WHERE p.respondent = r.id AND p.workflow = 'referral'
    ORDER BY p.state IN ('rerouted', 'cancelled'), p.id DESC LIMIT 1
) s ON true
LEFT JOIN LATERAL (
    SELECT p.id, p.state FROM proceeding p
    WHERE p.respondent = r.id AND p.workflow = 'discipline' ORDER BY p.id DESC LIMIT 1
) d ON true
WHERE r.case_file = $1
ORDER BY r.ordinal
"""

# The people of the government of the region that the case's owner watches over.
_STAFF: Final = """
SELECT g.position_class, sum(g.staff)::integer AS staff
FROM case_file f
JOIN organisation o ON o.id = f.owner
JOIN organisation w ON w.region = o.region AND w.kind = 'government'
JOIN staff_group g ON g.organisation = w.id
WHERE f.id = $1
GROUP BY g.position_class
"""


async def concerned_in(connection: Connection, case: int) -> tuple[Concerned, ...]:
    """Return every respondent of a case that the reader sees, in their order."""
    return tuple(map(_concerned, await connection.fetch(_CONCERNED, case)))


async def staff_in(connection: Connection, case: int) -> Mapping[PositionClass, int]:
    """Return how many people work in each class of posts where the case is; absent: unknown."""
    rows = await connection.fetch(_STAFF, case)
    return {PositionClass(row["position_class"]): row["staff"] for row in rows}


def among(everybody: Sequence[Concerned], chosen: Sequence[int]) -> tuple[Concerned, ...]:
    """Return those of these ids."""
    return tuple(one for one in everybody if one.id in chosen)


def _concerned(row: Row) -> Concerned:
    course = Course(
        handling=row["handling"],
        outcome=row["outcome"],
        referral=row["referral"],
        discipline=row["discipline"],
        facts=frozenset(row["facts"]),
        imposed=SanctionLevel(row["imposed"]) if row["imposed"] else None,
        forwarded_on=row["forwarded_on"],
        handed_on=row["handed_on"],
        concluded_on=row["concluded_on"],
    )
    return Concerned(
        id=row["id"],
        named=Named(name=row["name"], unit=row["unit"], position=row["position"]),
        outcome=Outcome(
            year=row["year"],
            regime=Regime(row["regime"]),
            source=Source(row["source"]),
            theme=Theme(row["theme"]),
            position=PositionClass(row["position_class"]),
            stage=stage_of(course),
            level=level_of(course),
            since=course.since,
            days=course.days,
            closed=is_closed(course),
        ),
    )
