"""Duties of an agreement that was made here can be ticked by activities of prevention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.agreements.commands import enter_agreement, tick_duty
from netralitas.agreements.content import NAMES, read
from netralitas.agreements.duties import owed, planned, theme_of
from netralitas.agreements.queries import duties_of
from netralitas.cases.domain import Theme
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.refusals import Invalid, RuleBroken
from tests.agreements.conftest import Partners, Visits
from tests.agreements.signed import of_the_town, signed
from tests.make import days_ago
from tests.prevention.world import hold, plan


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Sosialisasi Netralitas ASN", Theme.NEUTRALITY),
        ("Sosialisasi Anti Politik Uang di Lingkup ASN", Theme.MONEY_POLITICS),
        ("Sosialisasi Anti Kampanye Hitam (Black Campaign)", Theme.BLACK_CAMPAIGN),
        ("Netralitas dan politik uang", None),
        ("Pemutakhiran data pemilih", None),
    ],
)
def test_a_theme_is_what_the_words_name(text: str, theme: Theme | None) -> None:
    assert theme_of(text) is theme


@given(st.text())
def test_any_text_has_at_most_one_theme(text: str) -> None:
    assert theme_of(text) in {None, *Theme}


@pytest.mark.parametrize("name", NAMES)
def test_each_duty_of_a_real_agreement_is_offered_once(name: str) -> None:
    found = owed(read(name))
    assert found
    assert len({each.at for each in found}) == len(found)
    assert list(planned(read(name))) == []  # nobody there has an office in this register


async def test_duties_come_with_the_signing_and_are_ticked(
    partners: Partners, visit: Visits
) -> None:
    number = await signed(partners, "belitung_timur")
    async with reading(EVERYTHING) as c:
        found = await duties_of(c, number)
    kab = partners.town.offices["kab"]
    amounts = {
        theme: tuple(
            sum(d.theme is theme and (d.organisation == kab) is own for d in found)
            for own in (True, False)
        )
        for theme in Theme
    }
    assert amounts == {
        Theme.NEUTRALITY: (6, 6),
        Theme.MONEY_POLITICS: (4, 6),
        Theme.BLACK_CAMPAIGN: (5, 6),
    }
    ours = next(d for d in found if d.theme is Theme.NEUTRALITY and d.organisation == kab)
    activity = await plan(partners, agreement=number, planned_on=days_ago(100))
    await hold(partners, activity, held_on=days_ago(90), dinas=3, duties=(ours.id,))
    page = await (await visit("dewa")).go(f"/kerja-sama/{number}")
    assert "1 dari 6 tugas pernah dilaksanakan" in page.text
    assert "1 kali, terakhir" in page.text


async def test_a_duty_of_an_article_is_ticked_once_its_theme_is_chosen(
    partners: Partners, visit: Visits
) -> None:
    number = await signed(partners, "kudus")
    sari = await visit("sari")
    here = f"/kerja-sama/{number}"
    form = (await sari.go(f"{here}/tugas")).form(f"{here}/tugas")
    at = form.options["at"][1][0]
    page = await sari.send(form, at=at, theme="neutrality")
    assert page.status == 200
    assert "Tugas dapat ditandai untuk tema" in page.text
    assert "0 dari 1 tugas pernah dilaksanakan" in page.text
    again = await sari.send(form, at=at, theme="neutrality")
    assert again.status == 409
    with pytest.raises(Invalid):
        await tick_duty(partners.sari, number, "Pasal 999", Theme.NEUTRALITY)
    drafted = await enter_agreement(partners.sari, of_the_town(partners, "kudus"))
    with pytest.raises(RuleBroken, match="setelah kerja sama ditandatangani"):
        await tick_duty(partners.sari, drafted, at, Theme.NEUTRALITY)
