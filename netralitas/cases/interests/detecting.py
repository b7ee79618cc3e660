"""The worker keeps out of a case whoever stands in conflict with it, a moment after each change.

It covers every way by which a respondent comes into a case, and every declaration. The exclusion is
the system's event; whoever commands the office may lift it where it was a namesake.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.queries import system_actor
from netralitas.cases.change import Change
from netralitas.cases.domain import InterestKind
from netralitas.cases.dossier import lock_case
from netralitas.cases.events import case_event
from netralitas.cases.exclusions import EXCLUDED, keep_out
from netralitas.cases.interests.policy import Bystander, Concerned, conflict, plain_unit
from netralitas.cases.likeness.keys import name_keys
from netralitas.cases.record import enter
from netralitas.database.connection import Connection, Row
from netralitas.jobs.queue import enqueue

JOB: Final = "match_interest"

_PEOPLE: Final = "SELECT name, unit FROM respondent WHERE case_file = $1"
# Everybody at a desk of an office that reads the case and may still read it. Who was let in again
# was judged by a person: the same conflict does not shut them out a second time.
_BYSTANDERS: Final = """
SELECT f.id AS officer, f.name,
       coalesce(array_agg(i.name) FILTER (WHERE i.kind = 'unit'), '{}') AS units,
       coalesce(array_agg(i.name) FILTER (WHERE i.kind = 'person'), '{}') AS persons
FROM case_file c
JOIN desk d ON d.organisation = ANY (c.readers) AND d.valid_from <= $2::date
    AND (d.valid_to IS NULL OR $2::date < d.valid_to)
JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL
LEFT JOIN interest i ON i.officer = f.id AND i.ended_at IS NULL
WHERE c.id = $1
  AND NOT EXISTS (SELECT FROM exclusion x WHERE x.case_file = c.id AND x.officer = f.id)
  AND NOT EXISTS (SELECT FROM event e WHERE e.stream = c.id AND e.name = 'case.exclusion_lifted'
                  AND (e.details ->> 'officer')::integer = f.id)
GROUP BY f.id, f.name ORDER BY f.id
"""
_DECLARED: Final = "SELECT kind, name, readers FROM interest WHERE id = $1 AND ended_at IS NULL"
_OF_PERSON: Final = """
SELECT DISTINCT case_file FROM case_key
WHERE kind = 'name' AND key = ANY ($1) AND readers && $2 ORDER BY case_file
"""
_OF_UNIT: Final = """
SELECT DISTINCT case_file FROM respondent
WHERE btrim(regexp_replace(lower(unit), '[\\W_]+', ' ', 'g')) = $1 AND readers && $2
ORDER BY case_file
"""


async def detect_conflicts(connection: Connection, case: int) -> int:
    """Keep out of a case whoever stands in conflict with it; return how many that were."""
    people = [
        Concerned(name=row["name"], unit=row["unit"])
        for row in await connection.fetch(_PEOPLE, case)
    ]
    if not any(each.name or each.unit for each in people):
        return 0
    rows = await connection.fetch(_BYSTANDERS, case, clock.now().date())
    found = [(row["officer"], conflict(_bystander(row), people)) for row in rows]
    shut_out = [(officer, ground) for officer, ground in found if ground is not None]
    if not shut_out:
        return 0
    system = await system_actor(connection)
    dossier = await lock_case(connection, case)
    readers = dossier.handling().readers
    changes = [
        Change(
            event=replace(
                case_event(_for_owner(system, dossier.owner), dossier, readers, EXCLUDED),
                details={"officer": officer, "ground": ground.value, "detected": True},
            )
        )
        for officer, ground in shut_out
    ]
    recorded, _ = await enter(connection, dossier.head, changes)
    for (officer, ground), event in zip(shut_out, recorded, strict=True):
        await keep_out(connection, case, officer, ground, event.id, readers)
    return len(shut_out)


async def match_interest(connection: Connection, payload: Mapping[str, int]) -> None:
    """Have every case looked at that a new declaration may concern: the job `match_interest`."""
    declared = await connection.fetchrow(_DECLARED, payload["interest"])
    if declared is None:
        return
    for case in await _cases(connection, declared):
        await enqueue(connection, "index_case", {"case_file": case}, natural_key=f"interest:{case}")


async def _cases(connection: Connection, declared: Row) -> Sequence[int]:
    if InterestKind(declared["kind"]) is InterestKind.PERSON:
        keys = sorted(name_keys(declared["name"]))
        rows = await connection.fetch(_OF_PERSON, keys, declared["readers"])
    else:
        unit = plain_unit(declared["name"])
        rows = await connection.fetch(_OF_UNIT, unit, declared["readers"])
    return [row["case_file"] for row in rows]


def _bystander(row: Row) -> Bystander:
    return Bystander(
        officer=row["officer"],
        name=row["name"],
        units=tuple(row["units"]),
        persons=tuple(row["persons"]),
    )


def _for_owner(system: Actor, owner: int) -> Actor:
    """Return the system as it acts for the office that owns the case."""
    return replace(system, organisation=owner)
