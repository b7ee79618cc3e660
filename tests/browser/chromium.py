"""A real browser for tests: found on the machine, watched for messages, audited with axe."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

DESK, PHONE = (1280, 900), (360, 740)
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The browser's own line for an answer of 4xx: the answer is what the test wants.
_STATUS_LINE = "Failed to load resource: the server responded with a status of"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the machine's Chromium; without one skip, or fail where `CI` is true."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = "no Chromium on this machine (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched_page(
    browser: Browser, size: tuple[int, int] = DESK, *, script: bool = True
) -> Iterator[tuple[Page, list[str]]]:
    """Give a fresh page and the list in which its console messages and script errors gather."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, java_script_enabled=script, locale="id-ID"
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    messages: list[str] = []
    page.on(
        "console",
        lambda said: None if said.text.startswith(_STATUS_LINE) else messages.append(said.text),
    )
    page.on("pageerror", lambda error: messages.append(str(error)))
    try:
        yield page, messages
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands, a line each, with the first place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))  # our policy would stop a script tag
    wanted = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
    found: dict[str, Any] = page.evaluate("wanted => axe.run(wanted)", wanted)
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
