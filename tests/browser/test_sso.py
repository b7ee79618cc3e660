"""The whole way through a provider, in a browser: there, back, and signed in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from netralitas.accounts.commands import addresses, administration
from tests.accounts.provider import CLIENT, SECRET, Provider, providing
from tests.browser.chromium import Chromium, watched_page
from tests.browser.site import Site, running
from tests.browser.test_pages import faults
from tests.programs import free_port, until

pytestmark = pytest.mark.browser

ADDRESS = "rina@kab.example"


def answers(address: str) -> bool:
    """Whether somebody answers there."""
    try:
        return httpx.get(address).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


async def give_address() -> None:
    """Rina's reminders go there, and the provider knows her by it."""
    system = await administration.as_system()
    await addresses.set_mail(login="rina", address=ADDRESS, actor=system)


@pytest.fixture
def provided(site: Site, tmp_path: Path) -> Iterator[tuple[str, Provider]]:
    """The site once more, on a port of its own, with a provider in its settings."""
    site.made(give_address())
    with providing() as provider:
        port = free_port()
        settings = replace(
            site.settings,
            data=tmp_path,
            base_url=f"http://127.0.0.1:{port}",
            oidc_issuer=provider.issuer,
            oidc_client_id=CLIENT,
            oidc_client_secret=SECRET,
            oidc_label="SSO Uji",
        )
        with running(settings, "serve", "--staff-only", "--port", str(port)):
            until("the site serves", lambda: answers(f"{settings.base_url}/siap"))
            yield settings.base_url, provider


def test_who_signs_in_at_the_provider_is_signed_in_here(
    browser: Chromium, provided: tuple[str, Provider]
) -> None:
    address, provider = provided
    with watched_page(browser) as (page, messages):
        provider.names("f:orang-lain", email="orang@lain.example", email_verified=True)
        page.goto(f"{address}/perkara")
        page.click("text=Masuk dengan SSO Uji")
        page.click("text=Setuju")
        expect(page.locator(".govuk-error-summary")).to_contain_text("Akun tidak dibuat")
        expect(page.locator("#password")).to_be_visible()
        assert faults(page) == []
        provider.names("f:rina:1", email=ADDRESS, email_verified=True)
        page.goto(f"{address}/perkara")
        page.click("text=Masuk dengan SSO Uji")
        page.click("text=Setuju")
        expect(page).to_have_url(f"{address}/perkara")
        expect(page.locator("header")).to_contain_text("Rina")
        assert messages == []
