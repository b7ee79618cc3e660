"""A receiver outside gets a sealed package and confirms it by code, on a phone without script."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Download, Page, expect

from netralitas.evidence.storage import Storage
from tests.browser.chromium import PHONE, Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.site import Site
from tests.browser.test_pages import faults
from tests.make import days_ago
from tests.programs import until
from tests.referral.opened_zip import opened
from tests.referral.packaging import OUTSIDE, add_outside, decided_case

pytestmark = pytest.mark.browser

NUMBER: Final = "412/PM.05.01/K/2026"
_PAUSE: Final = 3_000  # milliseconds
_SECRET: Final = re.compile(r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}")


def test_a_receiver_outside_confirms_by_code_and_bawaslu_sees_by_what_it_is_proved(
    browser: Chromium, site: Site, worker: None
) -> None:
    case = site.made(_decided(site))
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        page.goto(f"{site.address}/perkara/{case}")
        _forward(officer)
        page.click(f"#paket ~ table >> text={OUTSIDE}")
        expect(page.locator("h1")).to_have_text(f"Paket berkas untuk {OUTSIDE}")
        assert faults(page) == []
        package = page.url
        content, password = _made(page, "Buat berkas tersegel", "Unduh berkas tersegel")
        assert "berkas/01-preliminary-study.pdf" in opened(content, password)
        page.goto(package)
        sheet, code = _made(page, "Buat lembar tanda terima", "Unduh lembar tanda terima")
        assert sheet.startswith(b"%PDF-")
        with watched_page(browser, PHONE, script=False) as (phone, _):
            _confirm(phone, site, code)
        until("the worker has told the office", lambda: _proved(page, package))
        expect(page.locator("main")).to_contain_text("Konfirmasi penerima dengan kode")
        expect(page.locator("main")).to_contain_text(
            "Dikonfirmasi dengan kode oleh Penerima Contoh, Kepala Subbagian Umum."
        )
        page.goto(f"{site.address}/perkara/{case}")
        assert "Diterima instansi berwenang" in officer.stages
        assert messages == []


def test_the_code_of_a_qr_is_filled_in_and_leaves_the_address(
    browser: Chromium, site: Site
) -> None:
    code = "K7QX-2M4P-K7QX-2M4P-K7QX"
    with watched_page(browser, PHONE) as (page, messages):
        page.goto(f"{site.address}/terima-berkas#{code}")
        expect(page.locator("[name=code]")).to_have_value(code)
        assert page.url == f"{site.address}/terima-berkas"
        assert messages == []


async def _decided(site: Site) -> int:
    await add_outside(site.town)
    return await decided_case(site.town, storage=Storage(site.settings.data / "files"))


def _forward(officer: Officer) -> None:
    officer.begin("Teruskan ke instansi berwenang")
    officer.fill_letter("out", NUMBER, "Penerusan hasil kajian")
    officer.pick("addressee", OUTSIDE)
    officer.upload("evidence_list")
    officer.send()


def _made(page: Page, button: str, fetch: str) -> tuple[bytes, str]:
    """Press the button that makes something; what is then fetched, and the secret shown once."""
    page.click(f"text={button}")
    found = _SECRET.search(page.locator(".secret-once").inner_text())
    assert found
    assert faults(page) == []
    with page.expect_download() as fetching:
        page.click(f"text={fetch}")
    download: Download = fetching.value
    return Path(download.path()).read_bytes(), found[0]


def _confirm(phone: Page, site: Site, code: str) -> None:
    """Type the code, compare, say who received it and when."""

    def known() -> bool:
        phone.goto(f"{site.address}/terima-berkas")
        phone.fill("[name=code]", code.lower())
        phone.click("main form button")
        found = phone.locator("h1").inner_text() == "Paket berkas untuk kantor Anda"
        if not found:
            phone.wait_for_timeout(_PAUSE)  # whoever tries code after code is made to wait
        return found

    until("the code is known", known)
    assert code not in phone.url
    expect(phone.locator("main")).to_contain_text(NUMBER)
    expect(phone.locator("main")).to_contain_text("Bawaslu Kabupaten Contoh")
    width = "document.documentElement.scrollWidth"
    assert phone.evaluate(width) <= PHONE[0]
    phone.fill("[name=name]", "Penerima Contoh")
    phone.fill("[name=post]", "Kepala Subbagian Umum")
    on = days_ago(0)
    for part, number in (("day", on.day), ("month", on.month), ("year", on.year)):
        phone.fill(f"[name=on-{part}]", str(number))
    phone.click("text=Konfirmasi penerimaan >> nth=-1")
    expect(phone.locator(".notice")).to_contain_text("Penerimaan dikonfirmasi")
    assert phone.context.cookies(f"{site.address}/terima-berkas") == []


def _proved(page: Page, package: str) -> bool:
    page.goto(package)
    return "Penerimaan terbukti" in page.locator("main").inner_text()
