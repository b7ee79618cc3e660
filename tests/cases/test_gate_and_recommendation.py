"""What the gate proposes and asks about, and one letter that recommends each their own."""

import re
from datetime import date

from netralitas.audit.domain import Moment
from netralitas.cases.domain import Employment
from netralitas.database.transactions import reading
from tests.cases.conftest import Visits
from tests.make import (
    ZONE,
    Town,
    decide_as_usual,
    forward_as_usual,
    forwarded_case,
    make_case,
    person,
    proceedings,
)
from tests.matters.matter import day as day_of
from tests.pages import Browser, Page


async def form_of(browser: Browser, case: int, workflow: str, code: str) -> Page:
    """The form of a move on the first proceeding of a workflow."""
    found = [each["id"] for each in await proceedings(case) if each["workflow"] == workflow]
    return await browser.go(f"/perkara/{case}/langkah/{found[0]}/{code}")


async def test_the_form_proposes_a_receiver_for_each_kind_of_employment(
    town: Town, visit: Visits
) -> None:
    people = [
        person(1, employment=Employment.PNS),
        person(2, employment=Employment.CONTRACT),
        person(3, employment=Employment.VILLAGE_HEAD),
    ]
    case = (await make_case(town, *people)).id
    await decide_as_usual(town, case)
    page = await form_of(await visit("rina"), case, "handling", "forward")
    assert re.search(r"PNS: 1\..*?: BKN ASN: instansi yang mengawasi", page.text), page.text
    assert re.search(r": 2\..*?: BKPSDM Kabupaten Contoh Bukan ASN", page.text), page.text
    assert "belum ada instansi yang cocok dalam daftar Kepala desa" in page.text


async def test_one_letter_recommends_each_their_own(town: Town, visit: Visits) -> None:
    people = [person(number) for number in (1, 2, 3)]
    case = (await forwarded_case(town, *people)).id
    maya = await visit("maya")
    form = (await form_of(maya, case, "referral", "recommend")).form()
    second, third = (form.pick("others_second", f"{number}. ") for number in (2, 3))
    values = {
        "letter_in_subject": "Hasil pemeriksaan",
        "recommended": "discipline_heavy",
        "follow_up_office": str(town.offices["bkpsdm"]),
        "others": [],
        "recommended_second": "moral_open",
        "others_second": [second],
        "recommended_third": "examine",
    }
    wrong = await maya.send(form, values)
    assert wrong.status == 422
    assert "Centang terlapor yang dimaksud" in wrong.text
    twice = await maya.send(form, {**values, "others_third": [second]})
    assert "hanya dapat dicentang satu kali" in twice.text
    done = await maya.send(form, {**values, "others_third": [third]})
    assert done.address == f"/perkara/{case}", done.text
    async with reading(town.maya) as c:
        said = await c.fetch("SELECT level FROM sanction ORDER BY respondent")
        letters = await c.fetchval("SELECT count(*) FROM letter WHERE direction = 'in'")
        told = await c.fetch(
            "SELECT details ->> 'recommended' AS word FROM event"
            " WHERE name = 'referral.recommend' ORDER BY proceeding"
        )
    assert [row["level"] for row in said] == ["discipline_heavy", "moral_open", "examine"]
    assert [row["word"] for row in told] == ["discipline_heavy", "moral_open", "examine"]
    assert letters == 1


async def test_what_an_authority_says_after_its_end_is_asked_about(
    town: Town, visit: Visits
) -> None:
    sent = Moment.day(date(2024, 7, 1), ZONE)
    case = (await make_case(town, received=900)).id
    await forward_as_usual(town, case, sent, to="kasn")
    rina = await visit("rina")
    form = (await form_of(rina, case, "referral", "recommend")).form()
    values = {
        "letter_in_number": "R-77/KASN/9/2024",
        **day_of("2 September 2024", "letter_in_date"),
        "letter_in_subject": "Hasil",
        "recommended": "discipline_heavy",
        "follow_up_office": str(town.offices["bkpsdm"]),
        "reason": "Surat tiba setelah KASN berakhir.",
    }
    asked = await rina.send(form, values)
    assert asked.status == 409
    assert "sudah tidak berwenang pada tanggal itu" in asked.text
    passed = {"overrides": ["authority_valid"], "override_basis": "Surat KASN itu sendiri"}
    done = await rina.send(asked.form(), passed)
    assert "Dasar: Surat KASN itu sendiri" in done.text, done.text
