"""The product in a browser that runs no script: everything that matters still works."""

import re
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.discipline.handing import handed_over
from tests.make import days_ago, make_case

pytestmark = pytest.mark.browser

STORY: Final = "Terlapor membagikan <b>bahan</b> kampanye.\nDua orang melihatnya."


def test_signing_in_taking_in_and_moving_need_no_script(browser: Chromium, site: Site) -> None:
    with watched_page(browser, script=False) as (page, _):
        officer = Officer(page, site)
        officer.sign_in("bagas")
        page.click("text=Laporan baru")
        officer.fill(subject="Membagikan bahan kampanye", description=STORY)
        for name, words in (("regime", "Pemilihan"), ("theme", "Netralitas")):
            officer.pick(name, words)
        officer.fill_day("act", days_ago(2))
        officer.pick("channel", "Surat")
        officer.fill(reporter_name="Pelapor Contoh")
        page.check("[name=unidentified]")
        officer.press()
        page.click("text=Buka perkara")
        expect(page.locator("#terlapor + .respondent")).to_contain_text("Belum teridentifikasi")
        expect(page.locator(".as-typed")).to_have_js_property("textContent", STORY)
        officer.begin("Mulai kajian awal")
        officer.send()
        assert "Kajian awal dimulai." in officer.latest
        assert officer.stages == ["Kajian awal"]


def test_the_office_records_what_came_and_what_was_decided_without_script(
    browser: Chromium, site: Site
) -> None:
    case = site.made(handed_over(site.town))
    with watched_page(browser, script=False) as (page, _):
        site.carry_session(page, "dewa")
        officer = Officer(page, site)
        page.goto(f"{site.address}/beranda")
        page.click(f".arrival:has(a[href='/perkara/{case}']) >> text=Catat tanda terima")
        officer.choose("letter_deadline", "Surat tidak menyebut tenggat")
        officer.send()
        officer.take("Pilih jalur PPPK")
        officer.begin("Tetapkan surat keputusan")
        officer.pick("imposed", "Penurunan pangkat")
        officer.send()
        assert officer.sides("Terlapor Contoh")[1].startswith("Penurunan pangkat")


def test_an_activity_is_planned_without_script(
    browser: Chromium, site: Site, scenery: Scenery
) -> None:
    with watched_page(browser, script=False) as (page, _):
        site.carry_session(page, "putri")
        officer = Officer(page, site)
        page.goto(f"{site.address}/pencegahan")
        page.click("main >> text=Rencanakan kegiatan")
        officer.pick("theme", "Netralitas")
        officer.pick("kind", "Sosialisasi")
        officer.fill(title="Sosialisasi bagi para lurah", audience="Para lurah")
        officer.fill_day("planned_on", days_ago(-14))
        officer.pick("region", "Kecamatan Melati")
        officer.pick("agreement", "Pengawasan partisipatif")
        officer.choose("together", "Bersama")
        officer.press()
        expect(page.locator("h1")).to_contain_text("Sosialisasi bagi para lurah")


def test_a_wrong_form_comes_back_with_everything_typed(browser: Chromium, site: Site) -> None:
    with watched_page(browser, script=False) as (page, _):
        officer = Officer(page, site)
        officer.sign_in("bagas")
        page.goto(f"{site.address}/perkara/baru")
        officer.fill(subject="Hadir pada kampanye", description=STORY, name="Sutarno Contoh")
        officer.pick("theme", "Netralitas")
        officer.fill_day("act", days_ago(1))
        officer.fill_day("known_on", days_ago(5))
        with page.expect_response("**/perkara/baru*") as answered:
            officer.press()
        assert answered.value.status == 422
        wrong = page.locator("#known_on-error")
        expect(wrong).to_contain_text("Tanggal diketahui tidak boleh sebelum kejadian")
        expect(officer.named("description")).to_have_value(STORY)
        expect(officer.named("name")).to_have_value("Sutarno Contoh")
        expect(officer.named("theme")).to_have_value("neutrality")
        expect(officer.named("known_on-year")).to_have_value(str(days_ago(5).year))
        page.click(".govuk-error-summary a >> nth=0")
        expect(page).to_have_url(re.compile("#"))


def test_a_wrong_password_is_told_without_saying_which_part_is_wrong(
    browser: Chromium, site: Site
) -> None:
    with watched_page(browser, script=False) as (page, _):
        page.goto(f"{site.address}/masuk")
        page.fill("#login", "nobody.of.that.name")
        page.fill("#password", "bukan kata sandinya")
        page.click("text=Masuk ke Netralitas")
        expect(page).to_have_title("Perbaiki: Masuk · Netralitas")
        expect(page.locator("#login")).to_have_value("nobody.of.that.name")
        expect(page.locator("#password")).to_have_value("")


def test_the_search_needs_no_script(browser: Chromium, site: Site) -> None:
    made = site.made(make_case(site.town, subject="Memasang spanduk di kantor"))
    with watched_page(browser, script=False) as (page, _):
        site.carry_session(page, "rina")
        page.goto(f"{site.address}/perkara/cari")
        page.fill("#cari", made.receipt)
        page.click("main button")
        page.click(f"main a:text-is('{made.receipt}')")
        expect(page.locator("h1")).to_have_text(made.receipt)
        expect(page.locator("main")).to_contain_text("Memasang spanduk di kantor")
