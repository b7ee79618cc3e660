"""Steps of a study and a plenary, made as the product makes them."""

from typing import Final

from netralitas.cases.answers import Answers
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.investigation.study.commands import read_second, save_version
from netralitas.investigation.study.domain import (
    Conclusion,
    Content,
    Element,
    Finding,
    Verdict,
)
from netralitas.investigation.study.submitting import submit
from netralitas.law import book
from tests.make import Town, move, paper

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
