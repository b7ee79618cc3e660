"""Signing in as people do it: two steps, a passkey, a code on paper, and out everywhere at once."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from os import getpid
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.transactions import EVERYTHING, writing
from tests.browser.chromium import Chromium, watched_page
from tests.browser.site import PASSWORD, Site, apart, serving
from tests.browser.test_pages import faults
from tests.conftest import TEMPLATE, Database
from tests.device import Device

SECRETS: Final = {
    f"secret_{name}": b64encode(sha256(name.encode()).digest()).decode()
    for name in ("vault", "index", "log", "receipt")
}
INSIDE: Final[dict[str, Any]] = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A device that asks for a finger, and is always touched at once."""


@pytest.fixture(scope="module")
def office(server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that is no demo, under a name: administrators need a second factor there."""
    database = Database(server=server, name=f"test_{getpid()}_office")
    apart(clone_database(server.dsn(), TEMPLATE, database.name))
    changes = {"base_url": "http://localhost:{port}", "demo": False, "capture_allow": ""}
    data: Path = tmp_path_factory.mktemp("office")
    with serving(database, data, **changes, **SECRETS, factor_roles="administrator") as served:
        yield served
    apart(drop_database(server.dsn(), database.name))


def sign_in(page: Page, site: Site, login: str) -> None:
    """Type login and password; what comes then is another page."""
    page.goto(f"{site.address}/masuk")
    page.fill("#login", login)
    page.fill("#password", PASSWORD)
    expect(page.locator("#password")).to_have_attribute("type", "password")
    if page.evaluate("document.body.classList.contains('js-enabled')"):
        page.click("text=Tampilkan")
        expect(page.locator("#password")).to_have_attribute("type", "text")
    page.click("text=Masuk ke Netralitas")


def leave(page: Page) -> None:
    page.locator("text=Keluar").first.click()
    expect(page.locator("h1")).to_have_text("Masuk")


def type_code(page: Page, code: str) -> None:
    page.fill("#code", code)
    page.click("main form .govuk-button")


def heading(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_contain_text(words)


def test_whoever_must_sets_up_a_device_keeps_codes_and_comes_back_with_either(
    browser: Chromium, office: Site
) -> None:
    with watched_page(browser) as (page, messages):
        sign_in(page, office, "hadi")
        heading(page, "Pasang faktor kedua")
        assert faults(page, picture="sign-in-enrol") == []
        page.click("summary")
        device = Device(page.locator(".factor__key").inner_text().replace(" ", ""))
        type_code(page, device.code())
        heading(page, "Kode pemulihan")
        page.click("text=Buat sepuluh kode baru")
        codes = page.locator(".recovery code").all_inner_texts()
        assert len(codes) == 10
        assert faults(page, picture="recovery-codes-new") == []
        leave(page)
        sign_in(page, office, "hadi")
        heading(page, "Tunjukkan faktor kedua Anda")
        assert faults(page, picture="sign-in-prove") == []
        type_code(page, device.code(later=1))
        heading(page, "Beranda")
        leave(page)
        sign_in(page, office, "hadi")
        page.click("text=Pakai kode pemulihan")
        assert faults(page, picture="sign-in-recovery") == []
        type_code(page, codes[3])
        heading(page, "Beranda")
        page.goto(f"{office.address}/akun/kode-pemulihan")
        expect(page.locator("main")).to_contain_text("Tersisa 9 kode")
        expect(page.locator("main")).to_contain_text("Kode yang sudah dipakai")
        assert messages == []


def test_a_passkey_is_set_up_and_signs_in_alone_or_as_the_second_step(
    browser: Chromium, office: Site
) -> None:
    with watched_page(browser) as (page, messages):
        line = page.context.new_cdp_session(page)
        line.send("WebAuthn.enable")
        line.send("WebAuthn.addVirtualAuthenticator", {"options": INSIDE})
        sign_in(page, office, "rina")
        page.goto(f"{office.address}/akun/kunci-sandi")
        page.click("text=Pasang kunci sandi")
        assert faults(page, picture="passkey-new") == []
        page.fill("#name", "Laptop kantor")
        page.click("main form .govuk-button")
        heading(page, "Kunci sandi")
        expect(page.locator(".sign-in-list")).to_contain_text("Masuk tanpa kata sandi")
        assert faults(page, picture="passkeys") == []
        leave(page)
        expect(page.locator("[data-passkey-failed]")).to_be_hidden()
        assert faults(page, picture="sign-in-passkey") == []
        page.click("text=Masuk dengan kunci sandi")
        heading(page, "Beranda")
        leave(page)
        sign_in(page, office, "rina")
        heading(page, "Tunjukkan faktor kedua Anda")
        assert faults(page, picture="sign-in-prove-passkey") == []
        page.click("text=Pakai kunci sandi")
        heading(page, "Beranda")
        line.send("WebAuthn.disable")
        assert messages == []


async def proved_long_ago(officer: int) -> None:
    """Let the second factor that somebody showed in any session hold no more."""
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE session SET stepped_up_at = stepped_up_at - interval '11 minutes'"
            " WHERE desk IN (SELECT id FROM desk WHERE officer = $1)",
            officer,
        )


def test_a_form_that_lay_too_long_keeps_what_was_typed_with_a_passkey_and_without_a_script(
    browser: Chromium, office: Site
) -> None:
    nadia, rina = office.town.actors["nadia"].officer, office.town.rina.officer
    form = f"{office.address}/pengelolaan/akun/orang/{rina}/surel"
    with (
        watched_page(browser) as (page, messages),
        watched_page(browser, script=False) as (plain, _),
    ):
        line = page.context.new_cdp_session(page)
        line.send("WebAuthn.enable")
        line.send("WebAuthn.addVirtualAuthenticator", {"options": INSIDE})
        sign_in(page, office, "nadia")
        page.click("summary")
        device = Device(page.locator(".factor__key").inner_text().replace(" ", ""))
        type_code(page, device.code())
        page.goto(f"{office.address}/akun/kunci-sandi/pendaftaran")
        page.fill("#name", "Laptop kantor")
        page.click("main form .govuk-button")
        session = {each["name"]: each["value"] for each in page.context.cookies()}
        plain.context.add_cookies(
            [{"name": name, "value": held, "url": office.address} for name, held in session.items()]
        )
        for each, address in ((page, "satu@kab.test"), (plain, "dua@kab.test")):
            each.goto(form)
            each.fill("#email", address)
            office.made(proved_long_ago(nadia))
            each.click("text=Simpan surel")
            heading(each, "Tunjukkan faktor kedua Anda")
            if each is page:
                assert faults(page, picture="factor-asked-of-a-form") == []
                page.click("text=Pakai kunci sandi")
            else:
                plain.fill("#faktor-code", device.code(later=1))
                plain.click("text=Lanjutkan dan kirim isian")
            heading(each, "Akun seseorang")
            expect(each.locator("main")).to_contain_text(address)
        line.send("WebAuthn.disable")
        assert messages == []


def test_all_other_sessions_end_at_once_and_the_form_works_without_a_script(
    browser: Chromium, office: Site
) -> None:
    with (
        watched_page(browser, script=False) as (page, _),
        watched_page(browser) as (stolen, messages),
    ):
        for each in (page, stolen):
            sign_in(each, office, "bagas")
            heading(each, "Beranda")
        page.goto(f"{office.address}/akun/sesi")
        assert re.findall("Chrome, Linux", page.inner_text("main")) == ["Chrome, Linux"] * 2
        stolen.goto(f"{office.address}/akun/sesi")
        assert faults(stolen, picture="sessions") == []
        page.click("text=Akhiri semua sesi lain")
        expect(page.locator("main")).to_contain_text("Tidak ada sesi lain")
        stolen.goto(f"{office.address}/beranda")
        heading(stolen, "Masuk")
        leave(page)
        expect(page.locator("main")).to_contain_text("Kunci sandi memerlukan JavaScript")
        assert messages == []
