"""Cases to look at while they are studied and while people are heard."""

from datetime import datetime, time, timedelta

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification.commands import add_answer, add_person, invite
from netralitas.investigation.clarification.domain import HeardRole, Mode, NewPerson, Plan
from netralitas.investigation.preliminary.commands import finish_study, save_study
from netralitas.investigation.preliminary.domain import (
    Answer,
    Handled,
    Handler,
    Judgement,
    Result,
    Study,
    Suspicion,
)
from netralitas.investigation.preliminary.policy import requirements
from netralitas.law import book
from netralitas.law.domain import Regime, Zone
from tests.browser.case_scenes import LONG, come_to
from tests.make import ZONE, Town, days_ago, make_case, move

_LAST_PERSON = "SELECT max(id) FROM heard_person WHERE case_file = $1"
_LAST_SESSION = "SELECT max(id) FROM clarification_session WHERE case_file = $1"


async def make_clarifications(town: Town, files: Storage) -> dict[str, int]:
    """Commit a case with a draft, one that lacks something, one whose people are heard."""
    cases = {"written": await _begun(town), "lacking": await _begun(town)}
    await save_study(town.rina, cases["written"], _study(), 0, book=book.load())
    await finish_study(town.rina, cases["lacking"], _study(), 0, book=book.load(), storage=files)
    cases["heard"] = await _heard(town, files)
    return cases


async def ids_of(case: int) -> dict[str, int]:
    """Return the last person to be heard in a case, and the last session."""
    async with reading(EVERYTHING) as c:
        return {
            "heard_person": await c.fetchval(_LAST_PERSON, case),
            "session": await c.fetchval(_LAST_SESSION, case),
        }


async def _begun(town: Town) -> int:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    return case


def _study() -> Study:
    """A study that finds everything lacking, in words as long as they come."""
    lacking = Answer(judgement=Judgement.UNMET, reason=LONG)
    return Study(
        answers={each.item: lacking for each in requirements(Regime.PEMILIHAN)},
        result=Result.INCOMPLETE,
        suspicion=Suspicion.OTHER_LAW,
        handler=Handler.HERE,
        handled=Handled.NO,
        conclusion=LONG,
    )


async def _heard(town: Town, files: Storage) -> int:
    case = await come_to(town, "registered")
    async with reading(EVERYTHING) as c:
        respondent = await c.fetchval("SELECT id FROM respondent WHERE case_file = $1", case)
    people = (
        NewPerson(role=HeardRole.RESPONDENT, respondent=respondent),
        NewPerson(role=HeardRole.EXPERT, name=LONG[:150], expertise=LONG[:150]),
        NewPerson(role=HeardRole.WITNESS),
    )
    at = datetime.combine(days_ago(-6), time(9), Zone(ZONE).tz)
    for number, person in enumerate(people):
        await add_person(town.rina, case, person, book=book.load())
        plan = Plan(
            on=days_ago(-6),
            begins_at=at + timedelta(hours=number),
            ends_at=at + timedelta(hours=number + 1),
            mode=Mode.IN_PERSON,
            place=LONG[:200],
            officer=town.rina.officer,
        )
        found = await _last(case)
        await invite(town.rina, case, found, plan, book=book.load(), storage=files)
    session = (await ids_of(case))["session"]
    for _ in range(2):
        await add_answer(town.rina, case, session, LONG, LONG * 2, book=book.load())
    return case


async def _last(case: int) -> int:
    async with reading(EVERYTHING) as c:
        found: int = await c.fetchval(_LAST_PERSON, case)
        return found
