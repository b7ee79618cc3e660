"""What is known of a case for a paper about it; nothing of who reported or testified."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from netralitas.cases.domain import Employment, Source
from netralitas.cases.queries import CaseView, title
from netralitas.cases.words import EMPLOYMENTS
from netralitas.database.connection import Connection
from netralitas.documents.letters import Known, KnownPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The matter, its people, how many testify, and what was handed in."""

    letters: Known
    source: Source
    subject: str
    description: str
    place: str | None
    region: str
    act_on: date | None
    known_on: date | None
    received_at: datetime
    zone: str
    finder: str | None
    finder_position: str | None
    supervision: str | None
    witnesses: int
    evidence: tuple[str, ...]


async def knowledge(c: Connection, view: CaseView) -> Knowledge:
    """Return what the reader of this view knows."""
    row = await c.fetchrow(_MATTER, view.dossier.id)
    people = await c.fetch(_PEOPLE, view.dossier.id)
    return Knowledge(
        letters=Known(
            office=view.actor.organisation_name,
            addressee=None,
            bawaslu=view.actor.organisation_name,
            case_number=title(view),
            today=view.today,
            people=tuple(_person(person) for person in people),
        ),
        **{**dict(row), "source": Source(row["source"]), "evidence": tuple(row["evidence"])},
    )


def _person(row: Any) -> KnownPerson:  # noqa: ANN401 - a row
    return KnownPerson(
        name=row["name"],
        position=row["position"],
        unit=row["unit"],
        grade=row["grade"],
        employment=EMPLOYMENTS[Employment(row["employment"])],
    )


_MATTER: Final = """
SELECT f.source, f.subject, f.description, f.place, coalesce(region.name, f.region) AS region,
       CASE WHEN f.act_precision IN ('day', 'time') THEN f.act_on END AS act_on,
       f.known_on, f.received_at, f.zone, g.finder, g.finder_position, g.supervision,
       (SELECT count(*) FROM vault_entry v WHERE v.case_file = f.id AND v.subject = 'witness')
           AS witnesses,
       ARRAY(SELECT d.title FROM document d
             WHERE d.case_file = f.id AND d.kind = 'evidence' ORDER BY d.id) AS evidence
FROM case_file f
LEFT JOIN region ON region.code = f.region
LEFT JOIN reporting g ON g.case_file = f.id
WHERE f.id = $1
"""
_PEOPLE: Final = """
SELECT name, position, unit, grade, employment FROM respondent
WHERE case_file = $1 ORDER BY ordinal
"""
