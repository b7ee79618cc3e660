"""What came to an office and was not received yet, case by case."""

from datetime import datetime
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, posts
from netralitas.cases.domain import Employment
from netralitas.cases.queries.steps import move_address
from netralitas.cases.words import EMPLOYMENTS, UNIDENTIFIED
from netralitas.database.connection import Connection, Row
from netralitas.discipline.pages import Arrival, Named
from netralitas.discipline.queries.rows import declared_of, number_of, seen_by
from netralitas.discipline.tasks import RECEIVABLE, task_of
from netralitas.workflow.words import who
from netralitas.worklist import words
from netralitas.worklist.queries.lines import relation_to

MOST: Final = 20
_NAMED: Final = 6
_LONGEST_LINE: Final = 500
_BUTTON: Final = "Catat tanda terima"

_CAME: Final = """
WITH asked AS (
    SELECT w.proceeding, w.case_file, w.workflow, w.state, w.since, p.workflow_version,
           p.addressee, r.ordinal, r.name, r.unit, r.employment
    FROM worklist_item w
    JOIN proceeding p ON p.id = w.proceeding AND p.addressee = $1
    JOIN respondent r ON r.id = p.respondent
    WHERE w.organisation = $1 AND w.workflow || '.' || w.state = ANY ($2)
    ORDER BY w.since, w.proceeding LIMIT $3
), alike AS (
    SELECT case_file, workflow, workflow_version, state, addressee, count(*) AS amount,
           min(since) AS since, min(proceeding) AS proceeding,
           jsonb_agg(jsonb_build_object('ordinal', ordinal, 'name', name, 'unit', unit,
                                        'employment', employment) ORDER BY ordinal)::text AS persons
    FROM asked GROUP BY case_file, workflow, workflow_version, state, addressee
)
SELECT a.*, f.subject, f.owner, n.printed
FROM alike a
JOIN case_file f ON f.id = a.case_file
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = a.case_file AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
ORDER BY a.since, a.proceeding LIMIT $4
"""


class _Person(msgspec.Struct, frozen=True, kw_only=True):
    ordinal: int
    name: str | None
    unit: str | None
    employment: Employment


async def arrivals(c: Connection, actor: Actor, now: datetime) -> tuple[tuple[Arrival, ...], bool]:
    """Return what waits for a receipt, the longest first, and whether there is more of it."""
    wanted = sorted(RECEIVABLE)
    rows = await c.fetch(_CAME, actor.organisation, wanted, _LONGEST_LINE, MOST + 1)
    seen = [row for row in rows[:MOST] if seen_by(actor, row)]
    return tuple(_arrival(actor, row, now) for row in seen), len(rows) > MOST


def _arrival(actor: Actor, row: Row, now: datetime) -> Arrival:
    declared, state = declared_of(row)
    seen = seen_by(actor, row)
    towards = relation_to(actor, row["owner"], row["addressee"], row["state"])
    move = task_of(declared, state.code, posts(actor, towards)).move
    by = next(found.by for found in declared.moves if state.code in found.sources)
    persons = _persons(row["persons"]) if Field.RESPONDENTS in seen else ()
    return Arrival(
        href=f"/perkara/{row['case_file']}",
        number=number_of(row),
        subject=row["subject"] if Field.SUMMARY in seen else words.HIDDEN,
        amount=row["amount"],
        persons=persons[:_NAMED],
        further=max(len(persons) - _NAMED, 0),
        waits=f"Disampaikan {words.since(row['since'], now, actor.zone)}",
        receive=_form(row, move.code) if move is not None else None,
        who=_BUTTON if move is not None else f"Menunggu {who(by[:1])}",
    )


def _form(row: Row, move: str) -> str:
    return f"{move_address(row['case_file'], row['proceeding'], move)}?terlapor=semua"


def _persons(text: str) -> tuple[Named, ...]:
    return tuple(
        Named(
            name=person.name or f"Terlapor {person.ordinal} ({UNIDENTIFIED.lower()})",
            detail=", ".join(
                part for part in (person.unit, EMPLOYMENTS[person.employment]) if part
            ),
        )
        for person in msgspec.json.decode(text, type=tuple[_Person, ...])
    )
