"""A socialization from its plan to the pack of the meeting, at a desk, on a wall and on phones."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from netralitas import clock
from netralitas.evaluation.commands import NewMeeting, Plan, freeze, hold, plan
from netralitas.evaluation.domain import MeetingKind
from tests.browser.chromium import PHONE, Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.browser.test_pages import faults
from tests.make import Town, days_ago
from tests.programs import until

pytestmark = pytest.mark.browser

TITLE: Final = "Sosialisasi kampanye hitam bagi Dinas Pendidikan"
UNIT: Final = "Dinas Pendidikan"
PROOF: Final = "Surat undangan terkirim ke semua kepala bidang."
QUESTIONS: Final = """\
Bolehkah ASN menyebarkan tuduhan tentang calon tanpa bukti?
Boleh, bila akunnya pribadi
Tidak boleh *

Kepada siapa kampanye hitam dilaporkan?
Bawaslu *
Tim pemenangan
"""


def test_a_socialization_goes_from_its_plan_to_the_pack_of_the_meeting(
    browser: Chromium, site: Site, scenery: Scenery, worker: None
) -> None:
    with watched_page(browser) as (page, messages):
        officer = Officer(page, site)
        site.carry_session(page, "rina")
        before = _reached(officer)
        activity = _planned(officer)
        _announced(officer, activity)
        _on_the_agenda(page, site)
        room = _room(officer, activity)
        for name, knows in (("Peserta Satu", False), ("Peserta Dua", True)):
            _attends(browser, room, name, knows=knows)
        _collected(officer, activity)
        _held(officer, activity)
        _proved(officer, activity)
        assert _reached(officer) == before + 12
        _in_the_pack(officer, site.made(_frozen_meeting(site.town)))
        assert messages == []


def _reached(officer: Officer) -> int:
    """Return how many people the dashboard says were reached on black campaigns."""
    officer.page.goto(f"{officer.site.address}/pencegahan?tema=kampanye-hitam")
    said = officer.page.locator(".figure", has_text="kehadiran orang").all_inner_texts()
    return sum(int("".join(filter(str.isdigit, one))) for one in said)


def _planned(officer: Officer) -> str:
    officer.page.goto(f"{officer.site.address}/pencegahan/kegiatan/baru")
    for name, words in (("theme", "Kampanye hitam"), ("kind", "Sosialisasi")):
        officer.pick(name, words)
    officer.fill(title=TITLE, audience="Kepala bidang dan kepala sekolah")
    officer.fill_day("planned_on", days_ago(0))
    officer.fill(begins_at="09.00", ends_at="11.30", place="Aula Dinas Pendidikan")
    for name, words in (("region", "Kecamatan Melati"), ("agreement", "Pengawasan partisipatif")):
        officer.pick(name, words)
    officer.choose("together", "Bersama")
    officer.press()
    expect(officer.page.locator("h1")).to_contain_text(TITLE)
    return officer.page.url.partition("?")[0]


def _announced(officer: Officer, activity: str) -> None:
    officer.page.click("main a:has-text('Umumkan kegiatan')")
    officer.fill(notice="Terbuka bagi semua pegawai dinas.")
    officer.press()
    expect(officer.page.locator("main")).to_contain_text("Diumumkan")
    assert officer.page.url.startswith(activity)


def _on_the_agenda(page: Page, site: Site) -> None:
    def shown() -> bool:
        page.goto(f"{site.address}/agenda")
        return TITLE in page.locator("main").inner_text()

    until("the public agenda shows it", shown)
    expect(page.locator("main")).to_contain_text("Terbuka bagi semua pegawai dinas.")
    assert faults(page) == []


def _room(officer: Officer, activity: str) -> str:
    """Write a test, open the page for phones, project it; return its address."""
    page = officer.page
    page.goto(f"{activity}/kehadiran")
    page.click("main a:has-text('Tulis soal')")
    officer.fill(questions=QUESTIONS)
    officer.press()
    page.click("main a:has-text('Siapkan halaman HP')")
    now = clock.now().astimezone(ZoneInfo("Asia/Jakarta"))
    officer.fill_day("on", now.date())
    officer.fill(opens=_hour(now - timedelta(hours=1), now), closes=_hour(now, now, later=1))
    officer.press()
    address = page.locator(".digest").inner_text()
    page.click("main a:has-text('Tampilkan kode QR')")
    expect(page.locator(".wall__code")).to_be_visible()
    assert faults(page) == []
    return address


def _hour(at: datetime, today: datetime, later: int = 0) -> str:
    """Return an hour of today as people write it: midnight stands at either end."""
    wanted = at + timedelta(hours=later)
    if wanted.date() < today.date():
        return "00.00"
    return "23.59" if wanted.date() > today.date() else f"{wanted:%H.%M}"


def _attends(browser: Chromium, room: str, name: str, *, knows: bool) -> None:
    """Somebody in the room: the test before, their name, the test after; all of it right."""
    with _phone(browser, room) as phone:
        _answers(phone, "Tes awal", right=knows)
        phone.goto(room)
        phone.fill("[name=name]", name)
        phone.select_option("[name=unit]", label=UNIT)
        phone.click("text=Catat kehadiran")
        expect(phone.locator("main")).to_contain_text("Kehadiran Anda tercatat")
        _answers(phone, "Tes akhir", right=True)


@contextmanager
def _phone(browser: Chromium, room: str) -> Iterator[Page]:
    with watched_page(browser, PHONE, script=False) as (phone, _):

        def open_for_people() -> bool:
            phone.goto(room)
            return phone.locator("[name=name]").count() == 1

        until("the page of the room is open", open_for_people)
        yield phone
        assert phone.context.cookies(room) == []


def _answers(phone: Page, test: str, *, right: bool) -> None:
    phone.click(f"main a:has-text('{test}')")
    for number, place in ((1, 1), (2, 0)):
        phone.check(f"[name=soal_{number}][value='{place if right else 1 - place}']")
    phone.click("text=Kirim jawaban")
    expect(phone.locator("main")).to_contain_text("Jawaban Anda tersimpan")


def _collected(officer: Officer, activity: str) -> None:
    """Both names came in within seconds, and what everybody knows more now."""
    page = officer.page

    def both() -> bool:
        page.goto(f"{activity}/kehadiran")
        text = page.locator("main").inner_text()
        return "100%" in text and "50%" in text and "2\nnama" in text

    until("both phones were collected", both)
    assert faults(page) == []
    page.goto(f"{activity}/kehadiran/daftar")
    expect(page.locator("main")).to_contain_text("Peserta Satu")


def _held(officer: Officer, activity: str) -> None:
    officer.page.goto(f"{activity}/pelaksanaan")
    officer.fill_day("held_on", days_ago(0))
    officer.page.get_by_label(UNIT, exact=True).fill("12")
    officer.page.locator("main .duty-fields .govuk-checkboxes__item input").first.check()
    officer.press()
    expect(officer.page.locator("main")).to_contain_text("Terlaksana")


def _proved(officer: Officer, activity: str) -> None:
    officer.page.goto(f"{activity}/hasil")
    officer.page.click("text=Tambah bukti >> nth=0")
    officer.fill(note=PROOF)
    officer.press()
    expect(officer.page.locator("main")).to_contain_text(PROOF)
    with officer.page.expect_download() as fetching:
        officer.page.click("text=Unduh laporan (PDF)")
    assert Path(fetching.value.path()).read_bytes().startswith(b"%PDF-")


async def _frozen_meeting(town: Town) -> int:
    """A meeting of today whose figures are frozen after all of this."""
    wanted = Plan(title="Rapat sesudah sosialisasi", planned_on=days_ago(0), place="Aula")
    party = town.offices["bkpsdm"]
    new = NewMeeting(kind=MeetingKind.INCIDENTAL, other_party=party, plan=wanted)
    meeting = await plan(town.sari, new)
    await hold(town.sari, meeting, days_ago(0))
    await freeze(town.sari, meeting)
    return meeting


def _in_the_pack(officer: Officer, meeting: int) -> None:
    """One button, a moment of the worker, and the activity stands in the annexes."""
    page = officer.page
    officer.site.carry_session(page, "sari")
    page.goto(f"{officer.site.address}/evaluasi/rapat/{meeting}/paket")
    page.click("text=Buat bahan rapat")
    expect(page.locator("main a:has-text('XLSX')").first).to_be_visible(timeout=60_000)
    assert faults(page) == []
    with page.expect_download() as fetching:
        page.click("main a:has-text('XLSX') >> nth=0")
    book = CalamineWorkbook.from_filelike(io.BytesIO(Path(fetching.value.path()).read_bytes()))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    assert TITLE in {cell for row in rows for cell in row}
