"""A day off is decreed: the administrator sees what moves, saves, and the case has the new date."""

from collections.abc import Iterator
from datetime import date
from os import getpid
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.law import book
from netralitas.law.domain import Regime
from netralitas.law.words import day as in_words
from tests.browser.chromium import Chromium
from tests.browser.officer import Officer, people
from tests.browser.site import Site, apart, running, serving
from tests.browser.test_pages import faults
from tests.conftest import TEMPLATE, Database
from tests.make import days_ago, make_case
from tests.programs import until

pytestmark = pytest.mark.browser

MOVED: Final = "Tenggat dihitung ulang karena kalender atau aturan berubah."


@pytest.fixture(scope="module")
def own_site(server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of these tests alone: the law that they change is that of every case on it."""
    database = Database(server=server, name=f"test_{getpid()}_holiday")
    apart(clone_database(server.dsn(), TEMPLATE, database.name))
    data: Path = tmp_path_factory.mktemp("holiday")
    with serving(database, data) as served:
        yield served
    apart(drop_database(server.dsn(), database.name))


def due(number: int) -> date:
    """The so-many-th working day after today, as the calendar stands without the day off."""
    return book.load().calendar().workday_after(days_ago(0), number)


def add_joint_leave(hadi: Officer, on: date) -> None:
    """Go from home to the form, and fill it in; the preview comes."""
    hadi.page.click("main >> text=Buka administrasi")
    hadi.page.click("main >> text=Hukum dan kalender")
    hadi.page.click("main >> text=Tambah hari libur")
    hadi.fill_day("on", on)
    hadi.choose("kind", "Cuti bersama")
    hadi.fill(
        name="Cuti bersama tambahan",
        source="Keputusan Bersama 1/2026",
        reason="Keputusan bersama tiga menteri terbit.",
    )
    hadi.press()
    expect(hadi.page.locator("h1")).to_contain_text("Usulan perubahan")


def test_a_joint_leave_moves_the_deadline_that_the_investigator_sees(
    browser: Chromium, own_site: Site
) -> None:
    case = own_site.made(make_case(own_site.town, regime=Regime.PEMILU))
    with people(browser, own_site) as everybody:
        rina = everybody.turn("rina")
        rina.page.goto(f"{own_site.address}/perkara/{case.id}")
        assert in_words(due(2)) in rina.text
        hadi = everybody.turn("hadi")
        add_joint_leave(hadi, due(2))
        line = hadi.page.locator("tr", has_text=case.receipt)
        expect(line).to_contain_text("Kajian awal")
        expect(line).to_contain_text(in_words(due(2)))
        expect(line).to_contain_text(in_words(due(3)))
        assert faults(hadi.page, picture="law-preview-to-save") == []
        hadi.press()
        expect(hadi.page.locator(".notice")).to_contain_text("Tersimpan sebagai edisi 2")
        assert "Memperbarui tenggat:" in hadi.text
        assert faults(hadi.page, picture="law-saved") == []
        rina.page.reload()
        assert "Sedang diperbarui menurut edisi hukum 2" in rina.text
        assert faults(rina.page, picture="case-updating") == []
        with running(own_site.settings, "worker"):
            until("the deadline has moved", lambda: _moved(rina))
        assert in_words(due(3)) in rina.page.locator(".deadline").first.inner_text()
        assert MOVED in rina.latest
        hadi.page.goto(f"{own_site.address}/administrasi/hukum")
        assert "sudah dihitung menurut edisi ini" in hadi.text
        assert everybody.said == []


def _moved(rina: Officer) -> bool:
    rina.page.reload()
    return MOVED in rina.text
