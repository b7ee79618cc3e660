"""Commands on cases for other features: making a move, opening a case. All or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netralitas.access.domain import Actor
from netralitas.accounts.queries import valid_receivers
from netralitas.audit.domain import Event, Recorded
from netralitas.cases.answers import Answers
from netralitas.cases.domain import NewCase, OpenedCase
from netralitas.cases.dossier import Dossier, LockedProceeding, lock_case
from netralitas.cases.handing_over import hand_over
from netralitas.cases.moving import (
    MoveRequest,
    Opening,
    Setting,
    move_change,
    opening_change,
    refuse_unfit,
)
from netralitas.cases.opening import draw_proceeding, open_case
from netralitas.cases.papers import describe, file_papers, register_number
from netralitas.cases.presence import Receivers
from netralitas.cases.record import enter
from netralitas.cases.when import check_moment
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.workflow.domain import Move


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


async def make_move_in(
    connection: Connection, actor: Actor, request: MoveRequest, *, book: RuleBook
) -> Moved:
    """Do what `make_move` does, inside the caller's transaction."""
    dossier = await lock_case(connection, request.case)
    targets = [dossier.unchanged(target.id, target.version) for target in request.targets]
    move = refuse_unfit(request, targets)
    check_moment(request.happened, dossier.head.now, dossier.act_on)
    setting = Setting(
        actor=actor,
        dossier=dossier,
        book=book,
        receivers=await _receivers(connection, request, targets),
    )
    plain = [move_change(setting, request, target) for target in targets]
    printed = await register_number(connection, dossier, move, request)
    openings = await _openings(connection, setting, request, targets, move)
    changes = [*plain, *(opening_change(setting, request, opening) for opening in openings)]
    details = describe(request.answers, printed)
    changes = [replace(change, event=_with(change.event, details)) for change in changes]
    for opening in openings:
        if opening.addressee is not None and opening.respondent is not None:
            await hand_over(connection, dossier.id, opening.addressee, [opening.respondent])
    recorded, _ = await enter(connection, dossier.head, changes)
    await file_papers(connection, dossier, request, changes, recorded, printed)
    return Moved(case=dossier.id, events=tuple(recorded))


def _with(event: Event, details: dict[str, object]) -> Event:
    return replace(event, details={**event.details, **details})


async def _receivers(
    connection: Connection, request: MoveRequest, targets: Sequence[LockedProceeding]
) -> Receivers:
    answers = request.answers
    addressed = answers.addressee or answers.successor or any(t.addressee for t in targets)
    if not addressed or request.happened.on is None:
        return Receivers()
    found = await valid_receivers(connection, request.happened.on)
    return Receivers(valid=frozenset(organisation.id for organisation in found))


async def _openings(
    connection: Connection,
    setting: Setting,
    request: MoveRequest,
    targets: Sequence[LockedProceeding],
    move: Move,
) -> list[Opening]:
    """Return the proceedings that the move opens, one on each respondent concerned."""
    if move.opens is None or move.opens_with is None:
        return []
    openings = []
    for target, respondent in _concerned(setting.dossier, request.answers, targets):
        addressee = request.answers.successor or request.answers.addressee
        openings.append(
            Opening(
                id=await draw_proceeding(connection),
                workflow=move.opens,
                move=move.opens_with,
                readers=_readers(setting.actor, target, addressee),
                respondent=respondent,
                addressee=addressee,
            )
        )
    return openings


def _concerned(
    dossier: Dossier, answers: Answers, targets: Sequence[LockedProceeding]
) -> list[tuple[LockedProceeding, int]]:
    """Return each respondent concerned with the proceeding that the new one follows from."""
    known = {respondent.id for respondent in dossier.respondents}
    if answers.respondents:
        return [(targets[0], chosen) for chosen in answers.respondents if chosen in known]
    return [(target, target.respondent) for target in targets if target.respondent is not None]


def _readers(actor: Actor, target: LockedProceeding, addressee: int | None) -> tuple[int, ...]:
    """Return who reads the new proceeding: who read the old one, the new addressee for the old."""
    kept = [reader for reader in target.readers if reader != target.addressee]
    added = [organisation for organisation in (actor.organisation, addressee) if organisation]
    return tuple(dict.fromkeys([*kept, *added]))
