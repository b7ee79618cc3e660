"""The reporting window at the desk in a browser: while typing, and without a script."""

from datetime import date
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.site import Site
from tests.browser.test_pages import faults

pytestmark = pytest.mark.browser

KNOWN: Final = date(2024, 8, 27)
LATE: Final = (
    "diterima Rabu, 4 September 2024, setelah batas waktu penyampaian berakhir pada Selasa"
)


def desk(page: Page, site: Site) -> Officer:
    """The desk, opened by who may take in."""
    site.carry_session(page, "rina")
    page.goto(f"{site.address}/perkara/baru")
    return Officer(page, site)


def test_the_window_is_told_while_the_dates_are_typed(browser: Chromium, site: Site) -> None:
    with watched_page(browser) as (page, messages):
        officer = desk(page, site)
        window = page.locator("#batas-waktu")
        expect(window).to_contain_text("Belum dihitung")
        officer.fill(reporter_name="Nama Pelapor Rahasia")
        with page.expect_request("**/batas-waktu?*") as asked:
            officer.pick("regime", "Pemilihan")
        assert "Rahasia" not in asked.value.url
        expect(window).to_contain_text("Isi tanggal diketahui")
        officer.fill_day("received_on", date(2024, 9, 3))
        officer.fill_day("known_on", KNOWN)
        expect(window).to_contain_text("Dalam batas waktu")
        officer.named("received_on-day").fill("4")
        expect(window).to_contain_text(LATE)
        expect(officer.named("received_on-day")).to_be_focused()
        window.locator("summary").click()
        expect(window.locator(".count__day--due")).to_contain_text("3")
        assert faults(page, picture="intake-report-late") == []
        assert messages == []


def test_who_corrects_a_refused_form_stays_in_the_field(browser: Chromium, site: Site) -> None:
    with watched_page(browser) as (page, messages):
        officer = desk(page, site)
        officer.press()
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        officer.pick("regime", "Pemilihan")
        officer.fill_day("known_on", KNOWN)
        expect(page.locator("#batas-waktu")).to_contain_text("Selasa, 3 September 2024")
        expect(officer.named("known_on-year")).to_be_focused()
        assert messages == []


def test_without_a_script_a_button_tells_it_and_keeps_everything(
    browser: Chromium, site: Site
) -> None:
    with watched_page(browser, script=False) as (page, _):
        officer = desk(page, site)
        officer.fill(subject="Hadir pada kampanye", reporter_name="Pelapor Contoh")
        officer.pick("regime", "Pemilihan")
        officer.fill_day("known_on", KNOWN)
        officer.fill_day("received_on", date(2024, 9, 4))
        page.click("main button:text-is('Periksa batas waktu')")
        expect(page.locator("#batas-waktu")).to_contain_text(LATE)
        expect(page.locator("#batas-waktu")).to_be_in_viewport()
        expect(page.locator(".govuk-error-summary")).to_have_count(0)
        expect(officer.named("subject")).to_have_value("Hadir pada kampanye")
        expect(officer.named("reporter_name")).to_have_value("Pelapor Contoh")
