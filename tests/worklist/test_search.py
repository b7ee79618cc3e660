"""The search: by number, NIP, name, unit and words; nothing typed stands open in an address."""

import io
import re

import pytest

from netralitas.cases.nip import NipSealer
from netralitas.web import logging
from tests.make import Town, forwarded_case, make_case, person
from tests.pages import Browser, Page
from tests.worklist.conftest import Statements, Visits, index

NIP = "197405122010011001"
SPACED = "19740512 201001 1 001"


async def search(browser: Browser, typed: str) -> Page:
    """Fill in the form found on the page, and send it."""
    form = (await browser.go("/perkara/cari")).form("/perkara/cari")
    return await browser.send(form, {"cari": typed})


def found(page: Page) -> list[int]:
    """The cases that were found, in their order."""
    return [int(case) for case in re.findall(r'number" href="/perkara/(\d+)"', page.html)]


async def test_a_number_is_found_whole_and_by_its_beginning(town: Town, visit: Visits) -> None:
    opened = await make_case(town)
    other = await make_case(town, receipt_number="LAMA/77/2019")
    browser = await visit("rina")
    assert found(await search(browser, opened.receipt)) == [opened.id]
    assert found(await search(browser, "LAMA/77")) == [other.id]
    assert found(await search(browser, "77/2019")) == []
    assert found(await search(browser, "%")) == []


async def test_a_nip_is_found_by_its_digest_and_stands_nowhere(
    town: Town, visit: Visits, sealer: NipSealer
) -> None:
    opened = await make_case(town, person(1, nip=sealer.seal(NIP)))
    await make_case(town, person(2))
    log = io.StringIO()
    logging.configure(demo=False, stream=log)
    browser = await visit("rina")
    for typed in (NIP, SPACED):
        sent = await browser.client.post(
            "/perkara/cari", data={"cari": typed}, headers={"Sec-Fetch-Site": "same-origin"}
        )
        assert sent.status_code == 303
        shown = await browser.go(sent.headers["location"])
        assert found(shown) == [opened.id]
        assert "NIP yang berakhir 1001" in shown.text
        for place in (sent.headers["location"], shown.html, str(shown.headers), log.getvalue()):
            assert NIP not in place.replace(" ", "")
            assert "19740512" not in place


async def test_names_and_units_and_words_are_found(town: Town, visit: Visits) -> None:
    opened = await make_case(
        town, person(1, name="Sulistyo Ajiputra", unit="Dinas Perikanan"), subject="Bagi sembako"
    )
    await index(opened.id)
    browser = await visit("rina")
    for typed in ("Ajiputra", "perikanan", "sembako", "sulistyo perikanan"):
        assert found(await search(browser, typed)) == [opened.id], typed
    assert found(await search(browser, "kelautan")) == []


async def test_a_name_typed_stands_in_no_address(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    answer = await browser.client.post(
        "/perkara/cari", data={"cari": "Ajiputra"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert "jiputra" not in answer.headers["location"]
    assert 'value="Ajiputra"' in (await browser.go(answer.headers["location"])).html


async def test_words_in_the_address_are_refused_with_a_sentence(town: Town, visit: Visits) -> None:
    await make_case(town)
    page = await (await visit("rina")).go(f"/perkara/cari?q={NIP}")
    assert page.status == 200
    assert "Kata pencarian tidak dibaca dari alamat halaman" in page.text
    assert NIP not in page.html
    assert found(page) == []
    assert page.form("/perkara/cari").values["cari"] == [""]


async def test_an_address_of_another_officer_finds_nothing(town: Town, visit: Visits) -> None:
    opened = await make_case(town, receipt_number="LAMA/1")
    rina, bagas = await visit("rina"), await visit("bagas")
    answer = await rina.client.post(
        "/perkara/cari", data={"cari": "LAMA/1"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    location = answer.headers["location"]
    assert found(await rina.go(location)) == [opened.id]
    borrowed = await bagas.go(location)
    assert found(borrowed) == []
    assert "Alamat pencarian ini tidak berlaku lagi" in borrowed.text


async def test_another_office_finds_nothing_of_ours(
    town: Town, visit: Visits, sealer: NipSealer
) -> None:
    opened = await make_case(town, person(1, name="Sulistyo Ajiputra", nip=sealer.seal(NIP)))
    await index(opened.id)
    for login in ("lain", "maya", "dewa"):
        for typed in (opened.receipt, "Ajiputra", NIP):
            assert found(await search(await visit(login), typed)) == [], (login, typed)


async def test_who_does_not_read_subjects_finds_by_number_only(
    town: Town, visit: Visits, sealer: NipSealer
) -> None:
    opened = await forwarded_case(town, person(1, name="Sulistyo Ajiputra", nip=sealer.seal(NIP)))
    await index(opened.id)
    browser = await visit("wulan")
    assert found(await search(browser, "Ajiputra")) == []
    assert found(await search(browser, NIP)) == []
    shown = await search(browser, opened.receipt)
    assert found(shown) == [opened.id]
    assert "Perihal tidak ditampilkan" in shown.text


async def test_a_receiver_finds_what_was_handed_over(
    town: Town, visit: Visits, sealer: NipSealer
) -> None:
    opened = await forwarded_case(town, person(1, nip=sealer.seal(NIP)))
    assert found(await search(await visit("maya"), NIP)) == [opened.id]


@pytest.mark.parametrize("typed", ["", "  ", "19740512201001100", "\u202exyz", "a" * 300, "\x00"])
async def test_bad_input_comes_back_with_a_sentence(town: Town, visit: Visits, typed: str) -> None:
    page = await search(await visit("rina"), typed)
    assert page.status == 422
    assert "Ada yang perlu diperbaiki" in page.text


@pytest.mark.parametrize("typed", ["😀", "' OR 1=1 --", "a & b | !", '"buka', "():*", "<script>"])
async def test_odd_words_find_nothing_and_break_nothing(
    town: Town, visit: Visits, typed: str
) -> None:
    page = await search(await visit("rina"), typed)
    assert page.status == 200
    assert "Tidak ada perkara untuk" in page.text
    assert "<script>" not in page.html.replace("<script src=", "")


async def test_searching_asks_few_questions(
    town: Town, visit: Visits, statements: Statements
) -> None:
    for number in range(5):
        await make_case(town, receipt_number=f"LAMA/{number}")
    browser = await visit("rina")
    statements.sent.clear()
    page = await search(browser, "LAMA/")
    assert len(found(page)) == 5
    assert len(statements.sent) <= 2 + 1 + 12, statements.sent  # form, POST, result
