"""The desk in a browser: saved while it is typed, people added, photos over a line that breaks."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.site import Site
from tests.browser.test_pages import faults

pytestmark = pytest.mark.browser

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"


def desk(page: Page, site: Site, kind: str = "laporan") -> Officer:
    """The desk, opened by who may take in."""
    site.carry_session(page, "rina")
    page.goto(f"{site.address}/perkara/baru?jenis={kind}")
    return Officer(page, site)


def test_what_is_typed_is_saved_and_the_form_grows(browser: Chromium, site: Site) -> None:
    with watched_page(browser) as (page, messages):
        officer = desk(page, site)
        officer.fill(subject="Spanduk di balai", description="Dipasang pagi.", name="Contoh")
        officer.pick("regime", "Pemilihan")
        expect(page.locator(".desk__saved")).to_contain_text("Draf tersimpan pukul")
        page.click("text=Tambah terlapor")
        expect(page.locator("[name='terlapor-2-name']")).to_be_focused()
        page.click("text=Tambah saksi")
        expect(page.locator("[name='saksi-1-witness_name']")).to_be_focused()
        expect(officer.named("subject")).to_have_value("Spanduk di balai")
        assert faults(page) == []
        page.goto(f"{site.address}/perkara/baru")
        page.click(".desk__draft a:text-is('Spanduk di balai')")
        typed = {"terlapor-2-name": "Contoh Dua", "saksi-1-witness_name": "Saksi Contoh"}
        officer.fill(reporter_name="Pelapor Contoh", **typed)
        officer.press()
        expect(page.locator("h1")).to_have_text("Tanda terima laporan")
        assert messages == []


def test_a_photo_survives_a_broken_line(browser: Chromium, site: Site, tmp_path: Path) -> None:
    photo = tmp_path / "spanduk.jpg"
    photo.write_bytes(JPEG + b"\x01" * 900_000)
    broken: list[str] = []

    def breaks(route: Route) -> None:
        if route.request.method == "POST" and len(broken) < 2:
            broken.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    with watched_page(browser) as (page, _):
        officer = desk(page, site, "temuan")
        page.route("**/perkara/baru/berkas/*mulai=*", breaks)
        officer.fill(subject="Spanduk di balai", description="Dipasang pagi.", name="Contoh")
        officer.pick("regime", "Pemilihan")
        page.set_input_files("#evidence", str(photo))
        expect(page.locator(".desk__file")).to_contain_text("spanduk.jpg", timeout=20_000)
        assert len(broken) == 2
        officer.fill(finder="Pengawas Contoh")
        officer.press()
        expect(page.locator(".receipt")).to_contain_text("Bukti 1")
        with page.expect_download() as download:
            page.click("text=Formulir A")
        assert download.value.suggested_filename == "formulir-a.pdf"


def test_without_a_script_everything_is_there_too(
    browser: Chromium, site: Site, tmp_path: Path
) -> None:
    photo = tmp_path / "spanduk.jpg"
    photo.write_bytes(JPEG + b"\x02" * 1000)
    with watched_page(browser, script=False) as (page, _):
        officer = desk(page, site)
        officer.fill(subject="Spanduk di pasar", description="Dipasang pagi.", name="Contoh")
        officer.pick("regime", "Pemilihan")
        page.set_input_files("#evidence", str(photo))
        page.click("text=Simpan berkas ini")
        expect(page.locator(".desk__file")).to_contain_text("spanduk.jpg")
        page.click("text=Tambah saksi")
        officer.fill(reporter_name="Pelapor Contoh", **{"saksi-1-witness_name": "Saksi Contoh"})
        officer.press()
        expect(page.locator(".receipt")).to_contain_text("Bukti yang diserahkan")
