"""What an act on a letter leaves in the record of its case, and what its receipt brings about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Permission, fields_visible
from netralitas.audit.domain import EventKind, Moment, Recorded
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.change import Change
from netralitas.cases.dossier import Dossier, LockedProceeding, lock_case
from netralitas.cases.events import case_event, staying_event
from netralitas.cases.filing_letters import RECEIVED
from netralitas.cases.moving import MoveRequest, Setting, brought_change, ended, started
from netralitas.cases.papers import describe, file_papers
from netralitas.cases.presence import Receivers, hold, phase, towards
from netralitas.cases.queries.forwardings import forwarded_by
from netralitas.cases.record import enter
from netralitas.cases.when import check_moment
from netralitas.cases.words import PAPERS
from netralitas.database.connection import Connection
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed
from netralitas.workflow.engine import basis_in, clocks, leads_on
from netralitas.workflows import workflow

RECEIVE: Final = "receive"
LETTERS_ONLY: Final = "Surat perkara ini dikelola oleh petugas yang membaca surat-suratnya."


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAct:
    """Something done about a letter of a case: the event it leaves, and for whom.

    `details` holds codes and ids; `readers` are those of the letter. `paper` is a kept file that
    shows that it was done. `of` is the event by which the letter was filed: with `received`,
    whoever was forwarded by it has been received.
    """

    case: int
    name: str
    happened: Moment
    readers: tuple[int, ...]
    of: int
    details: Mapping[str, object] = field(default_factory=dict)
    paper: Stored | None = None
    received: bool = False


async def act_on_letter_in(
    connection: Connection, actor: Actor, act: LetterAct, *, book: RuleBook
) -> Recorded:
    """Record the act inside the caller's transaction, and the receipts that follow from it.

    A proceeding that still waits to be received is received; on one that went on already the fact
    that it was received is recorded, unless it is told. The system acts for the owner of the case;
    anybody else reads the letters of the case and may record facts there. Raises NotVisible,
    NotAllowed, RuleBroken (the date).
    """
    dossier = await lock_case(connection, act.case)
    if actor.everything:
        actor = replace(actor, organisation=dossier.owner)
    else:
        _hold_writer(actor, dossier)
    check_moment(act.happened, dossier.head.now, dossier.act_on)
    answers = Answers(papers=(_proof(act.paper),) if act.paper else ())
    event = replace(
        case_event(actor, dossier, act.readers, act.name),
        happened=act.happened,
        details={**act.details, **describe(answers, None)},
    )
    setting = Setting(
        actor=actor, dossier=dossier, book=book.at(dossier.region), receivers=Receivers()
    )
    changes = [Change(event=event)]
    if act.received:
        changes += _receipts(setting, act, await forwarded_by(connection, dossier.id, act.of))
    recorded, _ = await enter(connection, dossier.head, changes)
    request = MoveRequest(
        case=act.case, targets=(), move=act.name, happened=act.happened, answers=answers
    )
    await file_papers(
        connection, dossier, request, changes, recorded, None, keepers=tuple(act.readers)
    )
    return recorded[0]


def _proof(stored: Stored) -> Paper:
    return Paper(kind=DocumentKind.PROOF, title=PAPERS[DocumentKind.PROOF], stored=stored)


def _hold_writer(actor: Actor, dossier: Dossier) -> None:
    """Hold that the actor reads the letters of the case and may record facts there."""
    hold(actor, dossier, Permission.RECORD_FACT)
    seen = fields_visible(actor, towards(actor, dossier, None), phase(dossier))
    if Field.LETTERS not in seen:
        raise NotAllowed(LETTERS_ONLY)


def _receipts(setting: Setting, act: LetterAct, forwarded: Mapping[int, bool]) -> Sequence[Change]:
    """Return what the receipt brings about on each proceeding that the letter forwarded."""
    found = []
    for identity, latest in forwarded.items():
        target = setting.dossier.proceeding(identity)
        declared = workflow(target.workflow, target.workflow_version)
        if latest and leads_on(declared.move(RECEIVE), target.state):
            found.append(brought_change(setting, _plain(act), target, RECEIVE))
        elif (identity, RECEIVED) not in setting.dossier.told:
            found.append(_told(setting, act, target))
    return found


def _plain(act: LetterAct) -> MoveRequest:
    return MoveRequest(case=act.case, targets=(), move=RECEIVE, happened=act.happened)


def _told(setting: Setting, act: LetterAct, target: LockedProceeding) -> Change:
    """Return the fact that the referral was received, on a proceeding that went on already."""
    declared = workflow(target.workflow, target.workflow_version)
    fact = declared.fact(RECEIVED)
    starts, ends = clocks(declared, (RECEIVED,), target.state, target.addressee_kind)
    name = f"{declared.code}.{RECEIVED}"
    event = replace(
        staying_event(setting.actor, setting.dossier, target, EventKind.FACT, name),
        happened=act.happened,
        facts=(RECEIVED,),
        basis=tuple(basis.code for basis in basis_in(fact.basis, setting.dossier.regime)),
    )
    return Change(
        event=event,
        starts=started(setting, starts, act.happened),
        ends=ended(setting, ends),
    )
