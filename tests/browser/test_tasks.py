"""What people do every day stays short: clicks, fields and pages are counted."""

from dataclasses import dataclass, field
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.chromium import watched_page
from tests.browser.officer import Officer
from tests.browser.scenery import Seen
from tests.browser.site import Site
from tests.make import make_case

pytestmark = pytest.mark.browser

# A date is one field for people, though it has three inputs; so is a group of boxes.
_FIELDS: Final = """
() => {
  const inputs = [...document.querySelectorAll("main form :is(input, select, textarea)")];
  const seen = inputs.filter(each => each.type !== "hidden");
  return new Set(seen.map(each => each.closest("fieldset") ?? each)).size;
}
"""


@dataclass(slots=True)
class Counted:
    """A page whose clicks and loaded documents are counted."""

    page: Page
    clicks: int = 0
    pages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to count the pages."""
        # A bound method would be marked by Playwright, for which there is no slot.
        self.page.on("response", lambda answer: self._note(answer))  # noqa: PLW0108 - see above

    def click(self, place: str) -> None:
        """Click once."""
        self.clicks += 1
        self.page.click(place)

    def _note(self, answer: Response) -> None:
        shown = answer.request.is_navigation_request() and answer.status not in {302, 303}
        self.pages += [answer.url] if shown else []


def test_the_overdue_case_is_found_from_home_in_three_clicks(
    browser: Browser, site: Site, scenery: dict[str, Seen]
) -> None:
    late = scenery["late"]
    with watched_page(browser) as (page, _):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/beranda")
        hands = Counted(page)
        hands.click(".sections__line >> text=Perkara")
        hands.click(f"main a.number:text-is('{late.number}')")
        expect(page.locator("h1")).to_have_text(late.number)
        expect(page.locator(".deadline__remaining").first).to_contain_text("Terlambat")
        assert hands.clicks <= 3


@pytest.mark.parametrize("kind", ["laporan", "temuan", "informasi"])
def test_the_desk_asks_for_at_most_25_things_on_one_page(
    browser: Browser, site: Site, kind: str
) -> None:
    with watched_page(browser) as (page, _):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/baru?jenis={kind}")
        assert 10 <= page.evaluate(_FIELDS) <= 25


def test_the_shortest_report_needs_seven_answers_and_two_pages(
    browser: Browser, site: Site
) -> None:
    with watched_page(browser) as (page, _):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        hands = Counted(page)
        page.goto(f"{site.address}/perkara/baru")
        officer.fill(subject="Hadir pada kampanye", description="Hadir beratribut.", name="Contoh")
        for name, words in (("regime", "Pemilihan"), ("theme", "Netralitas"), ("channel", "Surat")):
            officer.pick(name, words)
        officer.fill(reporter_name="Pelapor Contoh")
        officer.press()
        expect(page.locator(".receipt__number")).to_be_visible()
        assert len(hands.pages) == 2


def test_a_move_takes_one_page_of_questions_and_ends_on_the_case(
    browser: Browser, site: Site
) -> None:
    case = site.made(make_case(site.town)).id
    with watched_page(browser) as (page, _):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        page.goto(f"{site.address}/perkara/{case}")
        hands = Counted(page)
        officer.begin("Mulai kajian awal")
        hands.click("main form .govuk-button")
        expect(page.locator(".timeline__sentence").first).to_contain_text("Kajian awal dimulai")
        assert len(hands.pages) == 2
