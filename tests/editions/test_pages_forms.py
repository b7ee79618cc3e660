"""The forms that change the law over HTTP: what each becomes, what each refuses."""

from datetime import date, timedelta
from typing import Any

import pytest

from netralitas.law import book
from tests.cases.conftest import Visits
from tests.editions.steps import LAW, add_holiday, day, save
from tests.make import days_ago
from tests.pages import Browser, Page

RULE = f"{LAW}/aturan/pemilihan.handle_base/versi-baru"
FREE = date(2027, 6, 23)  # a working day of a loaded year, the last one


async def test_a_day_that_is_off_already_is_asked_about_before_it_is_replaced(
    visit: Visits,
) -> None:
    page = await add_holiday(await visit("hadi"), date(2026, 3, 20))
    assert page.status == 200
    assert page.address.startswith(f"{LAW}/usulan/")
    assert "Jumat, 20 Maret 2026 sudah tercatat" in page.text


async def test_a_day_of_a_year_that_is_not_loaded_is_refused(visit: Visits) -> None:
    page = await add_holiday(await visit("hadi"), date(2028, 6, 21))
    assert page.status == 422
    assert "Kalender tahun 2028 belum dimuat." in page.text


async def test_a_form_sent_empty_says_everything_that_is_missing(visit: Visits) -> None:
    hadi = await visit("hadi")
    page = await hadi.send((await hadi.go(f"{LAW}/hari-libur")).form())
    assert page.status == 422
    for sentence in ("Isi tanggal libur.", "Pilih jenis.", "Isi nomor keputusan"):
        assert sentence in page.text


async def test_a_regional_day_off_needs_its_region_and_a_national_one_has_none(
    visit: Visits,
) -> None:
    hadi = await visit("hadi")
    nowhere = await add_holiday(hadi, FREE, kind="Libur daerah")
    assert nowhere.status == 422
    assert "Pilih wilayah tempat libur daerah ini berlaku." in nowhere.text
    somewhere = await add_holiday(hadi, FREE, kind="Cuti bersama", region="99.01")
    assert somewhere.status == 422
    assert "berlaku di seluruh Indonesia" in somewhere.text


@pytest.mark.parametrize("kind", ["Libur daerah", "Hari pemungutan suara"])
async def test_a_day_off_of_a_regency_is_shown_with_its_name(visit: Visits, kind: str) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE, kind=kind, region="99.01")
    assert preview.status == 200
    await save(hadi, preview)
    year = await hadi.go(f"{LAW}/kalender?tahun={FREE.year}")
    assert "Kabupaten Contoh, Provinsi Contoh" in year.text


async def test_a_decree_after_the_day_is_asked_about(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await add_holiday(hadi, FREE, decree_on=FREE + timedelta(days=8))
    assert "sesudah hari libur itu sendiri" in preview.text
    refused = await save(hadi, preview)
    assert refused.status == 422
    assert 'id="confirmed-error"' in refused.html
    assert "Tersimpan sebagai edisi 2" in (await save(hadi, refused, "decree_after")).text


async def test_a_year_is_loaded_behind_the_last_one_and_marked_sure_later(visit: Visits) -> None:
    hadi = await visit("hadi")
    last = await hadi.go(f"{LAW}/kalender?tahun=2027")
    form = (await hadi.go(last.link("Muat tahun 2028"))).form()
    draft = "Belum ada keputusan"
    preview = await hadi.send(form, national=draft, joint=draft, reason="Tenggat tahun depan.")
    assert "Tahun kalender 2028" in preview.text
    await save(hadi, preview)
    loaded = await hadi.go(f"{LAW}/kalender?tahun=2028")
    assert "Belum ada hari libur yang dicatat" in loaded.text
    assert "Muat tahun 2029" in loaded.text
    form = (await hadi.go(loaded.link("tandai tahun 2028 pasti"))).form()
    assert form.values["national"] == [draft]
    preview = await hadi.send(form, national="SKB 9/2027", joint="SKB 9/2027", reason="Terbit.")
    assert "berubah" in preview.text
    await save(hadi, preview)
    sure = await hadi.go(f"{LAW}/kalender?tahun=2028")
    assert "masih sementara" not in sure.text


async def test_a_year_that_is_not_the_next_one_cannot_be_loaded(visit: Visits) -> None:
    hadi = await visit("hadi")
    for year in (2020, 2027, 2029):
        assert (await hadi.go(f"{LAW}/kalender/{year}/muat")).status == 404
    assert (await hadi.go(f"{LAW}/kalender/2040/pasti")).status == 404


async def test_a_year_without_its_decrees_is_refused(visit: Visits) -> None:
    hadi = await visit("hadi")
    form = (await hadi.go(f"{LAW}/kalender/2028/muat")).form()
    page = await hadi.send(form)
    assert page.status == 422
    assert "Isi dasar cuti bersama tahun ini." in page.text


async def change_rule(hadi: Browser, **typed: Any) -> Page:  # noqa: ANN401 - as typed
    form = (await hadi.go(RULE)).form()
    given = {"reason": "Perbawaslu berubah.", **day("valid_from", days_ago(-30)), **typed}
    return await hadi.send(form, values=given)


async def test_a_new_version_is_filled_in_from_the_present_one(visit: Visits) -> None:
    hadi = await visit("hadi")
    page = await hadi.go((await hadi.go(f"{LAW}/aturan")).link("Versi 2: Kajian awal"))
    present = book.load().versions(page.address.split("/")[-2])[-1]
    form = page.form()
    assert form.values["number"] == [str(present.number)]
    assert form.values["unit"] == [present.unit.value]
    assert form.values["article"] == [present.article]


async def test_a_new_version_ends_the_one_before_on_the_day_before(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await change_rule(hadi, number="4", article="Perbawaslu baru Pasal 1")
    assert preview.status == 200, preview.text
    assert "versi 2 baru" in preview.text
    await save(hadi, preview)
    page = await hadi.go("/referensi/aturan/pemilihan.handle_base")
    assert "Perbawaslu baru Pasal 1" in page.text
    assert "Versi 2" in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"article": " "}, "Versi baru memerlukan pasalnya."),
        ({"source": ""}, "Versi baru memerlukan sumbernya"),
        ({"number": ""}, "Isi angka batas waktunya."),
        ({"unit": "fixed_date"}, "tidak memakai angka"),
        ({"unit": "hours", "cutoff": "16.00"}, "bukan pada jam penutupan"),
        ({"unit": "hours", "inclusive": "ya"}, "Hanya hitungan hari"),
        ({"unit": "workday", "roll_over": "ya"}, "yang dapat bergeser"),
        ({"number": "0"}, "Angka harus antara 1 dan"),
        ({"reason": ""}, "Tuliskan alasan perubahan."),
    ],
)
async def test_a_version_that_nobody_could_apply_or_check_is_refused(
    visit: Visits, typed: dict[str, str], sentence: str
) -> None:
    page = await change_rule(await visit("hadi"), **typed)
    assert page.status == 422
    assert sentence in page.text


async def test_a_version_that_begins_before_the_present_one_is_refused(visit: Visits) -> None:
    hadi = await visit("hadi")
    await save(hadi, await change_rule(hadi, number="4"))
    page = await change_rule(hadi, number="5")
    assert page.status == 422
    assert "hari pertama versi 2." in page.text


async def test_a_version_in_the_past_is_asked_about(visit: Visits) -> None:
    hadi = await visit("hadi")
    preview = await change_rule(hadi, number="4", **day("valid_from", days_ago(300)))
    assert "Versi ini berlaku surut" in preview.text
    assert (await save(hadi, preview)).status == 422
    assert "edisi 2" in (await save(hadi, preview, "retroactive")).text


async def test_an_unknown_rule_has_no_new_version(visit: Visits) -> None:
    hadi = await visit("hadi")
    assert (await hadi.go(f"{LAW}/aturan/pemilihan.nothing/versi-baru")).status == 404


async def keep_hours(hadi: Browser, **typed: Any) -> Page:  # noqa: ANN401 - as typed
    form = (await hadi.go(f"{LAW}/jam-layanan")).form()
    given = {
        "organisation": "kab",
        "weekdays": ["0", "1", "2", "3", "4"],
        "basis": "Pengumuman kantor",
        "certainty": "T",
        "reason": "Tahapan dimulai.",
        **day("valid_from", date(2026, 1, 5)),
    }
    return await hadi.send(form, values={**given, **typed})


async def test_office_hours_are_listed_after_they_were_saved(visit: Visits) -> None:
    hadi = await visit("hadi")
    assert "Belum ada jam layanan" in (await hadi.go(f"{LAW}/jam-layanan")).text
    preview = await keep_hours(hadi, opens="08.00", closes="16.00")
    assert "Senin sampai Jumat pukul 08.00 sampai 16.00" in preview.text
    await save(hadi, preview)
    page = await hadi.go(f"{LAW}/jam-layanan")
    assert "Bawaslu Kabupaten Contoh" in page.text
    assert "sejak 5 Januari 2026" in page.text


async def test_an_office_can_be_open_day_and_night(visit: Visits) -> None:
    preview = await keep_hours(
        await visit("hadi"), weekdays=[str(each) for each in range(7)], around_the_clock="ya"
    )
    assert "Setiap hari selama 24 jam" in preview.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Isi jam buka, atau centang buka 24 jam."),
        ({"opens": "08.00"}, "Isi jam tutup, atau centang buka 24 jam."),
        ({"opens": "16.00", "closes": "08.00"}, "Jam tutup harus sesudah jam buka."),
        ({"opens": "08.00", "around_the_clock": "ya"}, "Kosongkan jamnya"),
        ({"weekdays": []}, "Pilih sedikitnya satu hari buka."),
        (day("valid_to", date(2026, 1, 1)), "tidak boleh sebelum hari pertama"),
        ({"basis": ""}, "Isi dasar jam layanan ini."),
    ],
)
async def test_hours_that_nobody_could_keep_are_refused(
    visit: Visits, typed: dict[str, Any], sentence: str
) -> None:
    page = await keep_hours(await visit("hadi"), **typed)
    assert page.status == 422
    assert sentence in page.text


async def test_who_may_not_change_the_law_is_refused_the_form_and_its_sending(
    visit: Visits,
) -> None:
    rina = await visit("rina")
    for address in (f"{LAW}/hari-libur", RULE, f"{LAW}/jam-layanan", f"{LAW}/impor"):
        shown = await rina.go(address)
        assert shown.status == 403
        assert "diubah oleh administrator Bawaslu" in shown.text
        sent = await rina.client.post(address, headers={"Sec-Fetch-Site": "same-origin"})
        assert sent.status_code == 403
