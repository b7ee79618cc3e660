"""What people do every day stays short: clicks, fields and pages are counted."""

from dataclasses import dataclass, field
from typing import Final

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.partner_scenes import PACK, PROMISE
from tests.browser.scenery import Scenery
from tests.browser.site import PASSWORD, Site
from tests.discipline.handing import follow, in_hand
from tests.make import Town, make_case

pytestmark = pytest.mark.browser

# A date is one field for people, though it has three inputs; so is a group of boxes. What is asked
# on demand only is not there until somebody opens it.
_FIELDS: Final = """
() => {
  const inputs = [...document.querySelectorAll("main form :is(input, select, textarea)")];
  const seen = inputs.filter(
    each => each.type !== "hidden" && !each.closest("details:not([open])"));
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


@pytest.mark.parametrize(
    ("login", "ways"),
    [
        ("dewa", (".agenda__item a:text-is('{number}')",)),
        ("rina", (".sections__line >> text=Tindak lanjut", ".board a:has-text('{number}')")),
    ],
)
def test_the_overdue_letter_and_its_reckoning_are_three_clicks_from_home(
    browser: Chromium, site: Site, scenery: Scenery, login: str, ways: tuple[str, ...]
) -> None:
    late = scenery["overdue"]
    with watched_page(browser) as (page, _):
        site.carry_session(page, login)
        page.goto(f"{site.address}/beranda")
        hands = Counted(page)
        for way in ways:
            hands.click(way.format(number=late.number))
        expect(page.locator("h1")).to_have_text(late.number)
        overdue = page.locator(".deadline", has_text="Terlambat")
        expect(overdue.first).to_contain_text("surat")
        hands.click("summary:has-text('Bagaimana tanggal ini dihitung?') >> nth=0")
        assert hands.clicks <= 3


def test_a_late_case_is_found_from_home_in_three_clicks(
    browser: Chromium, site: Site, scenery: Scenery
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
    browser: Chromium, site: Site, kind: str
) -> None:
    with watched_page(browser) as (page, _):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/baru?jenis={kind}")
        assert 10 <= page.evaluate(_FIELDS) <= 25


def test_the_shortest_report_needs_seven_answers_and_two_pages(
    browser: Chromium, site: Site
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
        expect(page.locator(".receipt__number")).to_have_count(2)  # the number and the code
        assert len(hands.pages) == 2


def test_a_move_takes_one_page_of_questions_and_ends_on_the_case(
    browser: Chromium, site: Site
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


def test_the_answer_of_the_office_is_recorded_on_four_pages(browser: Chromium, site: Site) -> None:
    case = site.made(examined(site.town))
    with watched_page(browser) as (page, _):
        officer = Officer(page, site)
        site.carry_session(page, "dewa")
        hands = Counted(page)
        page.goto(f"{site.address}/beranda")
        hands.click(f".handed__one:has(a[href='/perkara/{case}']) .handed__step a")
        officer.pick("imposed", "Penurunan pangkat")
        officer.press()
        expect(page.locator(".respondent__sanctions")).to_contain_text("Penurunan pangkat")
        assert len(hands.pages) <= 4
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/{case}")
        expect(page.locator(".respondent__sanctions")).to_contain_text("Penurunan pangkat")


async def examined(town: Town) -> int:
    """A case of which the office knows everything but the decree."""
    case = await in_hand(town, level="discipline_medium")
    for step in ("choose_discipline", "examine", "report_exam"):
        await follow(town, case, step)
    return case


def test_the_pack_of_a_meeting_is_open_four_clicks_after_the_sign_in(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser) as (page, _):
        page.goto(f"{site.address}/masuk")
        page.fill("#login", "putri")
        page.fill("#password", PASSWORD)
        hands = Counted(page)
        hands.click("text=Masuk ke Netralitas")
        hands.click(".sections__line >> text=Evaluasi")
        hands.click(f"main a:text-is('{PACK}')")
        hands.click("main a:has-text('Buka bahan rapat')")
        expect(page).to_have_url(f"{site.address}/evaluasi/rapat/{scenery.ids['held']}/bahan")
        expect(page.locator("main")).to_contain_text(PROMISE)
        assert hands.clicks <= 4


def test_the_status_behind_a_code_is_two_pages_and_one_field_away(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser) as (page, _):
        hands = Counted(page)
        page.goto(f"{site.address}/")
        assert page.evaluate(_FIELDS) == 1
        page.fill("#code", scenery.codes["right"])
        hands.click("main form button")
        expect(page.locator("h1")).to_have_text("Status laporan Anda")
        assert (len(hands.pages), hands.clicks) == (2, 1)
