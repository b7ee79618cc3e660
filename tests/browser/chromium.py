"""A real browser for tests: found on the machine, watched for messages, audited with axe."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect, sync_playwright

DESK, PHONE = (1280, 900), (360, 740)
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
OF_THE_WIDTH = (
    *("target-size", "scrollable-region-focusable", "link-in-text-block", "summary-name"),
    *("button-name", "link-name", "label", "aria-hidden-focus"),
)
"""What may differ when the same page is narrower: its layout, and what only then is shown.

Contrasts too, which take axe as long as all the others: see `changed_contrasts`.
"""
_AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
# Each window is told once; a page runs it only when it is asked for. It is no script tag, which our
# policy would stop.
_WITH_AXE = f"window.bringAxe = () => {{ {_AXE.read_text(encoding='utf-8')}\n}};"
_BRING_AXE = "() => { if (!('axe' in window)) window.bringAxe(); }"
_LOOK = """
() => {
  const said = each => {
    if (!each.checkVisibility({opacityProperty: true, visibilityProperty: true})) return null;
    const style = getComputedStyle(each);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const {color, backgroundColor, backgroundImage, opacity, position, clip, clipPath} = style;
    const hidden = [opacity, position, clip, clipPath];
    return [color, backgroundColor, backgroundImage, ...hidden, large].join();
  };
  const before = window.looked ?? new Map();
  const all = [...document.querySelectorAll("body, body *")];
  window.looked = new Map(all.map(each => [each, said(each)]));
  const now = all.filter(each => window.looked.get(each) !== null);
  window.changed = now.filter(each => window.looked.get(each) !== before.get(each));
  return window.changed.length;
}
"""
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page is looked at for a second: what runs in it is compiled early, and kept for the next.
    "--js-flags=--no-flush-bytecode --no-lazy-feedback-allocation",
]
_PATIENCE = 30_000  # milliseconds; only a failing test, or a machine with much else to do, waits so
_OFTEN = 25  # times that a window is used again, before what gathers in its process makes it slow
# The browser's own line for an answer of 4xx: the answer is what the test wants.
_STATUS_LINE = "Failed to load resource: the server responded with a status of"


class Chromium:
    """The browser, whose windows are wiped and used again: each reads styles and fonts once."""

    def __init__(self, browser: Browser) -> None:
        """Begin without a window."""
        self._browser = browser
        self._idle: dict[bool, list[Page]] = {True: [], False: []}
        self._given: Counter[Page] = Counter()

    def take(self, size: tuple[int, int], *, script: bool) -> Page:
        """Return an empty page of this size: of nobody, and with nobody listening to it."""
        if not self._idle[script]:
            context = self._browser.new_context(java_script_enabled=script, locale="id-ID")
            if script:
                context.add_init_script(_WITH_AXE)
            self._idle[script].append(context.new_page())
        page = self._idle[script].pop()
        self._given[page] += 1
        page.set_default_timeout(_PATIENCE)
        resize(page, *size)
        return page

    def give_back(self, page: Page, *, script: bool) -> None:
        """Let the page forget who sat there, for whoever comes next.

        It is emptied where it stands: any other address would cost a new process of the browser,
        which is done only from time to time.
        """
        if self._given[page] >= _OFTEN:
            page.context.close()
            return
        page.set_content("")
        page.context.clear_cookies()
        page.emulate_media(media="null")
        self._idle[script].append(page)


def resize(page: Page, width: int, height: int) -> None:
    """Give the window a size; to set the one that it has would lay the page out for nothing."""
    if page.viewport_size != {"width": width, "height": height}:
        page.set_viewport_size({"width": width, "height": height})


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Start the machine's Chromium; without one skip, or fail where `CI` is true."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = "no Chromium on this machine (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield Chromium(browser)
        finally:
            browser.close()


@contextmanager
def watched_page(
    browser: Chromium, size: tuple[int, int] = DESK, *, script: bool = True
) -> Iterator[tuple[Page, list[str]]]:
    """Give an empty page and the list in which its console messages and script errors gather."""
    page = browser.take(size, script=script)
    messages: list[str] = []

    def listen(said: ConsoleMessage) -> None:
        if not said.text.startswith(_STATUS_LINE):
            messages.append(said.text)

    def break_off(error: Error) -> None:
        messages.append(str(error))

    page.on("console", listen)
    page.on("pageerror", break_off)
    try:
        yield page, messages
    except BaseException:
        page.context.close()  # who knows what it was left in
        raise
    page.remove_listener("console", listen)
    page.remove_listener("pageerror", break_off)
    browser.give_back(page, script=script)


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe finds on the page as it stands, a line each, with the first place.

    It looks by every rule of the standards, or by the `rules` named.
    """
    page.evaluate(_BRING_AXE)
    return _told(page.evaluate("wanted => axe.run(wanted)", _wanted(rules)))


def look(page: Page) -> None:
    """Let the page keep in mind what is shown on it now, in which colours."""
    page.evaluate(_LOOK)


def changed_contrasts(page: Page) -> list[str]:
    """Return whose contrast is too low of what is shown now and, at the last look, was not.

    Or it had another colour, ground or size of text then, or what it stands in had. The contrast of
    everything else is what it was.
    """
    if not page.evaluate(_LOOK):
        return []
    run = "wanted => axe.run({include: window.changed}, wanted)"
    return _told(page.evaluate(run, _wanted(["color-contrast"])))


def _wanted(rules: Sequence[str]) -> dict[str, Any]:
    return {
        "runOnly": {"type": "rule", "values": list(rules)} if rules else RULES,
        "resultTypes": ["violations"],
        "preload": False,
        "selectors": False,
        "iframes": False,
    }


def _told(found: dict[str, Any]) -> list[str]:
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
