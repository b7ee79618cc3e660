"""The frame in a real browser: accessible, silent, narrow, and usable without script."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import (
    DESK,
    PHONE,
    Chromium,
    chromium,
    overflow,
    violations,
    watched_page,
)

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("/styleguide", "/styleguide/publik", "/fail/rule", "/fail/stale", "/fail/crash", "/none")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The small application on a port of its own; yields its address."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--no-ws"]
    command += ["--port", str(port), "--working-dir", str(ROOT), "tests.web.frame_app:app"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:  # noqa: S603 - our own program
        assert server.stdout is not None
        for line in server.stdout:  # ends when it serves, or when it could not start
            if b"Started worker" in line:
                break
        else:
            pytest.fail("the server did not start")
        # Read on, or the server waits for room in the pipe.
        Thread(target=server.stdout.read, daemon=True).start()
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_silent_and_not_too_wide(
    browser: Chromium, site: str, address: str, size: tuple[int, int]
) -> None:
    with watched_page(browser, size) as (page, messages):
        page.goto(site + address, wait_until="networkidle")

        assert violations(page) == []
        assert messages == []
        assert overflow(page) == 0


def test_an_answer_with_errors_is_swapped_in_and_gets_the_focus(
    browser: Chromium, site: str
) -> None:
    with watched_page(browser) as (page, messages):
        page.goto(f"{site}/styleguide", wait_until="networkidle")
        page.fill("#contoh-respondents", "sebelas")
        page.click("text=Periksa isian")
        summary = page.locator("#formulir .govuk-error-summary")

        expect(summary).to_be_focused()
        expect(page.locator("#contoh-respondents")).to_have_value("sebelas")
        assert page.title() == "Panduan gaya · Netralitas"  # only the part was swapped
        page.click("text=Jumlah terlapor harus berupa bilangan bulat")
        expect(page.locator("#contoh-respondents")).to_be_focused()
        assert messages == []


def test_the_same_form_works_without_script(browser: Chromium, site: str) -> None:
    with watched_page(browser, script=False) as (page, _):
        page.goto(f"{site}/styleguide")
        page.fill("#contoh-respondents", "sebelas")
        page.click("text=Periksa isian")

        expect(page).to_have_title(re.compile("^Perbaiki: Formulir contoh"))
        expect(page.locator("#contoh-respondents")).to_have_value("sebelas")
        expect(page.locator("#contoh-respondents-error")).to_contain_text("bilangan bulat")


def test_the_menu_of_a_phone_opens_without_script(browser: Chromium, site: str) -> None:
    with watched_page(browser, PHONE, script=False) as (page, _):
        page.goto(f"{site}/styleguide")
        link = page.locator(".sections__list a", has_text="Tindak lanjut")

        expect(link).not_to_be_visible()
        page.click(".sections__summary")
        expect(link).to_be_visible()
        expect(page.locator(".sections__line")).not_to_be_visible()


def test_on_a_phone_the_deadlines_come_before_the_rest(browser: Chromium, site: str) -> None:
    with watched_page(browser, PHONE) as (page, _):
        page.goto(f"{site}/styleguide")
        deadline = page.locator(".columns__side").bounding_box()
        work = page.locator(".columns__main").bounding_box()

        assert deadline is not None
        assert work is not None
        assert deadline["y"] < work["y"]


def test_rows_of_a_list_are_36_pixels_high(browser: Chromium, site: str) -> None:
    with watched_page(browser) as (page, _):
        page.goto(f"{site}/styleguide", wait_until="networkidle")
        heights = {
            round(row.bounding_box()["height"])  # type: ignore[index] # a visible row has a box
            for row in page.locator(".compact tbody tr").all()
        }

        assert heights <= {36, 37}


def test_the_keyboard_reaches_the_content_first(browser: Chromium, site: str) -> None:
    with watched_page(browser) as (page, _):
        page.goto(f"{site}/styleguide/publik")
        page.keyboard.press("Tab")

        expect(page.locator(".skip-link")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
