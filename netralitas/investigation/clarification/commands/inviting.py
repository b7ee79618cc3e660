"""Inviting somebody to a session: the letter, the move or event, and the hour in one act."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.answers import Answers, LetterAnswer, Paper
from netralitas.cases.commands import make_move_in, tell_in
from netralitas.cases.facts import FactRequest, record_fact_in
from netralitas.cases.moving import MoveRequest
from netralitas.database.transactions import reading, writing
from netralitas.documents.official.commands import issue_in
from netralitas.documents.official.content import Issue, Issued
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification import store, words
from netralitas.investigation.clarification.commands.standing import person_of
from netralitas.investigation.clarification.domain import Clash, Person, Plan
from netralitas.investigation.clarification.papers import invitation_content
from netralitas.investigation.clarification.policy import (
    NOT_AN_OFFICER,
    check_plan,
    hold_open,
    next_invitation,
)
from netralitas.investigation.clarification.queries import officers
from netralitas.investigation.clarification.queries.clashing import case_of_session
from netralitas.investigation.holding import Held, hold_case
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import RuleBroken

INVITED: Final = "investigation.invited"
_FIRST_MOVE: Final = "start_clarification"
_SECOND: Final = "second_invitation"
_REGISTERED: Final = "registered"


async def invite(
    actor: Actor,
    case: int,
    person: int,
    plan: Plan,
    *,
    book: RuleBook,
    storage: Storage,
) -> int:
    """Issue the invitation, plan its session and return the session's id.

    The first invitation of a registered case begins its clarification; a second one is its fact.
    Raises RuleBroken (too late, no ground for a session online, a clash with another session),
    MoveRefused, NotAllowed, NotVisible.
    """
    try:
        async with writing(actor) as connection:
            held = await hold_case(connection, actor, case, book=book)
            return await _invite(held, await person_of(held, person), plan, book, storage)
    except store.Clashed as found:
        raise await _said(actor, found.clash) from None


async def _invite(held: Held, person: Person, plan: Plan, book: RuleBook, storage: Storage) -> int:
    hold_open(held.handling.state)
    dossier = held.view.dossier
    zone = Zone(dossier.zone)
    passed = check_plan(plan, held.now, held.view.book, dossier.regime, zone)
    known = await store.sessions(held.connection, held.case)
    ordinal = next_invitation([each for each in known if each.person == person.id])
    await _hold_officers(held, plan)
    content = invitation_content(held.view, person, plan, ordinal)
    issue = Issue(case=held.case, paper="undangan-klarifikasi", content=content, on=held.view.today)
    issued = await issue_in(held.connection, held.actor, issue, storage=storage)
    event = await _told(held, person, ordinal, issued, book, passed=passed)
    return await store.add_session(
        held.connection,
        person,
        plan,
        organisation=dossier.owner,
        invitation=ordinal,
        printed=issued.number,
        event=event,
        readers=held.handling.readers,
    )


async def _hold_officers(held: Held, plan: Plan) -> None:
    """Hold that who hears and who writes sit in the office and are not kept out of the case."""
    allowed = {int(identity) for identity, _ in await officers(held.connection, held.view)}
    for field, officer in (("officer", plan.officer), ("recorder", plan.recorder)):
        if officer is not None and officer not in allowed:
            raise RuleBroken(NOT_AN_OFFICER, rule=f"clarification.{field}")


async def _told(
    held: Held,
    person: Person,
    ordinal: int,
    issued: Issued,
    book: RuleBook,
    *,
    passed: bool,
) -> int:
    """Return the id of the event: the first move, the fact of a second invitation, or our own."""
    paper = Paper(kind=issued.kind, title=issued.title, stored=issued.pdf)
    letter = LetterAnswer(
        printed=issued.number or "", dated_on=held.view.today, subject=issued.title
    )
    answers = Answers(letter_out=letter, papers=(paper,))
    if held.handling.state == _REGISTERED:
        request = MoveRequest(
            case=held.case,
            targets=(held.target,),
            move=_FIRST_MOVE,
            happened=held.moment,
            answers=answers,
        )
        moved = await make_move_in(held.connection, held.actor, request, book=book)
        return moved.events[0].id
    if ordinal > 1:
        fact = FactRequest(
            case=held.case,
            target=held.target,
            fact=_SECOND,
            happened=held.moment,
            answers=answers,
        )
        return await record_fact_in(held.connection, held.actor, fact, book=book)
    details = {"person": person.id, "role": person.role.value, "late": passed}
    told = await tell_in(
        *(held.connection, held.actor, held.case, INVITED, held.handling.readers, details),
        papers=(paper,),
    )
    return told.id


async def _said(actor: Actor, clash: Clash) -> RuleBroken:
    """Return the refusal: the hour to everybody, the case to who may see it."""
    async with reading(actor) as c:
        case = await case_of_session(c, clash.session)
    when = words.hours(clash.begins_at, clash.ends_at, Zone(actor.zone))
    said = words.clashes(clash.shared, when, case)
    return RuleBroken(said, rule=f"clarification.clash_{clash.shared}")
