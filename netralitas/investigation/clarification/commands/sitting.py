"""A session as it goes on: questions and answers, then the minutes that freeze them."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.commands import tell_in
from netralitas.cases.facts import FactRequest, record_fact_in
from netralitas.database.transactions import writing
from netralitas.documents.official.commands import issue_in
from netralitas.documents.official.content import Content, Issue, Issued
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification import store
from netralitas.investigation.clarification.commands.standing import person_of, session_of
from netralitas.investigation.clarification.domain import (
    Conduct,
    HeardRole,
    Oath,
    Person,
    Session,
)
from netralitas.investigation.clarification.papers import minutes_content, oath_content
from netralitas.investigation.clarification.policy import check_conduct, hold_planned
from netralitas.investigation.holding import Held, hold_case
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, Stale

WRITTEN: Final = "investigation.session_written"
_HELD: Final = "session_held"


async def add_answer(
    actor: Actor, case: int, session: int, question: str, answer: str, *, book: RuleBook
) -> None:
    """Add a question and its answer at the end. Raises RuleBroken (over), NotAllowed, NotVisible.

    Two who write at once both get their lines.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        found = await session_of(held, session)
        hold_planned(found)
        readers = held.handling.readers
        ordinal = await store.add_answer(connection, found, question, answer, readers)
        await _written(held, session, ordinal)


async def change_answer(  # noqa: PLR0913, PLR0917 - the same, with the version that was seen
    actor: Actor,
    case: int,
    session: int,
    said: int,
    question: str,
    answer: str,
    seen: int,
    *,
    book: RuleBook,
) -> None:
    """Let a line say this; `seen` is the version of the session that the form showed.

    Raises Stale, RuleBroken (the minutes stand), NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        found = await session_of(held, session)
        hold_planned(found)
        if found.version != seen:
            raise Stale
        ordinal = await store.change_answer(connection, session, said, question, answer)
        if ordinal is None:
            raise NotVisible
        await _written(held, session, ordinal)


async def close_session(  # noqa: PLR0913 - how which session went, and what the papers need
    actor: Actor,
    case: int,
    session: int,
    conduct: Conduct,
    seen: int,
    *,
    book: RuleBook,
    storage: Storage,
) -> None:
    """Issue the minutes (and those of the oath), and record that the session was held.

    Afterwards nothing of it changes. Raises RuleBroken (not begun, nothing asked, a reason is
    missing, online and not recorded), Stale, MoveRefused, NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        found = await session_of(held, session)
        said = await store.answers(connection, session)
        check_conduct(found, conduct, len(said), held.now, held.view.dossier.regime)
        if found.version != seen:
            raise Stale
        person = await person_of(held, found.person)
        content = minutes_content(held.view, person, found, conduct, said)
        papers = [await _issue(held, "ba-klarifikasi", content, storage)]
        if conduct.oath is Oath.SWORN:
            papers.append(await _oath(held, person, found, storage))
        request = FactRequest(
            case=case,
            target=held.target,
            fact=_HELD,
            happened=held.moment,
            answers=Answers(papers=tuple(_filed(issued) for issued in papers)),
        )
        event = await record_fact_in(connection, actor, request, book=book)
        await store.close(connection, session, conduct, event)


async def _oath(held: Held, person: Person, session: Session, storage: Storage) -> Issued:
    code = "ba-sumpah-ahli" if person.role is HeardRole.EXPERT else "ba-sumpah"
    return await _issue(held, code, oath_content(held.view, person, session), storage)


async def _issue(held: Held, code: str, content: Content, storage: Storage) -> Issued:
    issue = Issue(case=held.case, paper=code, content=content, on=held.view.today)
    return await issue_in(held.connection, held.actor, issue, storage=storage)


def _filed(issued: Issued) -> Paper:
    return Paper(kind=issued.kind, title=issued.title, stored=issued.pdf)


async def _written(held: Held, session: int, ordinal: int) -> None:
    details = {"session": session, "answer": ordinal}
    await tell_in(
        *(held.connection, held.actor, held.case, WRITTEN, held.handling.readers, details)
    )
