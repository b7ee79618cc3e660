"""The end of the line: what may be told is released, and anybody reads it."""

from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.handling_steps import NAME, NIP, REPORTER
from tests.browser.officer import Officer, People
from tests.make import days_ago
from tests.programs import until

SUMMARY: Final = "Seorang pegawai hadir pada deklarasi dengan atribut pasangan calon."
SECRETS: Final = (NAME, NIP, REPORTER, "Sutarno", "Kepala Bidang", "Dinas Contoh", "Rina Paramita")


def release(people: People, number: str) -> None:
    """Draft a release, let it be checked and approved twice, ask the other party, publish."""
    draft(people.turn("rina"), number)
    check(people.turn("ratih"), number)
    approve(people.turn("sari"), number, "Setujui rilis", "Rilis disetujui satu orang")
    refuse_the_second_approval_of_the_same(people.officers["sari"])
    approve(
        *(people.turn("tono"), number, "Setujui rilis sebagai orang kedua"),
        "Rilis disetujui dua orang",
    )
    notify(people.turn("ratih"), number)
    answer(people.turn("dewa"), number)
    publish(people.turn("ratih"), number)


def draft(officer: Officer, number: str) -> None:
    """A summary that names somebody is refused; the next one is kept."""
    officer.find(number)
    officer.begin("Susun rilis")
    officer.tick("respondents", NAME)
    officer.fill(summary=f"{NAME} hadir pada deklarasi.")
    officer.press()
    expect(officer.page.locator(".govuk-error-summary")).to_contain_text("bagian dari nama")
    officer.fill(summary=SUMMARY)
    officer.send()
    assert "Rilis disusun" in officer.stages


def check(officer: Officer, number: str) -> None:
    """Somebody else than the one who drafted it looks whether anybody can be recognised."""
    officer.find(number)
    officer.begin("Periksa bahwa tidak ada yang dapat dikenali")
    assert SUMMARY in officer.text  # what is to be judged stands on the form itself
    officer.send()
    assert "Rilis diperiksa" in officer.stages


def approve(officer: Officer, number: str, step: str, stage: str) -> None:
    """A commissioner approves."""
    officer.find(number)
    officer.begin(step)
    assert SUMMARY in officer.text
    officer.send()
    assert stage in officer.stages


def refuse_the_second_approval_of_the_same(officer: Officer) -> None:
    """Whoever approved first cannot be the second as well, and reads why."""
    blocked = officer.page.locator(".steps__step--blocked", has_text="sebagai orang kedua")
    expect(blocked).to_contain_text("Langkah ini dilakukan oleh orang lain")


def notify(officer: Officer, number: str) -> None:
    """The other party gets a letter, and a day until which it may answer."""
    officer.find(number)
    officer.begin("Beri tahu pihak lain")
    officer.fill_letter("out", "030/HM.00/K/2026", "Pemberitahuan rilis")
    officer.fill_day("answer_by", days_ago(-3))
    officer.send()
    blocked = officer.page.locator(".steps__step--blocked", has_text="Terbitkan rilis")
    expect(blocked).to_contain_text("Pihak lain belum menanggapi")


def answer(officer: Officer, number: str) -> None:
    """The other party has nothing against it."""
    officer.find(number)
    officer.take("Nyatakan tidak keberatan")
    assert "Pihak lain tidak keberatan." in officer.text


def publish(officer: Officer, number: str) -> None:
    """Now it may be published, and is."""
    officer.find(number)
    officer.take("Terbitkan rilis")
    assert "Rilis terbit" in officer.stages


def read_in_public(page: Page, site: str) -> None:
    """Anybody finds the outcome a moment later on top of the list, without a name."""
    until("the outcome is public", lambda: _newest_outcome(page, site))
    said = page.locator("main").inner_text()
    assert "Administrator" in said or "ASN atau aparatur lain" in said
    assert "Selesai: hukuman disiplin sedang" in said
    assert "Pihak lain menyatakan tidak keberatan." in said
    assert [secret for secret in SECRETS if secret in page.content()] == []


def _newest_outcome(page: Page, site: str) -> bool:
    """Open the newest outcome, and say whether it is ours."""
    page.goto(f"{site}/hasil")
    newest = page.locator("main a[href^='/hasil/']:not([href$='/koreksi'])").first
    if newest.is_visible():
        newest.click()
    return SUMMARY in page.locator("main").inner_text()


def ask_with_the_code(page: Page, site: str, code: str) -> None:
    """Whoever holds the receipt reads how far it is, and that nobody opened the identity."""
    page.goto(site)
    page.fill("#code", code.lower().replace("-", " "))
    page.click("main form button")
    expect(page.locator("h1")).to_have_text("Status laporan Anda")
    said = page.locator("main").inner_text()
    assert "sudah menyelesaikan tindak lanjutnya" in said
    assert "Hasil tindak lanjut dilaporkan kepada Bawaslu." in said
    assert "belum pernah dibuka" in said
    assert [secret for secret in SECRETS if secret in page.content()] == []
