"""Steps of a study and a plenary, made as the product makes them."""

from datetime import time
from typing import Any, Final

from netralitas.cases.answers import Answers
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary.commands import (
    Plan,
    Ruling,
    decide_in_plenary,
    lay_on_table,
    note_presence,
    plan_meeting,
)
from netralitas.investigation.plenary.domain import Cast, Decided, Outcome, Vote
from netralitas.investigation.study.commands import read_second, save_version, submit
from netralitas.investigation.study.domain import (
    Conclusion,
    Content,
    Element,
    Finding,
    Verdict,
)
from netralitas.law import book
from tests.make import Town, days_ago, move, paper, proceedings

BOOK: Final = book.load()


async def respondents(case: int) -> list[int]:
    """The ids of the respondents of a case, in their order."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT id FROM respondent WHERE case_file = $1 ORDER BY id", case)
    return [row["id"] for row in rows]


async def to_study(town: Town, case: int) -> None:
    """Bring a report to the state in which its study is written."""
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "register")
    await move(town.rina, case, "start_clarification")
    await move(town.rina, case, "finish_clarification")


async def whole(case: int, *findings: Finding) -> Content:
    """A study that says everything, and finds this of every respondent."""
    found = findings or (Finding.OTHER_LAW,)
    return Content(
        facts="Terlapor hadir pada deklarasi dengan atribut pasangan calon.",
        elements=(
            Element(
                article="UU 20/2023 Pasal 9 ayat (2)",
                element="Bebas dari pengaruh golongan",
                analysis="Terpenuhi.",
            ),
        ),
        conclusions=tuple(
            Conclusion(respondent=one, findings=found, reason="Unsur terpenuhi.")
            for one in await respondents(case)
        ),
    )


async def approved(town: Town, case: int, *findings: Finding) -> int:
    """Rina writes a whole study and Bagas approves it; return its version."""
    number = await save_version(town.rina, case, await whole(case, *findings), base=0, book=BOOK)
    await read_second(town.bagas, case, number, Verdict.APPROVED, None, book=BOOK)
    return number


async def submitted(town: Town, case: int, storage: Storage, *findings: Finding) -> None:
    """Bring a report with a whole study before the plenary."""
    await to_study(town, case)
    number = await approved(town, case, *findings)
    await submit(town.rina, case, number, book=BOOK, storage=storage)


async def sitting(town: Town, *there: str, case: int | None = None, ago: int = 0) -> int:
    """A plenary of so many days ago where these are there, with the case on its table."""
    plan = Plan(held_on=days_ago(ago), starts=time(9), place="Ruang rapat", chair=town.sari.officer)
    meeting = await plan_meeting(town.rina, plan)
    if case is not None:
        await lay_on_table(town.rina, meeting, case, book=BOOK)
    await note_presence(town.rina, meeting, [town.actors[login].officer for login in there])
    return meeting


async def handling_version(case: int) -> int:
    """The version of the handling that a form would show."""
    version: int = (await proceedings(case))[0]["version"]
    return version


def all_for(town: Town, *there: str) -> tuple[Cast, ...]:
    """Everybody there votes for it."""
    return tuple(Cast(officer=town.actors[login].officer, vote=Vote.FOR) for login in there)


async def ruling(town: Town, meeting: int, case: int, *there: str, **changes: Any) -> Ruling:  # noqa: ANN401 - fields by name
    """Every respondent violated another law, say all that are there."""
    values: dict[str, Any] = {
        "meeting": meeting,
        "case": case,
        "version": await handling_version(case),
        "outcome": Outcome.DECIDED,
        "votes": all_for(town, *there),
        "decided": tuple(
            Decided(respondent=one, findings=(Finding.OTHER_LAW,))
            for one in await respondents(case)
        ),
    }
    return Ruling(**(values | changes))


async def decided(town: Town, case: int, storage: Storage, **changes: Any) -> int:  # noqa: ANN401 - fields by name
    """Bring a submitted case through a plenary of three; return the meeting."""
    there = ("sari", "tono", "ratih")
    meeting = await sitting(town, *there, case=case)
    asked = await ruling(town, meeting, case, *there, **changes)
    await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    return meeting
