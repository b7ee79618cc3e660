"""A case in the hands of who investigates it: locked, with what its keeper may do there."""

from dataclasses import dataclass
from datetime import datetime

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Permission
from netralitas.audit.domain import Moment
from netralitas.audit.record import lock
from netralitas.cases.moving import Target
from netralitas.cases.queries import CaseView, LockedProceeding, view_case
from netralitas.database.connection import Connection
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.workflow.posts import INVESTIGATOR

NOT_THEIRS = "Halaman ini dibaca oleh petugas yang menangani perkara dan Bawaslu tingkat atasnya."
ONLY_INVESTIGATORS = (
    "Kajian awal dan klarifikasi dicatat oleh staf penanganan pelanggaran Bawaslu pemilik perkara."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A locked case in the hands of an investigator of its owner."""

    connection: Connection
    view: CaseView

    @property
    def actor(self) -> Actor:
        """Return who holds it."""
        return self.view.actor

    @property
    def case(self) -> int:
        """Return the id of the case."""
        return self.view.dossier.id

    @property
    def handling(self) -> LockedProceeding:
        """Return Bawaslu's proceeding on it."""
        return self.view.dossier.handling()

    @property
    def target(self) -> Target:
        """Return the handling as it now is, for a move or a fact on it."""
        return Target(id=self.handling.id, version=self.handling.version)

    @property
    def now(self) -> datetime:
        """Return the present moment."""
        return self.view.now

    @property
    def moment(self) -> Moment:
        """Return the present moment at the place of the case."""
        return Moment.time(self.view.now, self.view.dossier.zone)


async def hold_case(connection: Connection, actor: Actor, case: int, *, book: RuleBook) -> Held:
    """Return the case locked until the transaction ends, for an investigator of its owner.

    Raises NotVisible, and NotAllowed for who only reads it.
    """
    hold_possible_row(case)
    head = await lock(connection, case)
    view = await look_at(connection, actor, case, book=book, now=head.now)
    hold_keeper(view)
    return Held(connection=connection, view=view)


async def look_at(
    connection: Connection,
    actor: Actor,
    case: int,
    *,
    book: RuleBook,
    now: datetime | None = None,
) -> CaseView:
    """Return the case for who reads how it is handled.

    Raises NotVisible, also where the case is shown without its handling; NotAllowed for who sees
    the case and not this part of it.
    """
    view = await view_case(connection, actor, case, now=now or clock.now(), book=book)
    view.dossier.handling()
    if Field.HANDLING not in view.seen:
        raise NotAllowed(NOT_THEIRS)
    return view


def keeps(view: CaseView) -> bool:
    """Say whether the reader is an investigator of the owner."""
    may = view.may(Permission.RECORD_FACT)
    return may and INVESTIGATOR in view.posts(view.dossier.handling())


def hold_keeper(view: CaseView) -> None:
    """Hold that the reader is an investigator of the owner; NotAllowed otherwise."""
    if not keeps(view):
        raise NotAllowed(ONLY_INVESTIGATORS)


def hold_possible_row(identity: int) -> None:
    """Hold that an id of an address can be that of a row; NotVisible else."""
    if not 0 < identity < 2**63:
        raise NotVisible
