"""Two administrators, and whoever they invite or give a new password, at real pages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE, Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.site import Site

pytestmark = pytest.mark.browser

NEW = "kata sandi baru yang panjang"


def test_a_forgotten_password_is_replaced_by_two_administrators(
    browser: Chromium, site: Site
) -> None:
    with watched_page(browser, PHONE, script=False) as (page, messages):
        page.goto(f"{site.address}/masuk")
        page.click("text=Lupa kata sandi")
        page.fill("#login", "joko")
        page.click("text=Minta penggantian kata sandi")
        expect(page.locator("main")).to_contain_text("Permintaan Anda diterima")
        assert messages == []
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "hadi")
        _propose_reset(page, site)
        assert messages == []
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "nadia")
        code = _confirm(page, site, "Joko Prasetyo", "Bertemu langsung")
        assert messages == []
    with watched_page(browser, PHONE, script=False) as (page, messages):
        _redeem(page, site, code, "joko")
        assert messages == []


def test_an_account_is_made_by_two_administrators_and_its_owner(
    browser: Chromium, site: Site
) -> None:
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "nadia")
        _invite(page, site)
        assert messages == []
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "hadi")
        code = _confirm(page, site, "Cahya Pertiwi", "Saya mengenal orang ini")
        assert messages == []
    with watched_page(browser, PHONE, script=False) as (page, messages):
        _redeem(page, site, code, "cahya")
        assert messages == []


def _propose_reset(page: Page, site: Site) -> None:
    """Take up what Tono asked; who proposes is told that another confirms."""
    page.goto(f"{site.address}/pengelolaan/akun")
    page.click("main >> text=Undangan dan penggantian")
    page.locator("tr", has_text="Joko Prasetyo").first.locator("a").click()
    page.click("text=Ajukan penggantian untuk orang ini")
    Officer(page, site).tick("what", "Kata sandi")
    page.click("text=Ajukan penggantian >> nth=-1")
    expect(page.locator("main")).to_contain_text("Menunggu administrator kedua")
    expect(page.locator("main")).to_contain_text("administrator lain daripada yang mengajukannya")
    expect(page.locator("form[action$='/persetujuan']")).to_have_count(0)


def _invite(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/pengelolaan/akun/undangan")
    officer = Officer(page, site)
    officer.fill(name="Cahya Pertiwi", login="cahya", title="Staf")
    officer.tick("roles", "Pengawas lapangan")
    officer.press()
    expect(page.locator("main")).to_contain_text("Menunggu administrator kedua")


def _confirm(page: Page, site: Site, name: str, how: str) -> str:
    """Confirm the request about somebody as the second; return the code."""
    page.goto(f"{site.address}/pengelolaan/akun/permintaan")
    page.locator("tr", has_text=name).first.locator("a").click()
    page.locator("form[action$='/persetujuan'] label", has_text=how).click()
    page.click("form[action$='/persetujuan'] button")
    expect(page.locator("h1")).to_contain_text("Serahkan kode ini")
    return page.locator("#kode").inner_text()


def _redeem(page: Page, site: Site, code: str, login: str) -> None:
    """Use the code, and sign in with what was chosen."""
    page.goto(f"{site.address}/undangan")
    page.fill("#code", code)
    page.click("text=Gunakan kode ini >> nth=-1")
    expect(page.locator("main")).to_contain_text(login)
    assert code not in page.url
    page.fill("#password", NEW)
    page.fill("#again", NEW)
    page.click("text=Simpan kata sandi")
    page.click("text=Masuk ke Netralitas")
    page.fill("#login", login)
    page.fill("#password", NEW)
    page.click("main form [type=submit]")
    expect(page).to_have_url(re.compile("/beranda$"))
