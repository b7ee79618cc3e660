"""An agreement from exploration to its extension, with a duty that an activity ticks."""

from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Chromium
from tests.browser.officer import Officer, People, people
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.browser.test_pages import faults
from tests.make import days_ago

pytestmark = pytest.mark.browser

TITLE: Final = "Pengawasan netralitas ASN dan politik uang"
DUTY: Final = "Mengadakan sosialisasi politik uang"
CHANGED: Final = "Evaluasi dilaksanakan dua kali setahun."


def test_an_agreement_is_explored_signed_done_evaluated_changed_and_extended(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    del scenery  # units that activities reach
    with people(browser, site) as everybody:
        sari = everybody.turn("sari")
        here = _explored(sari)
        _written(sari, here)
        _step(sari, here, "Ajukan persetujuan internal", 380)
        _step(everybody.turn("tono"), here, "Setujui naskah", 370)
        _signed(everybody, here)
        _duty_done(everybody.turn("rina"), here)
        for move, ago in (("pemantauan", 30), ("evaluasi", 20), ("pelaporan", 10)):
            _step(everybody.turn("sari"), here, f"Catat {move}", ago)
        _changed(sari, here)
        _step(sari, here, "Lanjutkan pelaksanaan", 5)
        _extended(sari, here)
        assert faults(sari.page) == []
        assert everybody.said == []


def _explored(officer: Officer) -> str:
    """Enter it without a text; return its address."""
    page = officer.page
    page.goto(f"{officer.site.address}/kerja-sama")
    page.click("main a:has-text('Daftarkan kerja sama')")
    officer.choose("kind", "Nota Kesepakatan")
    officer.pick("other", "BKPSDM")
    officer.fill(title=TITLE, place="Kota Contoh", years="3", term_at="Pasal 1")
    officer.fill(first_signatory="Sari", first_capacity="Ketua")
    officer.fill(second_signatory="Endah", second_capacity="Bupati")
    officer.choose("lasts", "Sejumlah tahun")
    officer.fill(notice_months="3", evaluation_months="12")
    officer.press()
    expect(page.locator("main")).to_contain_text("Penjajakan")
    return page.url.partition("?")[0]


def _step(officer: Officer, here: str, move: str, ago: int) -> None:
    """Make a move of a day."""
    officer.page.goto(here)
    officer.page.click(f"main a:has-text('{move}')")
    officer.fill_day("on", days_ago(ago))
    officer.press()
    assert officer.page.url.partition("?")[0] == here


def _written(officer: Officer, here: str) -> None:
    """Write an article on the term, one on the evaluation, and a row of the work plan."""
    _step(officer, here, "Mulai perumusan", 400)
    _step(officer, here, "Mulai legal drafting", 390)
    for number, heading, text in (
        ("1", "Jangka waktu", "Berlaku 3 (tiga) tahun sejak ditandatangani."),
        ("2", "Evaluasi", "Evaluasi dilaksanakan sekali setahun."),
    ):
        officer.page.goto(f"{here}/ketentuan")
        officer.fill(number=number, heading=heading, text=text)
        officer.press()
    officer.page.goto(f"{here}/rencana")
    officer.fill(programme="Pencegahan", fund="para pihak", schedule="Januari s.d. Desember")
    officer.pick("theme", "Politik uang")
    officer.fill(first_year=str(days_ago(365).year), last_year=str(days_ago(-700).year))
    officer.fill(first_duties=DUTY, output="Jumlah sosialisasi", unit="kegiatan", target="4")
    officer.fill(outcome="ASN menolak politik uang")
    officer.press()
    expect(officer.page.locator("main")).to_contain_text("Jumlah sosialisasi: 4 kegiatan")


def _signed(everybody: People, here: str) -> None:
    """One signature is not enough; both, each with its own number, are."""
    officer = everybody.turn("sari")
    page = officer.page
    page.goto(here)
    page.click("main a:has-text('Catat penandatanganan')")
    officer.fill_day("on", days_ago(365))
    officer.tick("signed", "PIHAK KESATU")
    officer.fill(first_number="11/HK/2025", second_number="12/NK/2025")
    officer.press()
    expect(page.locator(".govuk-error-summary")).to_contain_text("belum: PIHAK KEDUA")
    officer.tick("signed", "PIHAK KESATU", "PIHAK KEDUA")
    officer.press()
    expect(page.locator("main")).to_contain_text("Pelaksanaan")
    expect(page.locator("main")).to_contain_text("0 dari 1 tugas pernah dilaksanakan")


def _duty_done(officer: Officer, here: str) -> None:
    """An activity of the theme does the duty, and the agreement says so."""
    page = officer.page
    page.goto(f"{officer.site.address}/pencegahan/kegiatan/baru")
    for name, words in (("theme", "Politik uang"), ("kind", "Sosialisasi")):
        officer.pick(name, words)
    officer.fill(title="Sosialisasi politik uang", audience="Pegawai dinas")
    officer.fill_day("planned_on", days_ago(40))
    officer.fill(place="Aula")
    for name, words in (("region", "Kecamatan Melati"), ("agreement", TITLE)):
        officer.pick(name, words)
    officer.choose("together", "Bersama")
    officer.press()
    page.goto(f"{page.url.partition('?')[0]}/pelaksanaan")
    officer.fill_day("held_on", days_ago(40))
    page.get_by_label("Dinas Pendidikan", exact=True).fill("20")
    page.locator(".govuk-checkboxes__item", has_text=DUTY).locator("input").check()
    officer.press()
    expect(page.locator("main")).to_contain_text("Terlaksana")
    page.goto(here)
    expect(page.locator("main")).to_contain_text("1 dari 1 tugas pernah dilaksanakan")


def _changed(officer: Officer, here: str) -> None:
    """An addendum of both stands beside the article that it changes."""
    page = officer.page
    page.goto(f"{here}/catatan/adendum")
    officer.fill_day("on", days_ago(8))
    officer.tick("signed", "PIHAK KESATU", "PIHAK KEDUA")
    officer.fill(first_number="1/AD/2026", second_number="2/AD/2026", at_1="Pasal 2")
    officer.choose("how_1", "Diubah")
    officer.fill(text_1=CHANGED)
    officer.press()
    page.goto(here)
    expect(page.locator("main")).to_contain_text(f"Pasal 2 diubah menjadi: {CHANGED}")


def _extended(officer: Officer, here: str) -> None:
    """By the consent of both it holds to another day."""
    page = officer.page
    page.goto(here)
    page.click("main a:has-text('Catat perpanjangan')")
    officer.fill_day("on", days_ago(1))
    officer.fill_day("until", days_ago(-2000))
    officer.tick("signed", "PIHAK KESATU", "PIHAK KEDUA")
    officer.press()
    expect(page.locator("main")).to_contain_text("Kerja sama diperpanjang sampai")
