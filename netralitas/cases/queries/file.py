"""The file of one case as a reader sees it, and what the reader is towards it."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor, Post, Role
from netralitas.access.policy import (
    Field,
    Permission,
    Phase,
    Relation,
    Sides,
    fields_visible,
    may,
    part_of,
    posts,
    refusal,
    relation,
)
from netralitas.accounts.queries import valid_receivers
from netralitas.cases.dossier import Dossier, LockedProceeding, read_case
from netralitas.cases.moving import Setting
from netralitas.cases.presence import Receivers, accepted, phase, towards
from netralitas.cases.queries.filed import File, read_file
from netralitas.database.connection import Connection
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.workflow.domain import State, Workflow
from netralitas.workflows import workflow

_LARGEST_ID = 2**63 - 1
_EXAMINED = "SELECT EXISTS (SELECT FROM examiner WHERE case_file = $1 AND officer = $2)"


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

    def posts(self, proceeding: LockedProceeding) -> frozenset[Post]:
        """Return the posts in which the reader acts on a proceeding; none for who looks on."""
        return posts(self.actor, towards(self.actor, self.dossier, proceeding))

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
    file = await read_file(connection, case)
    going = phase(dossier)
    examined = await _examined_by(connection, actor, case)
    stands = relation(actor, _sides(dossier, file, examined))
    seen = fields_visible(actor, stands, going)
    if not seen:
        raise NotVisible
    return CaseView(
        actor=actor,
        dossier=dossier,
        file=file,
        towards=stands,
        phase=going,
        seen=seen,
        now=now,
        book=book.at(dossier.region),
        receivers=await _receivers(connection, dossier, now),
    )


async def _receivers(connection: Connection, dossier: Dossier, now: datetime) -> Receivers:
    """Return who may be addressed today; nobody is asked for before something was handed over."""
    if not any(proceeding.addressee for proceeding in dossier.proceedings):
        return Receivers()
    today = now.astimezone(ZoneInfo(dossier.zone)).date()
    found = await valid_receivers(connection, today)
    return Receivers(valid={office.id: office.kind for office in found})


async def _examined_by(connection: Connection, actor: Actor, case: int) -> frozenset[int]:
    """Return the actor where they audit what they examined themselves; nobody is asked else."""
    if actor.roles != {Role.AUDITOR}:
        return frozenset()
    examined = await connection.fetchval(_EXAMINED, case, actor.officer)
    return frozenset({actor.officer}) if examined else frozenset()


def _sides(dossier: Dossier, file: File, examined: frozenset[int]) -> Sides:
    """Return who the case touches; `examined` are those who may not look on."""
    return Sides(
        owner=file.owner,
        superiors=frozenset(file.superiors),
        receivers=accepted(dossier),
        excluded=examined | {excluded.officer for excluded in file.exclusions},
    )
