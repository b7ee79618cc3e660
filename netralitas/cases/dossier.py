"""A case as a command needs it: locked, with its proceedings, respondents, papers and facts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Head
from netralitas.audit.record import lock
from netralitas.database.connection import Connection, Row
from netralitas.discipline.domain import PersonCheck, PersonStanding, StandingSource
from netralitas.refusals import NotVisible, Stale

CASE = """
SELECT f.id, f.owner, f.investigator, f.source, f.regime, f.zone, f.readers, f.act_on,
       (SELECT coalesce(o.region, '') FROM organisation o WHERE o.id = f.owner) AS region,
       ARRAY(SELECT DISTINCT d.kind FROM document d WHERE d.case_file = f.id) AS papers,
       ARRAY(SELECT ROW(e.proceeding, fact,
                        max(e.happened_on) FILTER (WHERE e.precision IN ('time', 'day')),
                        max(e.details ->> 'answer_by'), max(e.id))
             FROM event e CROSS JOIN LATERAL unnest(e.facts) AS fact
             WHERE e.stream = f.id AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
             GROUP BY e.proceeding, fact) AS facts,
       ARRAY(SELECT ROW(r.id, r.ordinal, r.name IS NOT NULL) FROM respondent r
             WHERE r.case_file = f.id ORDER BY r.ordinal) AS respondents,
       ARRAY(SELECT ROW(p.id, p.respondent, p.addressee, p.workflow, p.workflow_version, p.state,
                        p.version, p.readers,
                        (SELECT e.actor FROM event e WHERE e.proceeding = p.id AND e.kind = 'move'
                           AND NOT e.name = ANY ('{case.merged_into,case.merge_undone}')
                         ORDER BY e.id DESC LIMIT 1),
                        (SELECT e.actor FROM event e WHERE e.proceeding = p.id
                         ORDER BY e.id LIMIT 1),
                        (SELECT o.kind FROM organisation o WHERE o.id = p.addressee))
             FROM proceeding p WHERE p.case_file = f.id ORDER BY p.id) AS proceedings,
       ARRAY(SELECT ROW(e.proceeding, e.details -> 'person_check' ->> 'standing',
                        e.details -> 'person_check' ->> 'source',
                        e.details -> 'person_check' ->> 'since')
             FROM event e
             WHERE e.stream = f.id AND 'person_checked' = ANY (e.facts)
               AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
             ORDER BY e.id) AS checks,
       ARRAY(SELECT ROW(s.proceeding, s.kind) FROM sanction s
             WHERE s.case_file = f.id AND s.side = 'imposed' AND s.kind IS NOT NULL
             ORDER BY s.event) AS imposed,
       ARRAY(SELECT DISTINCT e.actor FROM event e
             WHERE e.stream = f.id
               AND e.name = ANY ('{study.version_saved,study.second_reading}')) AS drafters
FROM case_file f WHERE f.id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedProceeding:
    """A proceeding as it stands under the lock: who opened it, and who made its last move.

    For a reader who does not see its opening, `begun_by` is who made the first event they see.
    `addressee_kind` is the kind of office it is addressed to.
    """

    id: int
    respondent: int | None
    addressee: int | None
    workflow: str
    workflow_version: int
    state: str
    version: int
    readers: tuple[int, ...]
    moved_by: int | None
    begun_by: int | None
    addressee_kind: str | None


_COLUMNS: Final = tuple(field.name for field in fields(LockedProceeding))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact as last told: its day, where known to the day; until when an answer was asked for.

    `last` is the event that told it last.
    """

    on: date | None
    answer_by: date | None = None
    last: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedRespondent:
    """A respondent, as far as the rules ask."""

    id: int
    ordinal: int
    identified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A locked case: nobody else changes it until the transaction ends.

    `region` is that of the owner, whose days off count: "" without one. `told` holds the facts that
    count (of a corrected event its correction), `checks` what was last found of the person, and
    `imposed` the kind of sanction that was imposed last, each by proceeding. `drafters` wrote a
    version of the study, or read it as the second person.
    """

    head: Head
    id: int
    owner: int
    investigator: int
    source: str
    regime: str
    zone: str
    region: str
    act_on: date | None
    readers: tuple[int, ...]
    papers: frozenset[str]
    told: Mapping[tuple[int | None, str], Told]
    checks: Mapping[int, PersonCheck]
    imposed: Mapping[int, str]
    drafters: frozenset[int]
    proceedings: tuple[LockedProceeding, ...]
    respondents: tuple[LockedRespondent, ...]

    @property
    def facts(self) -> frozenset[str]:
        """Return every fact of the case, whichever proceeding told it."""
        return frozenset(fact for _, fact in self.told)

    def proceeding(self, identity: int) -> LockedProceeding:
        """Return the proceeding; NotVisible when the actor sees none of that id."""
        for proceeding in self.proceedings:
            if proceeding.id == identity:
                return proceeding
        raise NotVisible

    def handling(self) -> LockedProceeding:
        """Return Bawaslu's handling; NotVisible to those it was not shown to."""
        for proceeding in self.proceedings:
            if proceeding.workflow == "handling":
                return proceeding
        raise NotVisible

    def unchanged(self, identity: int, version: int) -> LockedProceeding:
        """Return the proceeding if it is still as the form saw it; Stale otherwise."""
        proceeding = self.proceeding(identity)
        if proceeding.version != version:
            raise Stale
        return proceeding


async def lock_case(connection: Connection, case: int) -> Dossier:
    """Return the case locked, as far as the actor sees it; NotVisible when not at all.

    Whoever changes a proceeding holds the lock of its case: the proceedings need none of their own.
    """
    return await _load(connection, await lock(connection, case))


async def read_case(connection: Connection, case: int, now: datetime) -> Dossier:
    """Return the case as it is now, for a page; it may change the next moment."""
    head = Head(stream=case, version=0, hash=b"", now=now)
    return await _load(connection, head)


async def _load(connection: Connection, head: Head) -> Dossier:
    row = await connection.fetchrow(CASE, head.stream)
    if row is None:
        raise NotVisible
    return Dossier(
        head=head,
        id=row["id"],
        owner=row["owner"],
        investigator=row["investigator"],
        source=row["source"],
        regime=row["regime"],
        zone=row["zone"],
        region=row["region"],
        act_on=row["act_on"],
        readers=tuple(row["readers"]),
        papers=frozenset(row["papers"]),
        told={(of, fact): _told(on, until, last) for of, fact, on, until, last in row["facts"]},
        checks={of: _checked(*found) for of, *found in row["checks"]},
        imposed=dict(row["imposed"]),
        drafters=frozenset(row["drafters"]),
        proceedings=tuple(map(_proceeding, row["proceedings"])),
        respondents=tuple(
            LockedRespondent(id=identity, ordinal=ordinal, identified=identified)
            for identity, ordinal, identified in row["respondents"]
        ),
    )


def _told(on: date | None, until: str | None, last: int) -> Told:
    return Told(on=on, answer_by=date.fromisoformat(until) if until else None, last=last)


def _checked(standing: str, source: str, since: str | None) -> PersonCheck:
    return PersonCheck(
        standing=PersonStanding(standing),
        source=StandingSource(source),
        since=date.fromisoformat(since) if since else None,
    )


def _proceeding(row: Row) -> LockedProceeding:
    values = dict(zip(_COLUMNS, row, strict=True))
    return LockedProceeding(**{**values, "readers": tuple(values["readers"])})
