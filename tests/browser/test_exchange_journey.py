"""Data asked for under an agreement: granted under a condition, handed over, and erased."""

from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.browser.test_pages import faults
from tests.make import days_ago

pytestmark = pytest.mark.browser

NUMBER: Final = "077/PM.04/K.XX/2024"
CONDITION: Final = "Hanya angka per unit; dimusnahkan sesudah dipakai."


def test_data_are_granted_under_a_condition_and_answered(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser) as (page, messages):
        officer = Officer(page, site)
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/kerja-sama/{scenery.ids['exchange']}")
        request = _asked(officer)
        site.carry_session(page, "endah")
        page.goto(request)
        _granted(officer)
        site.carry_session(page, "dewa")
        page.goto(request)
        page.click("main a:has-text('Catat penyerahan')")
        officer.fill(what="Satu tabel jumlah ASN per unit")
        officer.upload("file")
        officer.press()
        expect(page.locator("main")).to_contain_text("SHA-256")
        site.carry_session(page, "rina")
        page.goto(request)
        page.click("main a:has-text('Catat pengembalian')")
        officer.press()
        expect(page.locator("main")).to_contain_text("Selesai, sudah kembali")
        assert faults(page) == []
        assert messages == []


def _asked(officer: Officer) -> str:
    """Ask for two fields, first one of them without a lawful basis; return the address."""
    page = officer.page
    page.click("main a:has-text('Permintaan para pihak')")
    page.click("main a:has-text('Ajukan permintaan data')")
    officer.pick("addressee", "BKPSDM Kabupaten Contoh")
    officer.fill(number=NUMBER, signed_as="Ketua", subject="Jumlah ASN", purpose="Peta kerawanan")
    officer.fill_day("asked_on", days_ago(3))
    officer.pick("article", "Pasal 9: ")
    officer.fill(items="Jumlah ASN; Pasal 9 kerja sama\nNIK")
    officer.press()
    expect(page.locator(".govuk-error-summary")).to_contain_text("“NIK” belum mempunyai dasar")
    assert faults(page) == []
    officer.fill(items="Jumlah ASN; Pasal 9 kerja sama\nNIK; UU 7/2017")
    officer.press()
    expect(page.locator("main")).to_contain_text("Menunggu keputusan")
    return page.url


def _granted(officer: Officer) -> None:
    """Grant one field, under a condition, to be erased."""
    page = officer.page
    page.click("main a:has-text('Putuskan permintaan')")
    officer.choose("outcome", "Dikabulkan sebagian")
    officer.fill(number="800/61/2024", signed_as="Sekretaris Daerah", conditions=CONDITION)
    officer.fill_day("on", days_ago(2))
    officer.tick("granted", "Jumlah ASN")
    officer.choose("ending", "Dimusnahkan")
    officer.fill_day("return_by", days_ago(-10))
    officer.press()
    expect(page.locator("main")).to_contain_text(CONDITION)
