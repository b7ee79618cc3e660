"""What a plenary decides of one case: one transaction with the minutes, the move, each finding."""

from dataclasses import dataclass

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.commands import make_move_in
from netralitas.cases.facts import FactRequest, record_fact_in
from netralitas.cases.moving import MoveRequest, Target
from netralitas.cases.queries import CaseView, LockedProceeding
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.documents.official.commands import Issue, issue_in
from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary import store
from netralitas.investigation.plenary.commands.minutes import minutes_of
from netralitas.investigation.plenary.commands.sitting import hold_begun, kept, own_case
from netralitas.investigation.plenary.domain import Attendance, Cast, Decided, Meeting, Outcome
from netralitas.investigation.plenary.policy import (
    NEEDS_A_REASON,
    hold_after_submitting,
    hold_each_decided,
    hold_quorum,
    hold_recorder,
    hold_votes,
    move_of,
    parallel_findings,
)
from netralitas.investigation.plenary.words import ONLY_COMMISSIONERS
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from netralitas.workflow.posts import COMMISSIONER

PAPER = "ba-pleno"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a meeting decides of a case; `version` is that of the handling which the form showed.

    `decided` is empty for every outcome but a decision per respondent.
    """

    meeting: int
    case: int
    version: int
    outcome: Outcome
    votes: tuple[Cast, ...]
    decided: tuple[Decided, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A ruling about to be recorded, inside the transaction: on which case, at which meeting."""

    connection: Connection
    actor: Actor
    view: CaseView
    meeting: Meeting
    ruling: Ruling
    attendance: Attendance

    @property
    def handling(self) -> LockedProceeding:
        """Return Bawaslu's handling of the case."""
        return self.view.dossier.handling()


async def decide_in_plenary(
    actor: Actor, ruling: Ruling, *, book: RuleBook, storage: Storage
) -> None:
    """Record what the meeting decided: minutes, the move by them, findings, votes; or nothing.

    Raises RuleBroken (before the day, no quorum, votes, who drafted, nobody decided on), Stale,
    MoveRefused, NotAllowed, NotVisible (also for who is in conflict with the case).
    """
    may(actor, Permission.KEEP_PLENARY)
    async with writing(actor) as c:
        meeting = await kept(c, ruling.meeting)
        hold_begun(meeting, actor)
        view = await own_case(c, actor, ruling.case, book)
        item = await store.item_of(c, ruling.meeting, ruling.case)
        if item is None:
            raise NotVisible
        if item.decided is not None:
            raise RuleBroken("Perkara ini sudah diputuskan pada rapat ini.", rule="plenary.decided")
        sitting = Sitting(
            connection=c,
            actor=actor,
            view=view,
            meeting=meeting,
            ruling=ruling,
            attendance=await store.attendance_of(c, meeting, ruling.case),
        )
        zone = view.dossier.zone
        since = await store.since_of(c, sitting.handling.id, zone)
        hold_after_submitting(meeting.held_on, since)
        move = _held(sitting)
        paper = await _minutes(sitting, storage)
        event = await _moved(sitting, move, paper, book)
        await store.keep_ruling(
            c,
            item,
            event=event,
            outcome=ruling.outcome,
            votes=ruling.votes,
            decided=ruling.decided,
            owner=view.dossier.owner,
            readers=sitting.handling.readers,
        )


def _held(sitting: Sitting) -> str:
    """Return the move by which it is recorded, once nothing speaks against it."""
    handling, ruling, dossier = sitting.handling, sitting.ruling, sitting.view.dossier
    if COMMISSIONER not in sitting.view.posts(handling):
        raise NotAllowed(ONLY_COMMISSIONERS)
    if handling.version != ruling.version:
        raise Stale
    moved_by = () if handling.moved_by is None else (handling.moved_by,)
    hold_recorder(sitting.actor.hands, {*dossier.drafters, *moved_by})
    if ruling.outcome is Outcome.DECIDED:
        hold_each_decided(ruling.decided, [one.id for one in dossier.respondents])
    if ruling.outcome in NEEDS_A_REASON and not ruling.reason:
        raise RuleBroken("Isi alasan keputusan ini.", rule="plenary.reason")
    hold_quorum(sitting.attendance)
    hold_votes(sitting.attendance, ruling.votes)
    return move_of(handling.state, ruling.outcome, ruling.decided)


async def _minutes(sitting: Sitting, storage: Storage) -> Paper:
    """Return the minutes, issued as an official paper of the meeting's day."""
    content = await minutes_of(
        sitting.connection, sitting.view, sitting.meeting, sitting.ruling, sitting.attendance
    )
    on = sitting.meeting.held_on
    issue = Issue(case=sitting.ruling.case, paper=PAPER, content=content, on=on)
    issued = await issue_in(sitting.connection, sitting.actor, issue, storage=storage)
    return Paper(kind=issued.kind, title=issued.title, stored=issued.pdf)


async def _moved(sitting: Sitting, move: str, paper: Paper, book: RuleBook) -> int:
    """Make the move, state each further kind of violation, and return the event of the move."""
    c, handling, ruling = sitting.connection, sitting.handling, sitting.ruling
    happened = Moment.day(sitting.meeting.held_on, sitting.view.dossier.zone)
    request = MoveRequest(
        case=ruling.case,
        targets=(Target(id=handling.id, version=handling.version),),
        move=move,
        happened=happened,
        note=ruling.reason,
        answers=Answers(papers=(paper,), plenary=sitting.meeting.id),
    )
    moved = await make_move_in(c, sitting.actor, request, book=book)
    for _ in parallel_findings(ruling.decided) if ruling.decided else ():
        fact = FactRequest(
            case=ruling.case,
            target=Target(id=handling.id, version=await store.version_of(c, handling.id)),
            fact="parallel_violation",
            happened=happened,
            answers=Answers(papers=(paper,)),
        )
        await record_fact_in(c, sitting.actor, fact, book=book, files=False)
    return moved.events[0].id
