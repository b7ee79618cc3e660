"""Complaining about the service on a telephone without script, and the answer of the office."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE, Chromium, watched_page
from tests.browser.scenery import Scenery
from tests.browser.site import Site, apart
from tests.programs import until
from tests.public.conftest import connected

pytestmark = pytest.mark.browser

WHAT = "Petugas loket meminta uang untuk formulir laporan."
_CLOSED = "SELECT true FROM published.status WHERE content ->> 'status' = 'Pengaduan ditutup'"
ANSWER = "Formulir tidak dipungut biaya. Uangnya dikembalikan hari ini."


def test_a_complaint_is_followed_by_its_code_and_answered_by_the_office(
    browser: Chromium, site: Site, scenery: Scenery, worker: None
) -> None:
    del scenery, worker  # the offices are shown, and the worker runs
    with watched_page(browser, PHONE, script=False) as (page, messages):
        number, code = _complain(page, site)
        page.click("text=Lihat status pengaduan")
        expect(page.locator(".told__status")).to_contain_text("Pengaduan")
        assert messages == []
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "sari")
        until("the worker has taken it in", lambda: number in _listed(page, site))
        _answer(page, number)
        assert messages == []
    with watched_page(browser, PHONE, script=False) as (page, messages):
        until("the code says that it is over", lambda: apart(_is_told(site)))
        page.goto(f"{site.address}/cek-status")
        page.fill("[name=code]", code)
        page.click("main form button")
        expect(page.locator(".told__status")).to_have_text("Pengaduan ditutup")
        expect(page.locator("main")).to_contain_text(ANSWER)
        assert messages == []


def _complain(page: Page, site: Site) -> tuple[str, str]:
    """Complain from the page of the service, at first with nothing; return number and code."""
    page.goto(f"{site.address}/layanan")
    page.click("main >> text=Adukan pelayanan >> nth=-1")
    page.click("text=Kirim pengaduan")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Tulis apa yang terjadi")
    page.fill("[name=what]", WHAT)
    page.select_option("[name=office]", label="Bawaslu Kabupaten Contoh")
    page.click("text=Kirim pengaduan")
    number, code = page.locator(".slip__large").all_inner_texts()
    return number, code


def _answer(page: Page, number: str) -> None:
    """Answer the complaint of the list, and close it."""
    page.click(f"text={number}")
    expect(page.locator("main")).to_contain_text(WHAT)
    page.fill("[name=text]", ANSWER)
    page.click("text=Kirim jawaban")
    expect(page.locator(".timeline")).to_contain_text(ANSWER)
    page.click("text=Tutup pengaduan")
    expect(page.locator("main")).to_contain_text("Ditutup")


def _listed(page: Page, site: Site) -> str:
    page.goto(f"{site.address}/pengaduan-layanan")
    return page.inner_text("main")


async def _is_told(site: Site) -> bool:
    """Say whether the worker has written it; to ask by the code again and again is too often."""
    async with connected(site.database, "postgres") as root:
        return bool(await root.fetchval(_CLOSED))
