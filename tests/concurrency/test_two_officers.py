"""Two officers at once: the slower one is told, loses nothing, and is stopped by no stranger."""

import asyncio
from typing import Any

import pytest

from netralitas.cases.answers import Answers
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from tests.cases.conftest import Visits
from tests.make import Town, days_ago, forwarded_case, make_case, move, paper, person, proceedings
from tests.pages import Browser, FoundForm, Page

TYPED = "Catatan panjang yang tidak boleh hilang."
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
YESTERDAY = days_ago(1)
LETTER = {
    "letter_in_number": "017/B/I/2026",
    "letter_in_subject": "Permintaan keterangan",
    "letter_in_date-day": str(YESTERDAY.day),
    "letter_in_date-month": str(YESTERDAY.month),
    "letter_in_date-year": str(YESTERDAY.year),
}


async def form_of(browser: Browser, case: int, proceeding: int, act: str) -> FoundForm:
    """The form of `langkah/CODE` or `fakta/CODE` on a proceeding."""
    noun, code = act.split("/")
    page = await browser.go(f"/perkara/{case}/{noun}/{proceeding}/{code}")
    assert page.status == 200, page.text
    return page.form()


async def post(browser: Browser, form: FoundForm, **typed: str) -> int:
    """Send a form as it stands, and say only which status came."""
    answer = await browser.client.post(
        form.action, data={**form.values, **typed}, headers=SAME_ORIGIN
    )
    return answer.status_code


async def states(case: int) -> list[str]:
    return [row["state"] for row in await proceedings(case)]


async def the_slower_one(visit: Visits, case: int, act: str, **typed: Any) -> Page:  # noqa: ANN401 - fields
    """Both open the form; Rina sends hers, then Bagas his: what he sees."""
    rina, bagas = await visit("rina"), await visit("bagas")
    [handling] = await proceedings(case)
    forms = [await form_of(browser, case, handling["id"], act) for browser in (rina, bagas)]
    assert await post(rina, forms[0], **typed) == 303
    return await bagas.send(forms[1], {**typed, "reason": TYPED})


async def test_the_slower_one_sees_who_did_what_and_keeps_what_was_typed(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    page = await the_slower_one(visit, case, "langkah/start_preliminary_study")
    assert page.status == 409
    assert "Perkara ini berubah sejak Anda membuka formulir" in page.text
    assert "dicatat oleh Rina Paramita, Bawaslu Kabupaten Contoh" in page.text
    assert page.form().values["reason"] == [TYPED]
    assert await states(case) == ["preliminary_study"]


async def test_what_is_still_right_can_be_sent_again_as_it_stands(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    page = await the_slower_one(visit, case, "fakta/letter_received", **LETTER)
    assert page.status == 409
    assert page.form().values["letter_in_number"] == [LETTER["letter_in_number"]]
    again = await (await visit("bagas")).send(page.form())
    assert (again.status, again.address) == (200, f"/perkara/{case}")
    async with reading(EVERYTHING) as c:
        notes = await c.fetch("SELECT text FROM event_note WHERE case_file = $1", case)
    assert TYPED in [row["text"] for row in notes]


async def test_what_is_no_longer_allowed_is_refused_with_its_rule_when_sent_again(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    page = await the_slower_one(visit, case, "langkah/start_preliminary_study")
    again = await (await visit("bagas")).send(page.form())
    assert again.status == 409
    assert "Langkah ini belum dapat dicatat" in again.text
    assert again.form().values["reason"] == [TYPED]
    assert await states(case) == ["preliminary_study"]


@pytest.mark.parametrize("clients", [2, 8])
async def test_of_many_at_the_same_moment_exactly_one_succeeds(
    town: Town, visit: Visits, clients: int
) -> None:
    case = (await make_case(town)).id
    [handling] = await proceedings(case)
    browsers = [await visit(("rina", "bagas")[number % 2]) for number in range(clients)]
    act = "langkah/start_preliminary_study"
    forms = [await form_of(browser, case, handling["id"], act) for browser in browsers]
    sent = await asyncio.gather(*map(post, browsers, forms))
    assert sorted(sent) == [303, *[409] * (clients - 1)]
    assert [row["version"] for row in await proceedings(case)] == [handling["version"] + 1]


async def test_proceedings_of_one_case_do_not_make_each_other_stale(
    town: Town, visit: Visits
) -> None:
    case = (await forwarded_case(town, person(1), person(2))).id
    handling, first, second = [row["id"] for row in await proceedings(case)]
    rina, maya = await visit("rina"), await visit("maya")
    on_handling = await form_of(rina, case, handling, "fakta/letter_received")
    on_first = await form_of(maya, case, first, "langkah/receive")
    on_second = await form_of(maya, case, second, "langkah/receive")
    assert await post(maya, on_second) == 303
    assert await post(maya, on_first) == 303
    assert await post(rina, on_handling, **LETTER) == 303
    assert await states(case) == ["forwarded", "received", "received"]


async def test_at_the_same_moment_too(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town, person(1), person(2))).id
    handling, first, second = [row["id"] for row in await proceedings(case)]
    rina, maya = await visit("rina"), await visit("maya")
    sent = await asyncio.gather(
        post(rina, await form_of(rina, case, handling, "fakta/letter_received"), **LETTER),
        post(maya, await form_of(maya, case, first, "langkah/receive")),
        post(maya, await form_of(maya, case, second, "langkah/receive")),
    )
    assert list(sent) == [303, 303, 303]


async def ready_to_register(town: Town) -> int:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    return case


async def test_six_registrations_at_once_and_two_that_fail_leave_no_gap(
    town: Town, visit: Visits
) -> None:
    cases = [await ready_to_register(town) for _ in range(6)]
    browsers = [await visit(("rina", "bagas")[number % 2]) for number in range(8)]
    forms = []
    for browser, case in zip(browsers, [*cases, cases[0], cases[1]], strict=True):
        [handling] = await proceedings(case)
        forms.append(await form_of(browser, case, handling["id"], "langkah/register"))
    sent = await asyncio.gather(*map(post, browsers, forms))
    assert sorted(sent) == [303] * 6 + [409] * 2
    async with reading(EVERYTHING) as c:
        given = await c.fetch(
            "SELECT n.serial, s.last_serial FROM number n JOIN number_series s ON s.id = n.series"
            " WHERE s.kind LIKE 'register%' ORDER BY n.serial"
        )
        printed = await c.fetch("SELECT printed FROM case_number WHERE kind = 'register'")
    assert [tuple(row) for row in given] == [(serial, 6) for serial in range(1, 7)]
    assert len({row["printed"] for row in printed}) == 6
