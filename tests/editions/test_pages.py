"""The pages of the administration over HTTP: what is in force, what was changed, by whom."""

import pytest

from netralitas.access.domain import Role
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.editions.queries import history
from tests.cases.conftest import Visits
from tests.editions.steps import add_holiday, next_workday, save
from tests.make import add_person, make_case


async def test_the_administrator_finds_the_way_from_home(visit: Visits) -> None:
    hadi = await visit("hadi")
    home = await hadi.go("/beranda")
    assert home.link("Administrasi") == "/administrasi"
    index = await hadi.go(home.link("Buka administrasi"))
    page = await hadi.go(index.link("Hukum dan kalender"))
    assert page.status == 200
    assert page.headings[0] == "Hukum dan kalender"
    assert "edisi 1" in page.text
    assert "Data bawaan versi aplikasi" in page.text
    assert "Tidak ada tenggat terbuka." in page.text


async def test_the_shipped_edition_is_told_page_by_page(visit: Visits) -> None:
    hadi = await visit("hadi")
    first = await hadi.go("/administrasi/hukum/edisi/1")
    assert first.status == 200
    assert "Isi baru" in first.text
    second = await hadi.go(first.link("Berikutnya"))
    assert second.status == 200
    assert second.headings[0] == "Edisi 1"
    assert second.text != first.text


async def test_an_edition_that_never_was_is_not_there(visit: Visits) -> None:
    hadi = await visit("hadi")
    for number in ("0", "2", "999999999999"):
        assert (await hadi.go(f"/administrasi/hukum/edisi/{number}")).status == 404


async def test_only_an_administrator_of_bawaslu_opens_them(visit: Visits) -> None:
    for login in ("rina", "sari", "dewa"):
        browser = await visit(login)
        for address in ("/administrasi", "/administrasi/hukum", "/administrasi/hukum/kalender"):
            assert (await browser.go(address)).status == 403


async def test_a_saved_day_off_stands_in_the_history_with_reason_and_name(visit: Visits) -> None:
    hadi = await visit("hadi")
    await make_case(visit.town)
    preview = await add_holiday(hadi, next_workday(), name="Cuti bersama tambahan")
    page = await save(hadi, preview)
    assert page.address == "/administrasi/hukum"
    assert "Tersimpan sebagai edisi 2" in page.text
    assert "Memperbarui tenggat:" in page.text
    assert "Hadi Nugraha" in page.text
    assert "Menurut keputusan tiga menteri." in page.text
    edition = await hadi.go(page.link("Edisi 2"))
    assert "Cuti bersama tambahan (cuti bersama)" in edition.text
    assert "Isi baru" in edition.text


async def test_the_day_off_is_in_the_year_and_can_be_withdrawn(visit: Visits) -> None:
    hadi, on = await visit("hadi"), next_workday()
    await save(hadi, await add_holiday(hadi, on, name="Cuti bersama tambahan"))
    year = await hadi.go(f"/administrasi/hukum/kalender?tahun={on.year}")
    assert "Cuti bersama tambahan" in year.text
    form = (await hadi.go(f"/administrasi/hukum/hari-libur/{on.isoformat()}/cabut")).form()
    refused = await hadi.send(form, reason="")
    assert refused.status == 422
    assert "Tuliskan alasan perubahan." in refused.text
    preview = await hadi.send(form, reason="Keputusannya dicabut.")
    assert "Isi yang dicabut" in preview.text
    unsure = await hadi.send(preview.form())
    assert unsure.status == 422
    assert "Centang bahwa hal ini memang dimaksud" in unsure.text
    page = await hadi.send(unsure.form(), confirmed=["withdrawn"])
    assert "Tersimpan sebagai edisi 3" in page.text
    year = await hadi.go(f"/administrasi/hukum/kalender?tahun={on.year}")
    assert "Cuti bersama tambahan" not in year.text


async def test_a_day_that_is_no_day_off_cannot_be_withdrawn(visit: Visits) -> None:
    hadi = await visit("hadi")
    for key in ("2024-09-03", "kapan", "2024-01-01@19"):
        page = await hadi.go(f"/administrasi/hukum/hari-libur/{key}/cabut")
        assert page.status == 404


async def test_the_history_has_pages(visit: Visits, monkeypatch: pytest.MonkeyPatch) -> None:
    hadi, on = await visit("hadi"), next_workday()
    await save(hadi, await add_holiday(hadi, on))
    monkeypatch.setattr(history, "EDITIONS", 1)
    first = await hadi.go("/administrasi/hukum")
    assert "Edisi 1" not in first.links
    second = await hadi.go(first.link("Berikutnya"))
    assert "Edisi 1" in second.links
    assert second.link("Sebelumnya") == "/administrasi/hukum"


async def test_an_administrator_of_another_kind_of_office_is_led_to_the_reference(
    visit: Visits,
) -> None:
    offices = visit.town.offices
    async with writing(EVERYTHING) as c:
        visit.town.actors["eka"] = await add_person(
            c, offices, "eka", "Eka Lestari", "bkpsdm", Role.ADMINISTRATOR
        )
    eka = await visit("eka")
    page = await eka.go("/administrasi")
    assert page.status == 200
    assert page.link("Hukum dan kalender") == "/referensi"
    assert (await eka.go("/administrasi/hukum")).status == 403
