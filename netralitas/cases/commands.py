"""Commands on cases for other features: moves, openings, a new case. All or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.accounts.queries import valid_receivers
from netralitas.audit.domain import Recorded
from netralitas.cases.answers import Paper
from netralitas.cases.attaching import attach_papers_in
from netralitas.cases.change import Change
from netralitas.cases.decision_words import NOT_DECIDED
from netralitas.cases.domain import ExclusionGround, NewCase, OpenedCase
from netralitas.cases.dossier import LockedProceeding, lock_case
from netralitas.cases.exclusions import keep_out
from netralitas.cases.filing_letters import ask_about_numbers, marked, note_receipts
from netralitas.cases.forwarding import ask_about_decisions
from netralitas.cases.handing_over import hand_over_all, keep_packages, with_packages
from netralitas.cases.moving import (
    MoveRequest,
    Setting,
    brought_change,
    move_change,
    opening_change,
    refuse_unfit,
)
from netralitas.cases.noting import note, tell
from netralitas.cases.opening import open_case
from netralitas.cases.openings import opened_by, opened_by_hand, pair_of
from netralitas.cases.papers import describe, file_papers, register_number
from netralitas.cases.presence import Receivers, hold
from netralitas.cases.record import enter
from netralitas.cases.sanctions import note_sanctions, with_own_word
from netralitas.cases.when import check_moment
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.law.book import RuleBook
from netralitas.publication.commands import after_move_in
from netralitas.publication.workflow import PUBLICATIONS
from netralitas.referral.packages.domain import Frozen
from netralitas.workflow.domain import Move
from netralitas.workflow.engine import leads_on
from netralitas.workflows import opening_move, workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What the move left behind: its events, in the order of the chosen proceedings."""

    case: int
    events: tuple[Recorded, ...]


async def make_move(actor: Actor, request: MoveRequest, *, book: RuleBook) -> Moved:
    """Make the move on every target, open what it opens, file its papers; or do nothing at all.

    Raises MoveRefused (every rule that says no), RuleBroken (the date), Stale (somebody was
    faster), Invalid (a number used before), NotAllowed (it is for others), NotVisible.
    """
    async with writing(actor) as connection:
        return await make_move_in(connection, actor, request, book=book)


async def open_case_in(
    connection: Connection, actor: Actor, new: NewCase, *, book: RuleBook
) -> OpenedCase:
    """Open a case inside the caller's transaction; see `cases.opening`."""
    return await open_case(connection, actor, new, book=book)


async def attach_evidence_in(
    connection: Connection, actor: Actor, case: int, kept: Sequence[tuple[str, Stored]]
) -> int:
    """Attach kept files as evidence, each under its title, by one event; return its id."""
    papers = tuple(
        Paper(kind=DocumentKind.EVIDENCE, title=title, stored=stored) for title, stored in kept
    )
    return await attach_papers_in(connection, actor, case, papers)


async def note_in(connection: Connection, actor: Actor, case: int, name: str) -> Recorded:
    """Record an event that moves nothing inside the caller's transaction; see `cases.noting`."""
    return await note(connection, actor, case, name)


async def keep_out_in(
    connection: Connection,
    case: int,
    officer: int,
    ground: ExclusionGround,
    event: int,
    readers: tuple[int, ...],
) -> None:
    """Exclude an officer inside the caller's transaction, by its event; see `cases.exclusions`."""
    await keep_out(connection, case, officer, ground, event, readers)


async def tell_in(  # noqa: PLR0913 - an event of a case, whole
    connection: Connection,
    actor: Actor,
    case: int,
    name: str,
    readers: tuple[int, ...],
    details: Mapping[str, object],
    *,
    said: str | None = None,
    proofs: Sequence[tuple[str, Stored]] = (),
    papers: Sequence[Paper] = (),
) -> Recorded:
    """Record an event for these readers inside the caller's transaction; see `cases.noting`.

    The `proofs` are kept files that show it, each under its title; `papers` are filed with them.
    """
    shown = (Paper(kind=DocumentKind.PROOF, title=title, stored=stored) for title, stored in proofs)
    filed = (*shown, *papers)
    return await tell(connection, actor, case, name, readers, details, said=said, papers=filed)


async def make_move_in(
    connection: Connection, actor: Actor, request: MoveRequest, *, book: RuleBook
) -> Moved:
    """Do what `make_move` does, inside the caller's transaction."""
    dossier = await lock_case(connection, request.case)
    targets = [dossier.unchanged(target.id, target.version) for target in request.targets]
    move = refuse_unfit(request, targets)
    check_moment(request.happened, dossier.head.now, dossier.act_on)
    receivers = await _receivers(connection, request, targets)
    setting = Setting(
        actor=actor, dossier=dossier, book=book.at(dossier.region), receivers=receivers
    )
    plain = [move_change(setting, request, target) for target in targets]
    openings = await opened_by(connection, setting, request.answers, targets, move)
    packages = await hand_over_all(connection, setting, move, request.answers, targets, openings)
    shared = describe(request.answers, None, sanction=False)
    opened = (opening_change(setting, request, opening) for opening in openings)
    further = [_telling(change, shared) for change in opened]
    further += _brought(setting, request, targets, move)
    return await _settle(connection, setting, request, move, plain, further, packages=packages)


async def open_by_hand(actor: Actor, request: MoveRequest, code: str, *, book: RuleBook) -> Moved:
    """Open a proceeding of the workflow `code` on the case, or one on each chosen respondent.

    Raises MoveRefused, NotAllowed, RuleBroken (the date, nobody chosen), NotVisible; then nothing
    is left.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, request.case)
        hold(actor, dossier, Permission.MAKE_MOVE)
        declared, move = opening_move(code, request.move)
        check_moment(request.happened, dossier.head.now, dossier.act_on)
        setting = Setting(
            actor=actor, dossier=dossier, book=book.at(dossier.region), receivers=Receivers()
        )
        openings = await opened_by_hand(connection, setting, request, declared)
        changes = [opening_change(setting, request, opening) for opening in openings]
        return await _settle(connection, setting, request, move, changes, [])


async def _settle(  # noqa: PLR0913 - a decided move, whole
    connection: Connection,
    setting: Setting,
    request: MoveRequest,
    move: Move,
    plain: Sequence[Change],
    further: Sequence[Change],
    *,
    packages: Sequence[Frozen] = (),
) -> Moved:
    """Record the changes and leave in the file what they bring: letters, papers, packages."""
    dossier = setting.dossier
    printed = await register_number(connection, dossier, move, request)
    details = describe(request.answers, printed)
    passed = await ask_about_numbers(
        connection, dossier, plain[0].event, request.answers, request.overrides
    )
    otherwise = await ask_about_decisions(
        connection, dossier.id, move.code, request.answers, request.overrides
    )
    plain = [_telling(change, with_own_word(details, request.answers, change)) for change in plain]
    plain = [marked(marked(one, passed=passed), NOT_DECIDED, passed=otherwise) for one in plain]
    told = [*plain, *further]
    changes = with_packages(told, packages)
    recorded, _ = await enter(connection, dossier.head, changes)
    keepers = (setting.actor.organisation,) if move.internal else None
    await file_papers(connection, dossier, request, changes, recorded, printed, keepers=keepers)
    await note_sanctions(connection, dossier, request.answers, changes, recorded)
    await note_receipts(connection, dossier, plain)
    await keep_packages(connection, packages, changes, recorded)
    await _react(connection, request, changes)
    return Moved(case=dossier.id, events=tuple(recorded))


async def _react(connection: Connection, request: MoveRequest, changes: Sequence[Change]) -> None:
    """Let a release follow the moves of its own proceeding, in the same transaction."""
    for change in changes:
        now = change.proceeding
        if now is not None and now.workflow in PUBLICATIONS:
            await after_move_in(
                connection,
                case=request.case,
                proceeding=now.id,
                state=now.state,
                answers=request.answers,
            )


def _telling(change: Change, details: Mapping[str, object]) -> Change:
    event = replace(change.event, details={**change.event.details, **details})
    return replace(change, event=event)


def _brought(
    setting: Setting, request: MoveRequest, targets: Sequence[LockedProceeding], move: Move
) -> list[Change]:
    """Return the changes of the moves that this one brings, where they lead on."""
    found = []
    for target in targets:
        for brought in move.brings:
            other = pair_of(setting.dossier, target, brought)
            if other is None:
                continue
            declared = workflow(other.workflow, other.workflow_version)
            if leads_on(declared.move(brought.move), other.state):
                found.append(brought_change(setting, request, other, brought.move))
    return found


async def _receivers(
    connection: Connection, request: MoveRequest, targets: Sequence[LockedProceeding]
) -> Receivers:
    answers = request.answers
    on = request.happened.on
    named = answers.addressee or answers.successor
    if named is None and answers.letter_in is not None:
        on = answers.letter_in.dated_on or on
    if on is None or not (named or any(target.addressee for target in targets)):
        return Receivers()
    found = await valid_receivers(connection, on)
    return Receivers(valid={office.id: office.kind for office in found}, judged=True)
