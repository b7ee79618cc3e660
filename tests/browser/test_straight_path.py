"""Three respondents are forwarded at once on a preliminary study, and then part ways."""

from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Chromium, watched_page
from tests.browser.officer import Officer
from tests.browser.site import Site
from tests.make import make_case, person

pytestmark = pytest.mark.browser

HANDED_ON: Final = "Disampaikan kepada instansi yang menindaklanjuti"
NAMES: Final = ("Lestari Contoh", "Mulyono Contoh", "Nuraini Contoh")


def test_three_respondents_forwarded_straight_part_ways(browser: Chromium, site: Site) -> None:
    people = [person(number, name=name) for number, name in enumerate(NAMES, start=1)]
    made = site.made(make_case(site.town, *people, subject="Ikut rapat tim pemenangan"))
    with watched_page(browser) as (page, messages):
        officer = Officer(page, site)
        submit_preliminary_study(officer, made.receipt)
        approve(officer, made.receipt)
        forward_straight(officer, made.receipt)
        answer_each(officer, made.receipt)
        read_the_cards(officer, made.receipt)
        assert messages == []


def submit_preliminary_study(officer: Officer, number: str) -> None:
    officer.sign_in("rina")
    officer.find(number)
    officer.begin("Mulai kajian awal")
    officer.send()
    officer.begin("Selesaikan kajian awal")
    officer.upload("preliminary_study")
    officer.send()
    blocked = officer.page.locator(".steps__step--blocked", has_text="Teruskan langsung")
    expect(blocked).to_contain_text("memerlukan kajian awal yang disetujui rapat pleno")
    officer.begin("Ajukan kajian awal ke rapat pleno")
    officer.send()
    [waits] = officer.holders
    assert waits.startswith("Menunggu rapat pleno tentang kajian awal sejak ")


def approve(officer: Officer, number: str) -> None:
    officer.sign_in("tono")
    officer.find(number)
    officer.begin("Setujui kajian awal")
    officer.upload("minutes")
    officer.pass_over("Rapat pleno yang memutuskan ini tidak dicatat")
    officer.send()
    assert "Rapat pleno menyetujui kajian awal." in officer.latest
    assert officer.stages == ["Kajian awal"]


def forward_straight(officer: Officer, number: str) -> None:
    officer.sign_in("rina")
    officer.find(number)
    officer.begin("Teruskan langsung tanpa registrasi")
    assert "di luar alur biasa" in officer.text
    officer.tick("respondents", *NAMES)
    officer.fill_letter("out", "020/PM.05.01/K/2026", "Penerusan")
    officer.pick("addressee", "BKN")
    officer.upload("evidence_list")
    officer.fill(reason="Kajian awal sudah cukup; disetujui rapat pleno.")
    officer.send()
    assert officer.stages == ["Hasil", "Diteruskan"]
    assert "Penerusan ke BKN: 3 terlapor (1\N{EN DASH}3)" in officer.text
    expect(officer.page.locator(".respondent", has_text="Menunggu jawaban BKN")).to_have_count(3)


def answer_each(officer: Officer, number: str) -> None:
    officer.sign_in("maya")
    officer.find(number)
    officer.begin("Catat rekomendasi instansi berwenang")
    officer.tick("others")
    officer.pick("recommended", "pernyataan terbuka")
    officer.pick("follow_up_office", "BKPSDM Kabupaten Contoh")
    officer.fill_letter("in", "B-1/BKN/2026", "Rekomendasi")
    officer.send()
    assert set(officer.stages) == {HANDED_ON, "Diteruskan"}
    officer.begin("Tolak penerusan")
    officer.tick("others")
    officer.fill(reason="Bukan wewenang BKN.")
    officer.send()
    officer.begin("Kembalikan untuk dilengkapi")
    officer.fill(reason="Kajian belum memuat identitas lengkap.")
    officer.send()
    assert "Nuraini Contoh" in officer.latest


def read_the_cards(officer: Officer, number: str) -> None:
    officer.sign_in("rina")
    officer.find(number)
    assert officer.sides(NAMES[0]) == ["Sanksi moral, pernyataan terbuka", "belum ada"]
    said = (HANDED_ON, "Ditolak instansi berwenang", "Menunggu kelengkapan dari Bawaslu")
    for name, words in zip(NAMES, said, strict=True):
        expect(officer.page.locator(".respondent", has_text=name)).to_contain_text(words)
    states = {"Ditolak instansi berwenang", "Dikembalikan untuk dilengkapi", HANDED_ON}
    assert set(officer.stages[1:]) == states
