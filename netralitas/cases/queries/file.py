"""The file of one case as a reader sees it: one statement, and what the reader is towards it."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from netralitas.access.domain import Actor
from netralitas.access.policy import (
    Field,
    Permission,
    Phase,
    Relation,
    Sides,
    fields_visible,
    may,
    part_of,
    refusal,
    relation,
)
from netralitas.accounts.queries import valid_receivers
from netralitas.audit.domain import Moment, Precision
from netralitas.cases.dossier import Dossier, LockedProceeding, read_case
from netralitas.cases.moving import Setting
from netralitas.cases.presence import Receivers, accepted, phase
from netralitas.database.connection import Connection
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.workflow.domain import State, Workflow
from netralitas.workflows import workflow

_LARGEST_ID = 2**63 - 1


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the case as printed."""

    kind: str
    printed: str


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What a proceeding's row knows beside its lock: since when, and who reads it.

    `precision` is how exactly it is known when the state was entered; `since` is then the latest.
    """

    id: int
    since: datetime
    precision: Precision | None
    readers: tuple[int, ...]


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """A state that a proceeding entered, and on which day, where the day is known."""

    proceeding: int
    state: str
    on: date | None


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that waits for a second person."""

    id: int
    proceeding: int
    actor: int
    actor_name: str
    note: str | None
    name: str
    workflow_version: int | None
    details: "Said"
    precision: Precision
    happened_on: date | None
    happened_at: datetime | None
    zone: str


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The moment that a proposal names."""

    corrects: int
    precision: Precision
    on: date | None
    at: datetime | None
    zone: str

    @property
    def moment(self) -> Moment:
        """Return when it really happened."""
        return Moment(precision=self.precision, on=self.on, at=self.at, zone=self.zone)


class Excluded(msgspec.Struct, frozen=True, kw_only=True):
    """An officer who must not see the case."""

    officer: int
    name: str
    ground: str


class File(msgspec.Struct, frozen=True, kw_only=True):
    """The row of the case with everything that hangs on it in small numbers."""

    id: int
    owner: int
    owner_name: str
    investigator: str
    source: str
    channel: str
    regime: str
    theme: str
    election: str | None
    region: str | None
    place: str | None
    subject: str
    description: str
    act_on: date | None
    act_precision: Precision
    known_on: date | None
    received_at: datetime
    received_precision: Precision | None
    zone: str
    superiors: tuple[int, ...]
    names: tuple[tuple[int, str], ...]
    numbers: tuple[Number, ...]
    courses: tuple[Course, ...]
    passed: tuple[Passed, ...]
    proposals: tuple[Proposed, ...]
    exclusions: tuple[Excluded, ...]

    def organisation(self, identity: int | None) -> str:
        """Return the name of an organisation that reads the case."""
        return dict(self.names).get(identity or 0, "instansi lain")

    def course(self, proceeding: int) -> Course:
        """Return what is known of a proceeding beside its lock."""
        return next(course for course in self.courses if course.id == proceeding)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case, its file, and what the reader is towards it; `now` is when it was read."""

    actor: Actor
    dossier: Dossier
    file: File
    towards: Relation
    phase: Phase
    seen: frozenset[Field]
    now: datetime
    book: RuleBook
    receivers: Receivers

    @property
    def today(self) -> date:
        """Return the present day at the place of the case."""
        return self.now.astimezone(ZoneInfo(self.dossier.zone)).date()

    def may(self, act: Permission) -> bool:
        """Say whether the reader may do this at all; which move or fact, the workflow says."""
        return refusal(self.actor, act, self.towards, self.phase) is None

    def hold(self, act: Permission) -> None:
        """Hold that the reader may do this; NotAllowed otherwise, with the reason."""
        may(self.actor, act, self.towards, self.phase)

    def proceeding(self, identity: int) -> LockedProceeding:
        """Return a proceeding of the case; NotVisible where the reader does not follow it."""
        found = self.dossier.proceeding(identity)
        if part_of(found.workflow) not in self.seen:
            raise NotVisible
        return found

    def setting(self) -> Setting:
        """Return what a decision on this case, taken today, is made in."""
        return Setting(
            actor=self.actor, dossier=self.dossier, book=self.book, receivers=self.receivers
        )


def hold_possible(identity: int) -> None:
    """Hold that an id from an address can be one at all; NotVisible for one beyond all rows."""
    if not 0 < identity <= _LARGEST_ID:
        raise NotVisible


def declared(proceeding: LockedProceeding) -> Workflow:
    """Return the declaration that a proceeding runs on."""
    return workflow(proceeding.workflow, proceeding.workflow_version)


def state_of(proceeding: LockedProceeding) -> State:
    """Return the declared state that a proceeding is in."""
    return declared(proceeding).state(proceeding.state)


async def view_case(
    connection: Connection, actor: Actor, case: int, *, now: datetime, book: RuleBook
) -> CaseView:
    """Return the case as the actor sees it; NotVisible when it does not exist for them."""
    hold_possible(case)
    dossier = await read_case(connection, case, now)
    found = await connection.fetchval(_FILE, case)
    file = msgspec.json.decode(found, type=File)
    going = phase(dossier)
    towards = relation(actor, _sides(dossier, file))
    seen = fields_visible(actor, towards, going)
    if not seen:
        raise NotVisible
    return CaseView(
        actor=actor,
        dossier=dossier,
        file=file,
        towards=towards,
        phase=going,
        seen=seen,
        now=now,
        book=book,
        receivers=await _receivers(connection, dossier, now),
    )


async def _receivers(connection: Connection, dossier: Dossier, now: datetime) -> Receivers:
    """Return who may be addressed today; nobody is asked for before something was handed over."""
    if not any(proceeding.addressee for proceeding in dossier.proceedings):
        return Receivers()
    today = now.astimezone(ZoneInfo(dossier.zone)).date()
    found = await valid_receivers(connection, today)
    return Receivers(valid=frozenset(organisation.id for organisation in found))


def _sides(dossier: Dossier, file: File) -> Sides:
    """Return who the case touches."""
    return Sides(
        owner=file.owner,
        superiors=frozenset(file.superiors),
        receivers=accepted(dossier),
        excluded=frozenset(excluded.officer for excluded in file.exclusions),
    )


_FILE = """
SELECT jsonb_build_object(
    'id', f.id, 'owner', f.owner, 'owner_name', o.name, 'investigator', w.name,
    'source', f.source, 'channel', f.channel, 'regime', f.regime, 'theme', f.theme,
    'election', (SELECT e.name FROM election e WHERE e.id = f.election),
    'region', (SELECT string_agg(r.name, ', ' ORDER BY length(r.code) DESC) FROM region r
               WHERE f.region = r.code OR starts_with(f.region, r.code || '.')),
    'place', f.place, 'subject', f.subject, 'description', f.description,
    'act_on', f.act_on, 'act_precision', f.act_precision, 'known_on', f.known_on,
    'received_at', f.received_at, 'zone', f.zone,
    'received_precision', (SELECT e.precision FROM event e WHERE e.stream = f.id AND e.version = 1),
    'superiors', ARRAY(
        WITH RECURSIVE above (id, superior, place) AS (
            SELECT id, superior, 0 FROM organisation WHERE id = f.owner
            UNION ALL
            SELECT u.id, u.superior, above.place + 1
            FROM organisation u JOIN above ON u.id = above.superior WHERE above.place < 16
        ) SELECT id FROM above WHERE place > 0),
    'names', (SELECT jsonb_agg(jsonb_build_array(n.id, n.name) ORDER BY n.id) FROM organisation n
              WHERE n.id = ANY (f.readers)
                 OR n.id IN (SELECT p.addressee FROM proceeding p WHERE p.case_file = f.id)),
    'numbers', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'printed', n.printed)
                                          ORDER BY n.id), '[]')
                FROM case_number n WHERE n.case_file = f.id),
    'courses', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'since', p.since,
                    'readers', p.readers,
                    'precision', (SELECT e.precision FROM event e
                                  WHERE e.proceeding = p.id AND e.kind = 'move'
                                    AND e.from_state IS DISTINCT FROM e.to_state
                                  ORDER BY e.id DESC LIMIT 1))), '[]')
                FROM proceeding p WHERE p.case_file = f.id),
    'passed', (SELECT coalesce(jsonb_agg(
                          jsonb_build_object('proceeding', e.proceeding, 'state', e.to_state,
                              'on', CASE WHEN e.precision IN ('time', 'day') THEN e.happened_on END)
                          ORDER BY e.id), '[]')
               FROM event e
               WHERE e.stream = f.id AND e.kind = 'move'
                 AND e.from_state IS DISTINCT FROM e.to_state),
    'proposals', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                      'id', e.id, 'proceeding', e.proceeding, 'actor', e.actor,
                      'actor_name', a.name, 'note', n.text, 'details', e.details,
                      'name', t.name, 'workflow_version', t.workflow_version,
                      'precision', t.precision, 'happened_on', t.happened_on,
                      'happened_at', t.happened_at, 'zone', t.zone) ORDER BY e.id), '[]')
                  FROM event e
                  JOIN officer a ON a.id = e.actor
                  JOIN event t ON t.id = (e.details ->> 'corrects')::bigint
                  LEFT JOIN event_note n ON n.event = e.id
                  WHERE e.stream = f.id AND e.name = 'case.correction_proposed'
                    AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = t.id)),
    'exclusions', (SELECT coalesce(jsonb_agg(jsonb_build_object('officer', x.officer,
                                       'name', a.name, 'ground', x.ground) ORDER BY x.id), '[]')
                   FROM exclusion x JOIN officer a ON a.id = x.officer WHERE x.case_file = f.id)
)::text
FROM case_file f JOIN organisation o ON o.id = f.owner JOIN officer w ON w.id = f.investigator
WHERE f.id = $1
"""
