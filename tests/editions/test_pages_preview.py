"""The preview over HTTP: every deadline that moves, and what happens to it meanwhile."""

from datetime import date

import pytest

from netralitas.database.transactions import EVERYTHING, writing
from netralitas.editions import previewing
from netralitas.law.domain import Regime
from tests.cases.conftest import Visits
from tests.editions.conftest import change, day_off, recount
from tests.editions.steps import LAW, add_holiday, next_workday, save
from tests.make import make_case

FREE = date(2027, 6, 23)


async def test_each_deadline_is_listed_with_its_case_from_when_to_when(visit: Visits) -> None:
    case = await make_case(visit.town, regime=Regime.PEMILU)
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, next_workday())
    assert case.receipt in preview.text
    assert "Kajian awal" in preview.text
    assert "hari kemudian" in preview.text
    assert "1 tenggat bergeser, dari 1 tenggat terbuka" in preview.text
    assert case.receipt not in preview.links, "administrators read no case"
    assert "Hadir pada deklarasi" not in preview.text
    assert preview.html == (await hadi.go(preview.address)).html


async def test_without_a_moving_deadline_it_says_so(visit: Visits) -> None:
    preview = await add_holiday(await visit("hadi"), FREE)
    assert "Tidak ada tenggat yang berubah" in preview.text


async def test_a_long_list_has_pages_and_each_deadline_stands_on_one(
    visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previewing, "PAGE", 2)
    cases = [await make_case(visit.town, regime=Regime.PEMILU) for _ in range(5)]
    hadi = await visit("hadi")
    page = await add_holiday(hadi, next_workday())
    found = [[one.receipt for one in cases if one.receipt in page.text]]
    while "Berikutnya →" in page.links:
        page = await hadi.go(page.link("Berikutnya"))
        found.append([one.receipt for one in cases if one.receipt in page.text])
    assert [len(each) for each in found] == [2, 2, 1]
    assert sorted(one for page_of in found for one in page_of) == sorted(
        one.receipt for one in cases
    )
    assert "5 sampai 5 dari 5" in page.text


async def test_deadlines_of_other_offices_are_only_counted(visit: Visits) -> None:
    case = await make_case(visit.town, regime=Regime.PEMILU)
    async with writing(EVERYTHING) as c:
        await c.execute("UPDATE clock SET readers = ARRAY[$1::integer]", visit.town.offices["lain"])
    preview = await add_holiday(await visit("hadi"), next_workday())
    assert case.receipt not in preview.text
    assert "1 tenggat pada kantor lain bergeser" in preview.text


async def test_whoever_was_slower_sees_the_newer_edition_and_saves_then(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE)
    await change(visit.town, day_off(date(2027, 6, 24)))
    stale = await save(hadi, preview)
    assert stale.status == 409
    assert "Data hukum berubah sejak Anda membuka halaman ini." in stale.text
    assert stale.form().values["previewed"] == ["2"]
    assert "Tersimpan sebagai edisi 3" in (await save(hadi, stale)).text


async def test_a_draft_that_somebody_else_made_true_cannot_be_saved(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE)
    await change(visit.town, day_off(FREE, name="Cuti bersama", source="Keputusan Bersama 1/2026"))
    page = await hadi.go(preview.address)
    assert page.status == 200
    assert "tidak dapat disimpan lagi" in page.text
    assert "Simpan dan berlakukan" not in page.text


async def test_a_saved_draft_says_which_edition_it_became(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE)
    await save(hadi, preview)
    page = await hadi.go(preview.address)
    assert "sudah disimpan sebagai edisi 2" in page.text
    assert page.link("Lihat edisi 2") == f"{LAW}/edisi/2"
    again = await save(hadi, preview)
    assert again.status == 409
    assert "sudah disimpan sebagai edisi 2" in again.text


async def test_a_preview_sent_without_its_edition_is_to_be_loaded_again(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE)
    page = await hadi.send(preview.form(), previewed="x")
    assert page.status == 422
    assert "Muat ulang halaman" in page.text


async def test_the_draft_of_another_is_not_there(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE)
    number = int(preview.address.rsplit("/", maxsplit=1)[-1])
    assert (await hadi.go(f"{LAW}/usulan/{number + 1}")).status == 404
    assert (await (await visit("rina")).go(preview.address)).status == 403


async def test_the_progress_counts_down_as_the_job_goes_on(visit: Visits) -> None:
    await make_case(visit.town, regime=Regime.PEMILU)
    await make_case(visit.town)
    hadi = await visit("hadi")
    page = await save(hadi, await add_holiday(hadi, next_workday()))
    assert "Memperbarui tenggat: 2 dari 2 belum dihitung ulang." in page.text
    await recount()
    page = await hadi.go(LAW)
    assert "Semua 2 tenggat terbuka sudah dihitung menurut edisi ini." in page.text


async def test_the_case_says_that_its_deadlines_are_being_updated_until_they_are(
    visit: Visits,
) -> None:
    case = await make_case(visit.town, regime=Regime.PEMILU)
    address = f"/perkara/{case.id}"
    rina, hadi = await visit("rina"), await visit("hadi")
    assert "Sedang diperbarui" not in (await rina.go(address)).text
    await save(hadi, await add_holiday(hadi, next_workday()))
    assert "Sedang diperbarui menurut edisi hukum 2" in (await rina.go(address)).text
    await recount()
    page = await rina.go(address)
    assert "Sedang diperbarui" not in page.text
    assert "Tenggat dihitung ulang karena kalender atau aturan berubah." in page.text
