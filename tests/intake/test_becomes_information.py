"""A report that fails the formal requirements and meets the material ones becomes information."""

import pytest

from netralitas.cases.answers import Answers
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.workflow.refusals import MoveRefused
from tests.cases.conftest import Visits
from tests.intake.test_desk import take_in
from tests.intake.test_desk_whole import case_of
from tests.intake.test_receipt_code import code_on
from tests.make import Town, move, paper, proceedings


@pytest.mark.parametrize(
    "found", [("finish_preliminary_study",), ("find_incomplete", "notify_completeness")]
)
async def test_it_goes_on_as_information_and_keeps_its_receipt(
    town: Town, visit: Visits, found: tuple[str, ...]
) -> None:
    browser = await visit("rina")
    receipt = await take_in(browser)
    case, code = case_of(receipt), code_on(receipt)
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    first, *others = found
    await move(town.rina, case, first, answers=study)
    for step in others:
        await move(town.rina, case, step)
    await move(town.rina, case, "turn_into_information", note="Syarat formal tidak terpenuhi.")
    assert (await proceedings(case))[0]["state"] == "information_received"
    again = await browser.go(receipt.address)
    assert again.status == 200
    assert code_on(again) == code
    assert again.headings[0] == "Tanda terima laporan"
    async with reading(EVERYTHING) as c:
        kept = await c.fetch("SELECT subject FROM vault_entry WHERE case_file = $1", case)
        rules = await c.fetch(
            "SELECT rule FROM clock JOIN proceeding p ON p.id = clock.proceeding"
            " WHERE p.case_file = $1 AND ended_by IS NULL",
            case,
        )
    assert [row["subject"] for row in kept] == ["reporter"]
    assert [row["rule"] for row in rules] == ["pemilihan.tracing"]


async def test_only_after_a_preliminary_study(town: Town, visit: Visits) -> None:
    case = case_of(await take_in(await visit("rina")))
    with pytest.raises(MoveRefused):
        await move(town.rina, case, "turn_into_information", note="Langsung.")
