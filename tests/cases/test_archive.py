"""Static archives over HTTP: prepared case by case, handed over with minutes, frozen by them."""

from datetime import timedelta

import asyncpg
import httpx
import pytest

from netralitas import clock
from netralitas.cases.answers import Answers
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import EVERYTHING, reading, writing
from tests.cases.conftest import Statements, Visits
from tests.cases.test_bundle import FROM_HERE
from tests.documents.papers import together
from tests.make import Town, letter, make_case, move
from tests.pages import PDF, Browser, Page

HOME = "/perkara/arsip"
PARTIES = {
    "receiver": "Dinas Arsip Kabupaten Contoh",
    "verification": "Nomor 045/12 tanggal 2 Juni 2025",
    "giver": "Sari Kusumawati",
    "giver_post": "Ketua",
    "taker": "Arif Arsiparis",
    "taker_post": "Kepala Dinas",
}


async def _ended(town: Town) -> int:
    """A case in which nothing goes on any more."""
    case = (await make_case(town)).id
    answers = Answers(letter_in=letter("Pencabutan"))
    await move(town.rina, case, "withdraw", note="Surat pencabutan pelapor.", answers=answers)
    return case


async def _begun(browser: Browser) -> tuple[str, Page]:
    form = (await browser.go(f"{HOME}/baru")).form()
    page = await browser.send(form, PARTIES)
    async with reading(EVERYTHING) as c:
        latest = await c.fetchval("SELECT max(id) FROM archive_handover")
    return f"{HOME}/{latest}", page


async def _added(browser: Browser, here: str, *cases: int) -> Page:
    form = (await browser.go(f"{here}/perkara")).form()
    return await browser.send(form, cases=[str(case) for case in cases])


async def _file(browser: Browser, address: str) -> httpx.Response:
    return await browser.client.get(address)


async def test_a_case_is_handed_over_with_minutes_that_name_the_digest_of_its_bundle(
    town: Town, visit: Visits
) -> None:
    case = await _ended(town)
    sari = await visit("sari")
    assert "Belum ada penyerahan arsip" in (await sari.go(HOME)).text
    here, page = await _begun(sari)
    assert "Dinas Arsip Kabupaten Contoh" in page.text
    assert "Tambahkan perkara" in page.text
    assert "Unduh bundel" in (await _added(sari, here, case)).text
    before = (await _file(sari, f"{here}/bundel/{case}")).content
    done = await sari.send((await sari.go(f"{here}/penyerahan")).form())
    assert "Unduh berita acara (PDF)" in done.text
    minutes = together((await _file(sari, f"{here}/berita-acara.pdf")).content)
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow("SELECT * FROM archived_case WHERE case_file = $1", case)
    assert row["bundle"].hex() in minutes
    assert "ArifArsiparis" in minutes
    assert "perlukonfirmasi" in minutes
    assert "Perkara diserahkan sebagai arsip statis." in (await sari.go(f"/perkara/{case}")).text
    assert (await _file(sari, f"{here}/bundel/{case}")).content == before
    signed = (await sari.go(f"{here}/pindaian/baru")).form()
    assert "Unduh pindaian" in (await sari.send(signed, scan=PDF)).text
    assert (await _file(sari, f"{here}/pindaian")).content == PDF


async def test_what_still_goes_on_is_not_offered_and_not_taken(town: Town, visit: Visits) -> None:
    going = (await make_case(town)).id
    sari = await visit("sari")
    here, _ = await _begun(sari)
    page = await sari.go(f"{here}/perkara")
    assert "Belum ada perkara yang dapat diserahkan" in page.text
    answer = await sari.client.post(
        f"{here}/perkara", data={"cases": str(going)}, headers=FROM_HERE
    )
    assert answer.status_code == 422
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM archived_case") == 0


async def test_a_case_goes_into_one_hand_over_only_and_may_be_taken_out_before_the_minutes(
    town: Town, visit: Visits
) -> None:
    case = await _ended(town)
    rina = await visit("rina")
    first, _ = await _begun(rina)
    second, _ = await _begun(rina)
    await _added(rina, first, case)
    assert "Belum ada perkara yang dapat" in (await rina.go(f"{second}/perkara")).text
    taken = await rina.client.post(f"{first}/perkara/{case}/keluarkan", headers=FROM_HERE)
    assert taken.status_code == 303
    assert "Unduh bundel" in (await _added(rina, second, case)).text


async def test_minutes_of_nothing_and_minutes_twice_are_refused(town: Town, visit: Visits) -> None:
    case = await _ended(town)
    sari = await visit("sari")
    here, _ = await _begun(sari)
    closing = (await sari.go(f"{here}/penyerahan")).form()
    empty = await sari.send(closing)
    assert empty.status == 422
    assert "Belum ada perkara dalam penyerahan ini." in empty.text
    await _added(sari, here, case)
    await sari.send(closing)
    again = await sari.send(closing)
    assert again.status == 422
    assert "sudah ditutup dengan berita acara" in again.text


async def test_a_day_to_come_is_refused_and_what_was_typed_stays(town: Town, visit: Visits) -> None:
    sari = await visit("sari")
    here, _ = await _begun(sari)
    tomorrow = clock.now() + timedelta(days=2)
    form = (await sari.go(f"{here}/penyerahan")).form()
    day, month, year = str(tomorrow.day), str(tomorrow.month), str(tomorrow.year)
    values = {"on-day": day, "on-month": month, "on-year": year}
    refused = await sari.send(form, values)
    assert refused.status == 422
    assert refused.form().values["on-year"] == [year]


async def test_the_database_lets_nothing_in_or_out_after_the_minutes(
    town: Town, visit: Visits
) -> None:
    case = await _ended(town)
    sari = await visit("sari")
    here, _ = await _begun(sari)
    await _added(sari, here, case)
    await sari.send((await sari.go(f"{here}/penyerahan")).form())
    for statement in (
        "DELETE FROM archived_case",
        "UPDATE archive_handover SET number = 'lain'",
        "UPDATE archive_handover SET closed_at = NULL",
    ):
        with pytest.raises(asyncpg.PostgresError):
            async with writing(town.sari) as c:
                await c.execute(statement)


async def test_who_is_kept_out_of_a_case_does_not_see_the_hand_over_that_holds_it(
    town: Town, visit: Visits
) -> None:
    case = await _ended(town)
    sari, bagas = await visit("sari"), await visit("bagas")
    here, _ = await _begun(sari)
    await _added(sari, here, case)
    assert (await bagas.go(here)).status == 200
    officer = town.actors["bagas"].officer
    await exclude(town.sari, case, officer, ExclusionGround.RELATED, "Kerabat.")
    assert (await bagas.go(here)).status == 404
    assert (await _file(bagas, f"{here}/bundel/{case}")).status_code == 404
    assert "Dinas Arsip" not in (await bagas.go(HOME)).text


async def test_only_its_own_office_takes_bundles_and_nobody_else_sees_the_list(
    town: Town, visit: Visits
) -> None:
    case = await _ended(town)
    here, _ = await _begun(await visit("rina"))
    await _added(await visit("rina"), here, case)
    galih, lain, dewa = await visit("galih"), await visit("lain"), await visit("dewa")
    assert (await galih.go(here)).status == 200
    assert (await _file(galih, f"{here}/bundel/{case}")).status_code == 403
    assert (await lain.go(here)).status == 404
    assert (await dewa.go(HOME)).status == 403


async def test_a_page_of_a_hand_over_takes_few_queries(
    town: Town, visit: Visits, statements: Statements
) -> None:
    cases = [await _ended(town) for _ in range(3)]
    rina = await visit("rina")
    here, _ = await _begun(rina)
    await _added(rina, here, *cases)
    statements.sent.clear()
    page = await rina.go(here)
    assert page.text.count("Unduh bundel") == 3
    assert len(statements.sent) <= 6
