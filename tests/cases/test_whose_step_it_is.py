"""Whose move or fact it is: said before any form is shown or read, and by the command as well."""

import pytest

from netralitas.cases.answers import Answers
from netralitas.refusals import NotAllowed
from tests.cases.conftest import Visits
from tests.make import Town, fact, letter, make_case, move, proceedings


async def address(case: int, noun: str, code: str) -> str:
    """Where the form of a move or fact on the handling is."""
    return f"/perkara/{case}/{noun}/{(await proceedings(case))[0]['id']}/{code}"


@pytest.mark.parametrize(
    ("login", "noun", "code", "said"),
    [
        ("sari", "langkah", "start_preliminary_study", "Langkah ini dilakukan oleh staf"),
        ("rina", "langkah", "take_over", "Langkah ini dilakukan oleh anggota Bawaslu tingkat atas"),
        ("sari", "langkah", "register", "Langkah ini dilakukan oleh staf"),
        ("wulan", "fakta", "letter_received", "Fakta ini dicatat oleh staf"),
    ],
)
async def test_who_holds_another_post_is_told_whose_it_is_before_any_form(
    town: Town, visit: Visits, login: str, noun: str, code: str, said: str
) -> None:
    case = (await make_case(town)).id
    browser = await visit(login)
    where = await address(case, noun, code)
    shown = await browser.go(where)
    assert shown.status == 403
    assert said in shown.text
    sent = await browser.client.post(where, headers={"Sec-Fetch-Site": "same-origin"})
    assert sent.status_code == 403
    assert said in sent.text


async def test_a_command_refuses_who_holds_another_post_as_the_page_does(town: Town) -> None:
    case = (await make_case(town)).id
    with pytest.raises(NotAllowed, match="Langkah ini dilakukan oleh staf"):
        await move(town.sari, case, "start_preliminary_study")
    with pytest.raises(NotAllowed, match="Fakta ini dicatat oleh staf"):
        await fact(town.wulan, case, "letter_received", Answers(letter_in=letter()))


async def test_a_fact_out_of_place_says_why_and_shows_no_form(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    page = await (await visit("rina")).go(await address(case, "fakta", "second_invitation"))
    assert page.status == 200
    assert "tidak dapat dicatat pada tahap" in page.text
    assert not [form for form in page.forms if "/fakta/" in form.action]
    assert "Kembali ke perkara" in page.links
