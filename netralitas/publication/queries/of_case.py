"""The releases of a case, as those who read it see them."""

from datetime import date
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection, Row
from netralitas.publication.domain import EndReason
from netralitas.publication.queries.public import OutcomeLine
from netralitas.publication.queries.releases import day_of, stored_records
from netralitas.publication.words import END_REASONS
from netralitas.workflows import workflow


class CaseRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release as those who read its case see it.

    `published_on` may lie ahead: until then nobody else reads it, and `waiting` is true.
    """

    proceeding: int
    version: int
    party: str
    state: str
    outcomes: tuple[OutcomeLine, ...]
    summary: str | None
    other_party: str | None
    answer_by: date | None
    published_on: date | None
    ended_on: date | None
    reason: str | None
    waiting: bool


_OF_CASE: Final = """
SELECT r.proceeding, r.version, r.attributes, r.summary, r.answer_by, r.published_at, r.ended_at,
       r.ended_reason, p.state, p.workflow, p.workflow_version, o.name AS party, o.zone,
       w.name AS other_party
FROM release r
JOIN proceeding p ON p.id = r.proceeding
JOIN organisation o ON o.id = r.organisation
LEFT JOIN organisation w ON w.id = r.other_party
WHERE r.case_file = $1
ORDER BY r.version, r.id
"""


async def releases_of(connection: Connection, case: int) -> tuple[CaseRelease, ...]:
    """Return the releases of a case that the reader sees, in the order of their versions."""
    return tuple(map(_of_case, await connection.fetch(_OF_CASE, case)))


def _of_case(row: Row) -> CaseRelease:
    declared = workflow(row["workflow"], row["workflow_version"])
    return CaseRelease(
        proceeding=row["proceeding"],
        version=row["version"],
        party=row["party"],
        state=declared.state(row["state"]).label,
        outcomes=tuple(OutcomeLine(record=one) for one in stored_records(row["attributes"])),
        summary=row["summary"],
        other_party=row["other_party"],
        answer_by=row["answer_by"],
        published_on=day_of(row["published_at"], row["zone"]) if row["published_at"] else None,
        ended_on=day_of(row["ended_at"], row["zone"]) if row["ended_at"] else None,
        reason=str(END_REASONS[EndReason(row["ended_reason"])]) if row["ended_reason"] else None,
        waiting=row["published_at"] is not None and row["published_at"] > clock.now(),
    )
