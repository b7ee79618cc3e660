"""The office that followed up publishes its own outcome, by the forms of its case page."""

from datetime import date

from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.make import Town, days_ago, proceedings
from tests.pages import Page
from tests.publication.conftest import OWN, concluded_case, count_staff, respondents_of

WAITS = "Pihak lain: Bawaslu Kabupaten Contoh"


def day(name: str, on: date) -> dict[str, str]:
    """The three fields of a day."""
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


async def test_an_outcome_of_the_office_goes_from_its_draft_to_the_public_by_forms(
    town: Town, visit: Visits, engine: Database
) -> None:
    await count_staff(engine, town.offices["bkpsdm"])
    case = await concluded_case(town)
    [respondent] = await respondents_of(case)

    async def send(login: str, place: str, **values: str) -> Page:
        browser = await visit(login)
        asked = await browser.go(f"/perkara/{case}/{place}")
        assert asked.status == 200, asked.text
        done = await browser.send(asked.form(), values)
        assert (done.status, done.address) == (200, f"/perkara/{case}"), done.text
        return done

    async def step(login: str, move: str, **values: str) -> Page:
        [found] = [row["id"] for row in await proceedings(case) if row["workflow"] == OWN]
        return await send(login, f"langkah/{found}/{move}", **values)

    office = await (await visit("dewa")).go(f"/perkara/{case}")
    assert f"/perkara/{case}/proses/{OWN}/draft" in office.html
    bawaslu = await (await visit("rina")).go(f"/perkara/{case}")
    assert f"/perkara/{case}/proses/{OWN}/draft" not in bawaslu.html
    drafted = await send("dewa", f"proses/{OWN}/draft", respondents=str(respondent))
    assert "Versi 1, BKPSDM Kabupaten Contoh" in drafted.text
    assert WAITS not in (await (await visit("rina")).go(f"/perkara/{case}")).text
    await step("endah", "check")
    await step("dewa", "approve_first")
    await step("endah", "approve_second")
    asked = {"letter_out_number": "12/R/2026", "letter_out_subject": "Pemberitahuan rilis"}
    dated = day("letter_out_date", days_ago(0)) | day("answer_by", days_ago(-3))
    await step("dewa", "notify", **asked, **dated)
    assert WAITS in (await (await visit("rina")).go(f"/perkara/{case}")).text
    await step("rina", "no_objection")
    await visit.prove("endah")
    done = await step("endah", "publish")
    assert "Terbit" in done.text
