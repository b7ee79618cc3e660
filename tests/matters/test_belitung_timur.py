"""Belitung Timur 2020: thirteen respondents of one supervision, to three places (domain.md 5.4).

The source is a press report of 27 October 2020. It gives no name, no number, and of no step a day:
five to KASN with a copy to the appointing official, six to BKPSDM, two kept in the house; nothing
heard from KASN, the outcome of BKPSDM known from the press.
"""

import re

from netralitas.database.transactions import reading
from tests.make import Town
from tests.matters.conftest import Standing, type_verified
from tests.matters.matter import UNKNOWN, Matter, Stage, taken_in
from tests.pages import PDF

SERVANTS, CONTRACT, ORGANISERS = range(1, 6), range(6, 12), range(12, 14)
REPORTED = "per 27 Oktober 2020"
KASN, BKPSDM = "KASN", "BKPSDM Kabupaten Contoh"


async def entered(nowhere: Matter) -> Matter:
    """The matter as far as Bawaslu's plenary: found, registered, studied, decided."""
    kinds = dict.fromkeys(SERVANTS, "unknown") | dict.fromkeys(CONTRACT, "contract")
    kinds |= dict.fromkeys(ORGANISERS, "organiser")
    matter = await taken_in(
        nowhere.visit,
        [{"name": f"Terlapor {number}", "employment": kind} for number, kind in kinds.items()],
        "2020",
        subject="Unggahan yang berpihak di media sosial",
        description="Ditemukan dalam pengawasan media sosial.",
    )
    await matter.handle("sari", "fix_finding", UNKNOWN, minutes=PDF)
    await matter.handle("rina", "register_finding", UNKNOWN)
    unsaid = "Sumber tidak memuat klarifikasi."
    await matter.handle("rina", "skip_clarification", UNKNOWN, reason=unsaid)
    await matter.handle("rina", "submit_to_plenary", UNKNOWN, study=PDF)
    await matter.handle("sari", "decide_other_law", UNKNOWN, minutes=PDF)
    return matter


async def forwarded(matter: Matter) -> Matter:
    """The matter with each respondent at the place that is theirs."""
    await matter.forward(
        *("rina", "forward", SERVANTS, KASN, REPORTED),
        letter_out_subject="Penerusan dugaan pelanggaran netralitas ASN",
        evidence_list=PDF,
        reason="Tembusan kepada Pejabat Pembina Kepegawaian.",
    )
    subject = "Penerusan dugaan pelanggaran pegawai tidak tetap"
    await matter.forward(
        *("rina", "forward_more", CONTRACT, BKPSDM, REPORTED), letter_out_subject=subject
    )
    await matter.open("rina", "organiser_ethics.open", ORGANISERS, REPORTED)
    return matter


async def followed_up(matter: Matter) -> Matter:
    """The matter with what BKPSDM did, which Bawaslu had from the press before it was entered."""
    await matter.follow("dewa", "referral.take_up", CONTRACT, UNKNOWN)
    terms = "default"
    await matter.follow("dewa", "discipline.receive", CONTRACT, UNKNOWN, letter_deadline=terms)
    await matter.follow("dewa", "discipline.choose_non_asn", CONTRACT, UNKNOWN, reason="RAHASIA")
    imposed = "~Sanksi menurut kontrak"
    await matter.follow("utama", "discipline.settle_in_unit", CONTRACT, REPORTED, imposed=imposed)
    told = "Bawaslu mengetahui hasil tindak lanjut BKPSDM dari pemberitaan."
    await matter.tell("rina", "discipline.answered_publicly", 6, REPORTED, reason=told)
    return matter


WHEN_ENTERED = Stage(entered)
WHEN_FORWARDED = Stage(forwarded, after=WHEN_ENTERED)
WHEN_FOLLOWED_UP = Stage(followed_up, after=WHEN_FORWARDED)


async def test_each_of_the_thirteen_stands_at_its_own_place(
    town: Town, standing: Standing, verified: type_verified
) -> None:
    matter = await standing(WHEN_FOLLOWED_UP)
    assert await matter.states("referral") == {
        **dict.fromkeys(SERVANTS, "forwarded"),
        **dict.fromkeys(CONTRACT, "taken_up"),
    }
    assert await matter.states("discipline") == dict.fromkeys(CONTRACT, "in_force")
    assert await matter.states("compliance") == dict.fromkeys(CONTRACT, "watching")
    assert await matter.states("organiser_ethics") == dict.fromkeys(ORGANISERS, "opened")
    assert (await verified()).whole


async def test_what_the_source_does_not_know_stands_nowhere(town: Town, standing: Standing) -> None:
    matter = await standing(WHEN_FOLLOWED_UP)
    page = await matter.page("rina")
    assert "Tahun 2020" in page.text
    assert page.text.count("nomor tidak diketahui") == 4  # two letters, each with a package
    assert "Tanggal tidak diketahui" in page.text
    assert "Keadaan per Selasa, 27 Oktober 2020" in page.text
    assert "/Reg/" not in page.text
    async with reading(town.rina) as c:
        letters = await c.fetch("SELECT printed, dated_on, sent_on, received_on FROM letter")
        numbers = await c.fetch("SELECT kind, issued_on FROM case_number")
        precisions = await c.fetch("SELECT DISTINCT precision FROM event WHERE kind = 'move'")
    assert [tuple(row) for row in letters] == [("", None, None, None)] * 2
    assert [tuple(row) for row in numbers] == [("receipt", None)]
    assert {row["precision"] for row in precisions} == {"year", "as_of", "unknown"}


async def test_kasn_has_been_silent_for_years_and_nothing_claims_to_be_late(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_FOLLOWED_UP)
    page = await matter.page("rina")
    silent = r"KASN paling lambat sejak 27 Oktober 2020 \(sedikitnya [\d.]{5} hari\)"
    assert re.search(silent, page.text), page.text
    board = await (await matter.visit("rina")).go("/tindak-lanjut")
    assert re.search(r"Instansi penerima penerusan \(5\)", board.text)
    assert not re.search(r"Terlambat \d", page.text + board.text)
    async with reading(town.rina) as c:
        running = await c.fetch("SELECT rule FROM clock WHERE due_at IS NOT NULL")
    assert running == []


async def test_the_outcome_of_the_six_stands_beside_what_nobody_recommended(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_FOLLOWED_UP)
    for login in ("rina", "dewa"):
        text = (await matter.page(login)).text
        shown = "Direkomendasikan belum ada Dijatuhkan Sanksi menurut kontrak"
        assert text.count(shown) == len(CONTRACT), text
    text = (await matter.page("rina")).text
    assert "Bawaslu mengetahui hasil tindak lanjut BKPSDM dari pemberitaan." in text


async def test_the_two_organisers_stay_in_the_house(town: Town, standing: Standing) -> None:
    matter = await standing(WHEN_FOLLOWED_UP)
    ours = (await matter.page("rina")).text
    assert ours.count("Diperiksa menurut kode etik penyelenggara") >= len(ORGANISERS)
    theirs = (await matter.page("dewa")).text
    assert "kode etik penyelenggara" not in theirs
    assert "Terlapor 6" in theirs
    for number in (*SERVANTS, *ORGANISERS):
        assert not re.search(rf"\bTerlapor {number}\b", theirs), number


async def test_the_papers_of_the_house_stay_in_the_house(town: Town, standing: Standing) -> None:
    matter = await standing(WHEN_FOLLOWED_UP)
    assert "RAHASIA" in (await matter.page("dewa")).text
    assert "RAHASIA" not in (await matter.page("rina")).text
