"""Every page of both sites, wide and narrow and on paper: accessible, silent, named, fitting.

`PICTURES=1 make test TESTS=tests/browser` keeps pictures of them in tests/screenshots, to be looked
at before an issue is closed.
"""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from netralitas.public import sections
from netralitas.public.reporting.holder import carrying
from tests.browser.case_scenes import CROWD
from tests.browser.chromium import (
    DESK,
    OF_THE_WIDTH,
    PHONE,
    Chromium,
    changed_contrasts,
    look,
    overflow,
    resize,
    violations,
    watched_page,
)
from tests.browser.officer import Officer
from tests.browser.pictures import take_picture
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.browser.spoken import english
from tests.browser.views import VIEWS, View
from tests.make import fact as record_fact
from tests.make import make_case

pytestmark = pytest.mark.browser

PAPER: Final = (673, 986)  # A4 within its margins, at 96 dpi
_FOR_SCREENS: Final = (".sections", ".skip-link", "main .govuk-button")
_SHOWN: Final = """
places => places.filter(place => {
  const first = document.querySelector(place);
  const box = first?.getBoundingClientRect();
  return first?.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0;
})
"""
_NAMES: Final = """
() => [document.title, ...[...document.querySelectorAll("h1")].map(heading => {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll(".page-title__caption").forEach(caption => caption.remove());
  return copy.textContent.trim().replace(/\\s+/g, " ");
})]
"""


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_page_is_accessible_silent_named_and_not_too_wide(
    browser: Chromium, site: Site, scenery: Scenery, view: View
) -> None:
    with watched_page(browser) as (page, messages):
        if view.login is not None:
            if view.device:
                site.give_device(view.login)
            site.carry_session(page, view.login)
            if view.proved:
                site.prove(view.login)
        if view.held is not None:
            carry_code(page, site, scenery.held[view.held])
        answer = page.goto(site.address + view.path(scenery))
        assert answer is not None
        assert answer.status == view.status
        if view.typed:
            page.fill("#code", scenery.codes[view.typed])
            page.click("main form button")
        assert faults(page, picture=view.name) == []
        assert on_paper(page) == []
        assert messages == []


def test_what_is_hard_to_read_only_on_a_phone_is_found(browser: Chromium) -> None:
    only_there = "@media (max-width: 400px) { b { color: #bbb } i { display: inline !important } }"
    hidden = '<i style="display: none; color: #ccc">tersembunyi</i>'
    with watched_page(browser) as (page, _):
        page.goto("about:blank")  # no policy of ours against styles in a page
        page.set_content(f"<style>{only_there}</style><p>Tetap <b>pudar</b> {hidden}</p>")
        assert violations(page, ["color-contrast"]) == []
        look(page)
        assert changed_contrasts(page) == []
        resize(page, *PHONE)
        assert len(changed_contrasts(page)) == 1
        look(page)
        page.evaluate("document.querySelector('b').remove()")
        assert changed_contrasts(page) == []
        assert violations(page, ["color-contrast"]) != []


def test_a_form_with_errors_says_them_on_top_and_keeps_everything(
    browser: Chromium, site: Site
) -> None:
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        page.goto(f"{site.address}/perkara/baru")
        officer.fill(subject="Hadir pada deklarasi", nip="12")
        officer.press()
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        expect(page).to_have_title("Perbaiki: Terima laporan · Netralitas")
        expect(officer.named("subject")).to_have_value("Hadir pada deklarasi")
        assert faults(page) == []
        page.click(".govuk-error-summary a >> nth=0")
        expect(page.locator("main form :focus")).to_have_count(1)
        assert messages == []


def test_the_slower_of_two_officers_sees_what_changed_and_keeps_what_was_typed(
    browser: Chromium, site: Site
) -> None:
    case = site.made(make_case(site.town)).id
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        page.goto(f"{site.address}/perkara/{case}")
        officer.begin("Mulai kajian awal")
        officer.fill(reason="Alamat pelapor belum ada.")
        site.made(record_fact(site.town.bagas, case, "known"))
        officer.press()
        stale = page.locator(".refused")
        expect(stale).to_contain_text("Perkara ini berubah sejak Anda membuka formulir")
        expect(stale).to_contain_text("Bagas Wiratama")
        expect(officer.named("reason")).to_have_value("Alamat pelapor belum ada.")
        assert faults(page) == []
        officer.send()
        assert "Alamat pelapor belum ada." in officer.latest
        assert messages == []


def test_the_search_finds_by_name_and_says_when_there_is_nothing(
    browser: Chromium, site: Site, worker: None
) -> None:
    made = site.made(make_case(site.town, subject="Membagikan kalender bergambar calon"))
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/cari")
        page.fill("#cari", made.receipt)
        page.click("main button")
        expect(page.locator(".found").first).to_contain_text("Membagikan kalender")
        assert faults(page) == []
        page.fill("#cari", "zzztidakada")
        page.click("main button")
        expect(page.locator("main")).to_contain_text("Tidak ada perkara untuk")
        assert faults(page) == []
        assert messages == []


def test_the_keyboard_alone_reaches_the_content_and_shows_where_it_is(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser) as (page, _):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/{scenery['registered'].case}")
        page.keyboard.press("Tab")
        expect(page.locator(".skip-link")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
        for _step in range(6):
            page.keyboard.press("Tab")
            assert page.evaluate(_SHOWS_FOCUS), page.evaluate("document.activeElement.outerHTML")


_SHOWS_FOCUS: Final = """
() => {
  const style = getComputedStyle(document.activeElement);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return outlined || style.boxShadow !== "none";
}
"""


def test_forty_respondents_with_long_names_are_all_there(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser, PHONE) as (page, _):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/{scenery['crowd'].case}")
        expect(page.locator(".respondent")).to_have_count(CROWD)
        assert overflow(page) == 0


def carry_code(page: Page, site: Site, code: str) -> None:
    """Let a page go on as somebody who reports with this code."""
    page.context.add_cookies(
        [
            {"name": cookie.key, "value": code, "url": f"{site.address}{cookie.path}"}
            for cookie in carrying(code, sections.REPORT, https=False)
        ]
    )


def faults(page: Page, picture: str = "") -> list[str]:
    """What is wrong with the page as it stands, at both widths; of each a picture may be kept."""
    page.wait_for_load_state()  # what is not styled yet has another size
    found = [*named(page), *english(page)]
    for width, height in (DESK, PHONE):
        resize(page, width, height)
        if width == DESK[0]:
            seen = violations(page)
            look(page)
        else:  # the same page, seen whole before
            seen = violations(page, OF_THE_WIDTH) + changed_contrasts(page)
        found += [f"{width}: {each}" for each in seen]
        wider = overflow(page)
        found += [f"{width}: too wide by {wider} px"] if wider else []
        if picture:
            take_picture(page, picture, width)
    return found


def on_paper(page: Page) -> list[str]:
    """What is wrong with the page when it is printed: too wide for A4, or with what one clicks."""
    page.emulate_media(media="print")
    resize(page, *PAPER)
    wider = overflow(page)
    shown = page.evaluate(_SHOWN, _FOR_SCREENS)
    return [f"paper: too wide by {wider} px"] * bool(wider) + [f"paper: {each}" for each in shown]


def named(page: Page) -> list[str]:
    """What is wrong with the heading and the title of the page."""
    title, *headings = page.evaluate(_NAMES)
    if len(headings) != 1:
        return [f"headings: {headings}"]
    title = title.removeprefix("Perbaiki: ")
    expected = f"{headings[0]} · Netralitas"
    return [] if title == expected else [f"title: {title!r}, not {expected!r}"]
