"""The second half of the line: a recommendation at BKPSDM, until it is reported back."""

from typing import Final

from playwright.sync_api import Locator, expect

from netralitas.law.words import day as in_words
from tests.browser.handling_steps import NAME, NIP, REPORTER
from tests.browser.officer import Officer, People
from tests.make import days_ago

IMPOSED: Final = "Penurunan pangkat setingkat lebih rendah"
MINUTES: Final = "Keterangan terlapor ada di berita acara."
SUBJECT: Final = "Panggilan untuk diperiksa di kantor"
NAMED: Final = days_ago(-30)
"""The day until which BKN's letter wants to know what was decided."""
SUMMONED: Final = days_ago(-7)


def follow_up(people: People, number: str) -> None:
    """Take the recommendation from its receipt to the report of what came of it."""
    arrive(people.turn("dewa"), number)
    examine(people.turn("dewa"), number)
    decide(people.turn("endah"), number)
    read_the_decree(people.turn("rina"), number)
    report_back(people.turn("dewa"), number)
    read_the_outcome(people.turn("rina"), number)


def arrive(officer: Officer, number: str) -> None:
    """What came stands on the home page; its receipt is recorded with the deadline it names."""
    came = officer.page.locator(".arrival", has_text=number)
    expect(came).to_contain_text(NAME)
    came.locator("a", has_text="Catat tanda terima").click()
    officer.choose("letter_deadline", "Surat menyebut tanggal tertentu")
    officer.fill_day("letter_deadline_on", NAMED)
    officer.send()
    internal = ("Penanganan Bawaslu", "Berita acara", "Rapat pleno", "Klarifikasi")
    assert [words for words in (*internal, REPORTER, NIP) if words in officer.text] == []
    officer.page.goto(f"{officer.site.address}/beranda")
    mine = handed(officer, number)
    expect(mine).to_contain_text(in_words(NAMED))
    expect(mine).to_contain_text("Usulan jalur")


def examine(officer: Officer, number: str) -> None:
    """Choose the route, summon, examine and report; the home page says what comes next."""
    handed(officer, number).locator(".handed__step a").click()
    officer.send()
    officer.begin("Panggil untuk diperiksa")
    officer.fill_letter("out", "800/11/BKPSDM/2026", SUBJECT)
    officer.fill_day("exam_on", SUMMONED)
    officer.send()
    officer.page.goto(f"{officer.site.address}/beranda")
    expect(handed(officer, number)).to_contain_text(in_words(SUMMONED))
    handed(officer, number).locator(".handed__step a").click()
    officer.upload("exam_minutes")
    officer.fill(reason=MINUTES)
    officer.send()
    assert MINUTES in officer.text
    officer.begin("Laporkan hasil pemeriksaan")
    officer.send()
    assert officer.waits_for("Menunggu keputusan Pejabat Pembina Kepegawaian")


def decide(officer: Officer, number: str) -> None:
    """The official's delegate fixes the decree."""
    officer.find(number)
    officer.begin("Tetapkan surat keputusan")
    officer.pick("imposed", IMPOSED)
    officer.fill(decree_number="888/21/SK/2026")
    officer.send()
    assert officer.waits_for("Menunggu penyampaian surat keputusan")
    way = officer.page.locator(".strip__label").all_inner_texts()
    assert "Pemeriksaan disiplin" in way
    assert "Kode etik" not in way  # a route that was not taken is no part of the way


def read_the_decree(officer: Officer, number: str) -> None:
    """Bawaslu sees what was imposed at once, and nothing of the office's working papers."""
    officer.find(number)
    recommended, imposed = officer.sides(NAME)
    assert recommended == "Hukuman disiplin sedang"
    assert imposed.startswith(IMPOSED)
    assert "Surat keputusan ditetapkan." in officer.text
    assert MINUTES not in officer.text
    assert SUBJECT not in officer.text


def report_back(officer: Officer, number: str) -> None:
    """The decree is delivered, comes into force and is reported."""
    officer.find(number)
    officer.take("Catat penyampaian surat keputusan")
    officer.take("Catat keputusan berlaku")
    officer.take("Laporkan hasil tindak lanjut")
    assert "Hasil dilaporkan" in officer.stages


def read_the_outcome(officer: Officer, number: str) -> None:
    """Bawaslu sees that it was reported, and both sides of it in the ledger."""
    officer.find(number)
    assert "Hasil dilaporkan" in officer.stages
    assert "Pemantauan berakhir" in officer.text
    officer.page.click(".sections__line >> text=Tindak lanjut")
    line = officer.page.locator("#buku ~ * tr", has_text=number)
    expect(line).to_contain_text("Hukuman disiplin sedang")
    expect(line).to_contain_text(IMPOSED)
    expect(line).to_contain_text("Sesuai rekomendasi")


def handed(officer: Officer, number: str) -> Locator:
    """The respondent of the case on the home page of the office."""
    return officer.page.locator(".handed__one", has_text=number)
