"""What other systems say of a respondent: recorded, shown, compared, and read by whom."""

from typing import Any

import pytest

from netralitas.cases.search_text import index_case
from netralitas.database.transactions import EVERYTHING, reading, writing
from tests.cases.conftest import Visits
from tests.make import Town, make_case, move, person
from tests.pages import PDF, Browser, Page
from tests.referral.packaging import decided_case, forwarding, respondents_of

SBT = {
    "system": "sbt",
    "number": "SBT-2025-0117",
    "standing": "recommended",
    "said": "Sudah direkomendasikan",
    "as_of-month": "2",
    "as_of-year": "2025",
    "according_to": "Petugas BKN lewat surat",
}
IDIS = {"system": "idis", "standing": "received", "according_to": "Layar I'DIS BKPSDM"}


async def recorded(browser: Browser, address: str, **typed: Any) -> Page:  # noqa: ANN401 - by name
    """The page after the form was sent."""
    page = await browser.go(address)
    return await browser.send(page.form("/sistem-lain"), **typed)


async def page_of(case: int) -> str:
    """The address of the first respondent's page."""
    return f"/perkara/{case}/terlapor/{(await respondents_of(case))[0]}/sistem-lain"


async def test_two_systems_that_differ_are_said_so_on_the_case_and_its_timeline(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town, person())).id
    address, rina = await page_of(case), await visit("rina")
    assert "Belum ada catatan sistem lain" in (await rina.go(address)).text
    done = await recorded(rina, address, proof=PDF, **SBT)
    assert "Sudah tercatat" in done.text
    assert "Februari 2025" in done.text
    proof = await rina.client.get(done.link("Unduh bukti"))
    assert proof.content == PDF
    await recorded(rina, address, **IDIS)
    shown = await rina.go(f"/perkara/{case}")
    differ = (
        "SBT menyebut “Direkomendasikan kepada Pejabat Pembina Kepegawaian”; I'DIS menyebut"
        " “Diterima”: belum sama."
    )
    assert differ in shown.text
    assert "nomor SBT-2025-0117, per Februari 2025, menurut Petugas BKN lewat surat" in shown.text
    assert "Catatan sistem lain tentang terlapor ditulis." in shown.text
    async with reading(EVERYTHING) as c:
        event = await c.fetchrow(
            "SELECT e.details, e.readers, x.readers AS of_row, r.readers AS of_person"
            " FROM external_record x JOIN event e ON e.id = x.event"
            " JOIN respondent r ON r.id = x.respondent WHERE x.system = 'sbt'"
        )
    assert event["details"]["external"][0]["as_of"] == "2025-02-01"
    assert "SBT-2025" not in str(event["details"])
    assert event["readers"] == event["of_row"] == event["of_person"]


async def test_a_case_is_found_by_the_number_of_another_system(town: Town, visit: Visits) -> None:
    case = (await make_case(town, person())).id
    rina = await visit("rina")
    await recorded(rina, await page_of(case), **SBT)
    async with writing(EVERYTHING) as c:
        await index_case(c, {"case_file": case})
    async with reading(town.rina) as c:
        text = await c.fetchval("SELECT plain FROM case_text WHERE case_file = $1", case)
    assert "SBT-2025-0117" in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"system": "sbt", "according_to": "Petugas"}, "Isi nomor, status, atau keterangan"),
        ({**SBT, "according_to": ""}, "Isi menurut siapa"),
        ({**SBT, "system": ""}, "Sistem"),
        ({**SBT, "as_of-day": "3", "as_of-year": "2031"}, "tidak boleh sesudah hari ini"),
    ],
)
async def test_what_says_nothing_or_cannot_be_is_refused_and_kept(
    town: Town, visit: Visits, typed: dict[str, str], said: str
) -> None:
    case = (await make_case(town, person())).id
    rina = await visit("rina")
    blank = dict.fromkeys(SBT, "")
    page = await recorded(rina, await page_of(case), **{**blank, **typed})
    assert page.status == 422
    assert said in page.text
    form = page.form("/sistem-lain")
    assert form.values["according_to"] == [typed["according_to"]]
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM external_record") == 0


async def test_a_receiver_reads_and_records_of_their_own_respondent_alone(
    town: Town, visit: Visits
) -> None:
    case = await decided_case(town, person(), person(2))
    theirs, others = await respondents_of(case)
    address = f"/perkara/{case}/terlapor/{theirs}/sistem-lain"
    rina, maya = await visit("rina"), await visit("maya")
    await recorded(rina, address, **SBT)
    assert (await maya.go(address)).status == 404
    answers = await forwarding(town, case, "bkn", respondents=(theirs,))
    await move(town.rina, case, "forward", answers=answers)
    assert "SBT-2025-0117" in (await maya.go(address)).text
    assert (await maya.go(f"/perkara/{case}/terlapor/{others}/sistem-lain")).status == 404
    await recorded(maya, address, **IDIS)
    assert "I'DIS menyebut" in (await rina.go(f"/perkara/{case}")).text
    sari = await (await visit("sari")).go(address)
    assert "Catat yang disebut sistem lain" not in sari.text
    assert (await (await visit("lain")).go(address)).status == 404


async def test_a_respondent_of_another_case_is_not_found(town: Town, visit: Visits) -> None:
    case, other = (await make_case(town, person())).id, (await make_case(town, person())).id
    (elsewhere,) = await respondents_of(other)
    rina = await visit("rina")
    assert (await rina.go(f"/perkara/{case}/terlapor/{elsewhere}/sistem-lain")).status == 404
