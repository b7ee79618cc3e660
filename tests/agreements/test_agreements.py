"""The register of agreements: who reads it, how long is left, which duties were done."""

from datetime import date, timedelta

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.agreements import model, words
from netralitas.agreements.commands import add_agreement_in
from netralitas.agreements.domain import (
    Cooperation,
    EndsBy,
    NewDuty,
    NewParty,
    Party,
    hold_whole,
)
from netralitas.cases.domain import Theme
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.refusals import RuleBroken
from tests.agreements.conftest import Partners, Statements, Visits
from tests.make import Town, days_ago
from tests.prevention.world import as_owner, duties, hold, nota, plan


def test_the_model_has_as_many_duties_as_the_work_plan_it_follows() -> None:
    found = model.duties(bawaslu=1, government=2)
    amounts = {
        theme: tuple(
            sum(d.theme is theme and d.organisation == side for d in found) for side in (1, 2)
        )
        for theme in Theme
    }
    assert amounts == {
        Theme.NEUTRALITY: (6, 6),
        Theme.MONEY_POLITICS: (4, 6),
        Theme.BLACK_CAMPAIGN: (5, 6),
    }
    assert len({(duty.theme, duty.organisation, duty.text) for duty in found}) == len(found)


@given(days=st.integers(-2000, 2000))
def test_how_long_is_left_agrees_with_the_calendar(days: int) -> None:
    today = date(2024, 9, 2)
    said, tone = words.left(today + timedelta(days=days), today)
    if days < 0:
        assert said.startswith("Berakhir")
        assert tone == "late"
    elif days == 0:
        assert (said, tone) == ("Hari terakhir", "soon")
    else:
        assert said.startswith("Sisa")
        assert tone == ("soon" if days <= words.SOON else "done")
    assert words.left(None, today) == ("Berlaku sampai tahapan selesai", "neutral")


def test_an_office_acts_for_the_nearest_party_above_it() -> None:
    cooperation = Cooperation(
        id=1,
        title="Kerja sama",
        signed_on=date(2022, 8, 23),
        parties=(
            Party(organisation=10, name="Bawaslu", ordinal=1),
            Party(organisation=20, name="Pemda", ordinal=2),
        ),
        readers=(10, 20),
    )
    assert cooperation.party_of((21, 20, 2)) == 20
    assert cooperation.party_of((10,)) == 10
    assert cooperation.party_of((2, 3)) is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"parties": ()}, "dua pihak"),
        ({"ends_on": None}, "hari terakhir"),
        ({"ends_by": EndsBy.STAGES}, "hari terakhir"),
        ({"ends_on": date(2020, 1, 1)}, "tidak boleh sebelum"),
        (
            {"duties": (NewDuty(theme=Theme.NEUTRALITY, organisation=99, text="Tugas"),)},
            "hanya dapat diberikan kepada pihak",
        ),
    ],
)
def test_an_agreement_that_contradicts_itself_is_refused(
    changes: dict[str, object], said: str
) -> None:
    town = Town(actors={}, offices={"kab": 1, "bkpsdm": 2})
    hold_whole(nota(town))
    with pytest.raises(RuleBroken, match=said):
        hold_whole(nota(town, **changes))


async def test_every_office_of_a_party_reads_an_agreement_and_nobody_else(
    partners: Partners,
) -> None:
    offices = partners.town.offices
    async with reading(EVERYTHING) as c:
        readers = await c.fetchval(
            "SELECT readers FROM agreement WHERE id = $1", partners.agreement
        )
    assert sorted(readers) == sorted([offices["kab"], offices["prov"], offices["bkpsdm"]])
    party = NewParty(organisation=offices["prov"], printed="1", capacity="Ketua")
    other = NewParty(organisation=offices["bkn"], printed="2", capacity="Kepala")
    async with as_owner() as c:
        wide = await add_agreement_in(c, nota(partners.town, parties=(party, other), duties=()))
        below = await c.fetchval("SELECT readers FROM agreement WHERE id = $1", wide)
    assert sorted(below) == sorted([offices["prov"], offices["kab"], offices["bkn"]])


async def test_the_application_cannot_write_duties_units_nor_what_was_signed(
    partners: Partners,
) -> None:
    for statement in (
        "DELETE FROM agreement",
        "DELETE FROM duty",
        "UPDATE duty SET text = 'x'",
        "UPDATE unit SET staff = 9999",
        "UPDATE agreement SET readers = '{}'",
        "UPDATE agreement_text SET version = 9",
        "DELETE FROM agreement_text",
        "UPDATE agreement_party SET organisation = 1",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with writing(partners.rina) as c:
                await c.execute(statement)
    with pytest.raises(asyncpg.PostgresError, match="is signed"):
        async with writing(partners.rina) as c:
            await c.execute("UPDATE agreement SET title = 'x'")


async def test_the_register_shows_numbers_capacities_and_what_is_left(
    partners: Partners, visit: Visits
) -> None:
    async with as_owner() as c:
        await add_agreement_in(
            c, nota(partners.town, title="Kerja sama lama", ends_on=days_ago(12), duties=())
        )
        stages = nota(
            partners.town, title="Sampai tahapan", ends_by=EndsBy.STAGES, ends_on=None, duties=()
        )
        await add_agreement_in(c, stages)
    for login in ("rina", "dewa", "galih"):
        page = await (await visit(login)).go("/kerja-sama")
        for said in (
            "019/HK.02/K.XX/08/2022",
            "007/NK/I/XX/2022",
            "Bupati",
            "Pihak kesatu",
            "23 Agustus 2022",
            "Berakhir 12 hari lalu",
            "Berlaku sampai tahapan selesai",
        ):
            assert said in page.text, (login, said)
        assert page.headings[1:] == [
            "Sampai tahapan",
            "Pengawasan partisipatif dan netralitas ASN",
            "Kerja sama lama",
        ]
    assert "Belum ada kerja sama" in (await (await visit("lain")).go("/kerja-sama")).text
    assert (await (await visit("hadi")).go("/kerja-sama")).status == 403


async def test_a_duty_that_an_activity_did_is_counted_for_both_parties(
    partners: Partners, visit: Visits
) -> None:
    ours, theirs = await duties(partners, "kab"), await duties(partners, "bkpsdm")
    first, last = [await plan(partners) for _ in range(2)]
    for activity, present in ((first, 3), (last, 4)):
        await hold(partners, activity, dinas=present, duties=(ours[0], theirs[5]))
    for login in ("rina", "dewa"):
        page = await (await visit(login)).go(f"/kerja-sama/{partners.agreement}")
        assert page.text.count("1 dari 6 tugas pernah dilaksanakan") == 2, login
        assert page.text.count("2 kali, terakhir") == 2
        assert "2 kegiatan terlaksana dalam kerja sama ini" in page.text
        assert page.html.count(f'href="/pencegahan/kegiatan/{last}"') == 2
        assert page.text.count("Kegiatan yang melaksanakannya") == 2
        assert page.text.count("Belum pernah dilaksanakan") == 6 + 6 + 4 + 6 + 5 + 6 - 2


async def test_an_agreement_of_others_is_not_there(partners: Partners, visit: Visits) -> None:
    stranger = await visit("lain")
    assert (await stranger.go(f"/kerja-sama/{partners.agreement}")).status == 404
    assert (await stranger.go("/kerja-sama/99999999999999999999")).status == 404
    assert (await (await visit("rina")).go("/kerja-sama/999999")).status == 404


@pytest.mark.parametrize("address", ["/kerja-sama", "/kerja-sama/{agreement}"])
async def test_a_page_asks_the_same_number_of_questions_however_much_there_is(
    partners: Partners, visit: Visits, statements: Statements, address: str
) -> None:
    address = address.format(agreement=partners.agreement)
    browser = await visit("rina")
    await browser.go(address)
    statements.sent.clear()
    assert (await browser.go(address)).status == 200
    few = len(statements.sent)
    ticked = await duties(partners, "kab")
    for _ in range(3):
        async with as_owner() as c:
            await add_agreement_in(c, nota(partners.town))
        await hold(partners, await plan(partners), dinas=3, duties=ticked)
    statements.sent.clear()
    await browser.go(address)
    assert len(statements.sent) == few
    assert few <= 12, statements.sent
