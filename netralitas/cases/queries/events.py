"""One event of a case, for the page on which its time is corrected; and who may be excluded."""

from collections.abc import Sequence

import msgspec

from netralitas.access.domain import Role
from netralitas.access.policy import Permission
from netralitas.audit.domain import Moment, Precision
from netralitas.cases import words
from netralitas.cases.corrections import hold_second_person
from netralitas.cases.queries.file import CaseView, hold_possible
from netralitas.cases.queries.timeline import may_see
from netralitas.database.connection import Connection
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.workflow.posts import COMMISSIONER

_EVENT = """
SELECT e.id, e.proceeding, e.name, e.workflow_version, e.precision, e.happened_on, e.happened_at,
       e.zone, e.facts, t.name AS about_name, t.workflow_version AS about_version,
       (SELECT array_agg(DISTINCT c.rule) FROM clock c
        WHERE c.proceeding = e.proceeding AND c.superseded_by IS NULL
          AND (c.started_by = e.id OR c.ended_by = e.id)) AS rules,
       EXISTS (SELECT FROM event c WHERE c.corrects = e.id) AS corrected
FROM event e LEFT JOIN event t ON t.id = e.corrects WHERE e.stream = $1 AND e.id = $2
"""
# OFFSET for the same reason as in the timeline.
_PROPOSAL = """
SELECT e.proceeding, e.actor, e.name, t.name AS about_name
FROM event e
CROSS JOIN LATERAL (SELECT (e.details ->> 'corrects')::bigint AS id OFFSET 0) told
JOIN event t ON t.id = told.id
WHERE e.stream = $1 AND e.id = $2 AND e.name = 'case.correction_proposed'
"""
_OFFICERS = """
SELECT f.id, f.name || ', ' || d.title || ', ' || o.name AS said
FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
WHERE d.organisation = ANY ($1::integer[]) AND f.disabled_at IS NULL AND d.principal IS NULL
  AND NOT f.id = ANY ($2::integer[])
ORDER BY o.id, f.name, f.id LIMIT 500
"""


class Correctable(msgspec.Struct, frozen=True, kw_only=True):
    """An event whose time may be corrected; `version` is its proceeding's."""

    id: int
    proceeding: int
    version: int
    sentence: str
    when: str
    clocks: tuple[str, ...]
    corrected: bool


async def correctable(connection: Connection, view: CaseView, event: int) -> Correctable:
    """Return the event; NotVisible when the reader sees none of that id, or it has no time.

    NotAllowed for who sees it and corrects nothing.
    """
    hold_possible(event)
    row = await connection.fetchrow(_EVENT, view.dossier.id, event)
    if row is None or row["proceeding"] is None or not row["facts"]:
        raise NotVisible
    if not may_see(view, row["name"], row["about_name"]):
        raise NotVisible
    view.hold(Permission.CORRECT)
    happened = Moment(
        precision=Precision(row["precision"]),
        on=row["happened_on"],
        at=row["happened_at"],
        zone=row["zone"],
    )
    name, version = row["name"], row["workflow_version"]
    if row["about_name"] is not None:
        name, version = row["about_name"], row["about_version"]
    return Correctable(
        id=row["id"],
        proceeding=row["proceeding"],
        version=view.dossier.proceeding(row["proceeding"]).version,
        sentence=words.sentence(name, version),
        when=words.when(happened),
        clocks=_labels(view, row["rules"] or ()),
        corrected=row["corrected"],
    )


async def proposal_on(connection: Connection, view: CaseView, proposal: int) -> int:
    """Return the proceeding that a proposed correction concerns; NotVisible for no such one.

    NotAllowed for who corrects nothing, and for the person who proposed it.
    """
    hold_possible(proposal)
    row = await connection.fetchrow(_PROPOSAL, view.dossier.id, proposal)
    if row is None or not may_see(view, row["name"], row["about_name"]):
        raise NotVisible
    view.hold(Permission.CORRECT)
    hold_second_person(view.actor, row["actor"])
    proceeding: int = row["proceeding"]
    return proceeding


async def excludable(connection: Connection, view: CaseView) -> tuple[tuple[str, str], ...]:
    """Return who the reader may exclude: themselves, or as a commissioner anybody of the office."""
    view.hold(Permission.EXCLUDE)
    view.dossier.handling()
    offices = [view.file.owner, *view.file.superiors]
    excluded = [found.officer for found in view.file.exclusions]
    rows = await connection.fetch(_OFFICERS, offices, excluded)
    everybody = Role(COMMISSIONER.role) in view.actor.roles
    own = {view.actor.officer}
    found = {row["id"]: row["said"] for row in rows if everybody or row["id"] in own}
    return tuple((str(officer), said) for officer, said in found.items())


async def excluded(_: Connection, view: CaseView) -> tuple[tuple[str, str], ...]:
    """Return who is excluded, for a commissioner of the office, who may take it back.

    NotAllowed for anybody else.
    """
    view.hold(Permission.EXCLUDE)
    view.dossier.handling()
    if Role(COMMISSIONER.role) not in view.actor.roles:
        raise NotAllowed("Pencabutan pengecualian ditetapkan oleh anggota Bawaslu.")
    return tuple((str(found.officer), found.name) for found in view.file.exclusions)


def _labels(view: CaseView, rules: Sequence[str]) -> tuple[str, ...]:
    known = set(view.book.codes())
    return tuple(view.book.versions(code)[-1].label for code in rules if code in known)
