"""Two reports about one matter, from the desk; and one that came through the public door."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from netralitas.database.transactions import EVERYTHING, reading
from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.site import Site
from tests.browser.test_pages import faults, on_paper
from tests.intake.letterbox import Letterbox
from tests.programs import until

pytestmark = pytest.mark.browser

ACCUSED: Final = "Wiratmaja Adisucipto"
NOTE: Final = "main .govuk-inset-text"
_KNOWN: Final = """
SELECT count(*) FROM case_key k JOIN respondent r ON r.id = k.respondent WHERE r.name = $1
"""


def test_a_second_report_is_recognised_merged_and_taken_apart_again(
    browser: Chromium, site: Site, worker: None
) -> None:
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        first = taken_in(officer, "Membagikan kalender bergambar calon")
        until("the worker knows the first", lambda: known(site))
        page.goto(f"{site.address}/perkara/baru")
        fill(officer, "Kalender calon dibagikan di balai desa")
        hint = page.locator("#likeness")
        expect(hint).to_contain_text(first)
        assert faults(page) == []
        officer.press()
        second = receipt_number(page)
        page.click("text=Buka perkara")
        merge_into(officer, first)
        assert officer.number == second
        page.click(f"{NOTE} >> text={first}")
        assert officer.number == first
        expect(page.locator(".joined")).to_contain_text(f"Digabung ke perkara ini: {second}")
        page.click(f".joined >> text={second}")
        take_apart(officer)
        assert officer.number == second
        assert messages == []


def test_a_report_of_the_public_becomes_a_case(browser: Chromium, site: Site) -> None:
    letterbox = Letterbox(database=site.database, offices=site.town.offices)
    sent = site.made(letterbox.send())
    with watched_page(browser) as (page, messages):
        site.carry_session(page, "rina")
        officer = Officer(page, site)
        page.goto(f"{site.address}/beranda")
        page.click("text=Kotak masuk")
        page.click(f"text={sent.number}")
        officer.fill(subject="Spanduk di kantor kelurahan")
        officer.press()
        assert receipt_number(page) == sent.number
        page.click("text=Buka perkara")
        expect(page.locator("main")).to_contain_text("Spanduk di kantor kelurahan")
        page.goto(f"{site.address}/kotak-masuk")
        expect(page.locator("main")).not_to_contain_text(sent.number)
        assert messages == []


def merge_into(officer: Officer, number: str) -> None:
    """Let the case that the page shows go on in one that it resembles."""
    page = officer.page
    page.click("text=Perkara yang mirip")
    page.click(f"li:has-text('{number}') >> text=Gabungkan ke perkara ini")
    officer.fill(reason="Kedua laporan tentang pembagian kalender yang sama.")
    officer.send()
    expect(page.locator(NOTE)).to_contain_text(f"penanganannya dilanjutkan di {number}")


def take_apart(officer: Officer) -> None:
    """Let the case that the page shows go on by itself again."""
    page = officer.page
    page.click("text=Batalkan penggabungan")
    officer.fill(reason="Ternyata dua pembagian yang berbeda.")
    officer.send()
    expect(page.locator(NOTE)).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Mulai kajian awal")


def taken_in(officer: Officer, subject: str) -> str:
    """Take a report in at the desk and print its receipt; gives its number."""
    page = officer.page
    page.goto(f"{officer.site.address}/perkara/baru")
    fill(officer, subject)
    officer.press()
    number = receipt_number(page)
    assert on_paper(page) == []
    expect(page.locator(".receipt__ways")).to_be_hidden()
    expect(page.locator(".receipt__signatures")).to_be_visible()
    page.emulate_media(media="null")
    with page.expect_download() as download:
        page.click("text=Unduh PDF")
    assert download.value.path().read_bytes().startswith(b"%PDF-1.")
    return number


def fill(officer: Officer, subject: str) -> None:
    """Type what a report needs, its respondent last."""
    officer.fill(subject=subject, description="Dibagikan kepada warga pada pagi hari.")
    officer.pick("regime", "Pemilihan")
    officer.fill(place="Balai desa", reporter_name="Pelapor Contoh", name=ACCUSED)
    officer.page.keyboard.press("Tab")


def receipt_number(page: Page) -> str:
    """The number on the receipt that the page shows."""
    expect(page.locator("h1")).to_contain_text("Tanda terima")
    return page.locator(".receipt__number").first.inner_text()


def known(site: Site) -> bool:
    """Whether the respondent's name is kept for comparing."""

    async def count() -> int:
        async with reading(EVERYTHING) as c:
            return int(await c.fetchval(_KNOWN, ACCUSED))

    return site.made(count()) > 0
