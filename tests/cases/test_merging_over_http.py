"""Hints, mergers and splits as a person meets them."""

import pytest

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import EVERYTHING, reading
from tests.cases.conftest import Statements, Visits
from tests.cases.test_likeness import index
from tests.conftest import Database
from tests.make import Town, make_case, person
from tests.pages import Browser

FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}
WHY = "Kedua laporan tentang deklarasi yang sama."


async def test_a_likely_duplicate_is_found_merged_and_taken_apart_again(
    town: Town, visit: Visits, engine: Database
) -> None:
    first, second = (await make_case(town)), (await make_case(town))
    await index(engine, first.id, second.id)
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{second.id}")
    page = await rina.go(page.link("Perkara yang mirip"))
    assert first.receipt in page.text
    assert "nama terlapor mirip, kejadian sama" in page.text
    page = await rina.go(page.link("Gabungkan ke perkara ini"))
    form = page.form("penggabungan")
    assert form.values["number"] == [first.receipt]
    done = await rina.send(form, {"reason": WHY})
    assert done.address == f"/perkara/{second.id}", done.text
    assert f"penanganannya dilanjutkan di {first.receipt}" in done.text
    assert "Mulai kajian awal" not in done.links
    page = await rina.go(f"/perkara/{first.id}")
    assert f"Digabung ke perkara ini: {second.receipt}" in page.text
    assert "Seluruhnya 2 laporan atau informasi tentang peristiwa ini." in page.text
    lists = await rina.go("/perkara")
    assert first.receipt in lists.text
    assert second.receipt not in lists.text
    page = await rina.go((await rina.go(f"/perkara/{second.id}")).link("Batalkan penggabungan"))
    done = await rina.send(page.form("pembatalan"), {"reason": "Ternyata dua peristiwa."})
    assert done.address == f"/perkara/{second.id}", done.text
    assert "Mulai kajian awal" in done.links
    assert "penanganannya dilanjutkan di" not in done.text.split("Kronologi")[0]
    assert second.receipt in (await rina.go("/perkara")).text


async def test_what_was_typed_stays_and_the_rule_is_said(town: Town, visit: Visits) -> None:
    case = await make_case(town)
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case.id}/penggabungan")
    for number, said in (
        ("", "wajib"),
        ("000/tidak/ada", "tidak ditemukan di antara perkara kantor Anda"),
        (case.receipt, "Pilih perkara lain daripada perkara ini."),
    ):
        again = await rina.send(page.form("penggabungan"), {"number": number, "reason": WHY})
        assert again.status == 422, again.text
        assert said in again.text.lower() or said in again.text
        assert again.form("penggabungan").values["reason"] == [WHY]


async def test_a_form_that_others_overtook_says_so(town: Town, visit: Visits) -> None:
    first, second = (await make_case(town)), (await make_case(town))
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{second.id}/penggabungan?ke={first.id}")
    other = await rina.go((await rina.go(f"/perkara/{second.id}")).link("Mulai kajian awal"))
    await rina.send(other.form())
    again = await rina.send(page.form("penggabungan"), {"reason": WHY})
    assert again.status == 409
    assert "Kajian awal dimulai" in again.text
    done = await rina.send(again.form("penggabungan"))
    assert done.address == f"/perkara/{second.id}", done.text


async def test_one_matter_becomes_two(town: Town, visit: Visits) -> None:
    case = await make_case(town, person(1), person(2))
    rina = await visit("rina")
    page = await rina.go((await rina.go(f"/perkara/{case.id}")).link("Pisahkan sebagian terlapor"))
    form = page.form("pemisahan")
    everybody = [value for value, _ in form.options["respondents"]]
    again = await rina.send(form, {"respondents": everybody, "reason": "Peristiwa lain."})
    assert again.status == 422
    assert "sekurang-kurangnya satu pindah dan satu tinggal" in again.text
    done = await rina.send(form, {"respondents": everybody[1:], "reason": "Peristiwa lain."})
    assert done.address != f"/perkara/{case.id}"
    assert done.address.startswith("/perkara/")
    assert f"Nomor terdahulu: {case.receipt}" in done.text
    assert "Terlapor Contoh 2" in done.text
    assert "Terlapor Contoh 1" not in done.text
    assert f"Dipisahkan dari perkara: {case.receipt}" in done.text
    page = await rina.go(f"/perkara/{case.id}")
    assert "Perkara hasil pemisahan:" in page.text
    assert "Terlapor Contoh 2" not in page.text
    alone = await rina.go(f"/perkara/{case.id}/pemisahan")
    assert "hanya tentang satu terlapor" in alone.text
    listed = await rina.go("/perkara")
    assert "tanpa nomor" not in listed.text.lower()


@pytest.mark.parametrize("login", ["sari", "nita", "galih"])
async def test_others_read_and_are_offered_nothing(town: Town, visit: Visits, login: str) -> None:
    case = await make_case(town, person(1), person(2))
    browser = await visit(login)
    page = await browser.go(f"/perkara/{case.id}")
    assert "Gabungkan ke perkara lain" not in page.links
    refused = await browser.go(f"/perkara/{case.id}/penggabungan")
    assert refused.status == 403
    assert "digabung dan dipisah oleh staf penanganan pelanggaran" in refused.text


async def typed(browser: Browser, **fields: str) -> str:
    answer = await browser.client.post(
        "/perkara/baru/kemiripan",
        data=fields,
        headers=FRAGMENT | {"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_while_typing_the_desk_is_told_what_it_resembles(
    town: Town, visit: Visits, engine: Database
) -> None:
    post = "https://www.instagram.com/p/AbC/"
    named = await make_case(town, person(name="Rudi Hartono"))
    linked = await make_case(town, person(name="Ani"), description=f"Menyukai {post}")
    await index(engine, named.id, linked.id)
    rina = await visit("rina")
    fields = {"name": "Ani", "terlapor-1-name": "RUDI HARTONO, S.E.", "nip": "12", "act-day": "x"}
    said = await typed(rina, **fields)
    assert f"/perkara/{named.id}" in said
    assert "<html" not in said
    said = await typed(rina, description=f"Lihat {post}?igsh=1")
    assert f"/perkara/{linked.id}" in said
    assert f"/perkara/{named.id}" not in said
    assert "Perkara yang mirip" not in await typed(rina, reporter_name="Rudi Hartono")
    assert "Perkara yang mirip" not in await typed(await visit("lain"), name="Rudi Hartono")


async def test_the_pages_ask_little_of_the_database(
    town: Town, visit: Visits, engine: Database, statements: Statements
) -> None:
    cases = [(await make_case(town)).id for _ in range(8)]
    await index(engine, *cases)
    rina = await visit("rina")
    await rina.go(f"/perkara/{cases[0]}")  # the driver looks up types it meets for the first time
    for path in ("", "/kemiripan", "/penggabungan", "/pemisahan"):
        statements.sent.clear()
        page = await rina.go(f"/perkara/{cases[0]}{path}")
        assert page.status == 200
        assert len(statements.sent) <= 12, (path, statements.sent)
    statements.sent.clear()
    await typed(rina, name="Terlapor Contoh 1")
    assert len(statements.sent) <= 4, statements.sent


async def test_the_case_that_goes_on_is_told_of_no_case_that_its_reader_does_not_see(
    town: Town, visit: Visits
) -> None:
    first, second = (await make_case(town)), (await make_case(town))
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{second.id}/penggabungan?ke={first.id}")
    await rina.send(page.form("penggabungan"), {"reason": WHY})
    await exclude(town.sari, first.id, town.bagas.officer, ExclusionGround.RELATED, "Ipar.")
    bagas = await visit("bagas")
    page = await bagas.go(f"/perkara/{second.id}")
    assert "penanganannya dilanjutkan di perkara lain" in page.text
    assert first.receipt not in page.text
    assert f"/perkara/{first.id}" not in page.links.values()
    assert (await bagas.go(f"/perkara/{second.id}/penggabungan/pembatalan")).status == 200
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM merger WHERE undone_by IS NULL") == 1
