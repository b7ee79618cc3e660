"""What does not go the ordinary way: three ways at once, a silence, a successor, a second letter.

The ordinary line is in test_whole_line.py, a receiver outside in test_outside_receipt.py.
"""

from typing import Final

import pytest
from playwright.sync_api import expect

from netralitas.audit.domain import Moment
from netralitas.cases.domain import Employment, Person
from tests.browser.chromium import Chromium
from tests.browser.officer import Officer, People, people
from tests.browser.site import Site
from tests.discipline.handing import in_hand
from tests.make import (
    ZONE,
    Town,
    days_ago,
    decide_as_usual,
    forward_as_usual,
    forwarded_case,
    make_case,
    person,
)

pytestmark = pytest.mark.browser

OFFICE: Final = "BKPSDM Kabupaten Contoh"
UNTOLD: Final = "Surat tidak menyebut tenggat"


def opened(people: People, login: str, case: int) -> Officer:
    """Somebody opens the case by its address."""
    officer = people.turn(login)
    officer.page.goto(f"{officer.site.address}/perkara/{case}")
    officer.page.wait_for_load_state()
    return officer


def hand_over(officer: Officer, step: str, office: str, number: str, *names: str) -> None:
    """Forward respondents to an office in one letter."""
    officer.begin(step)
    officer.fill_letter("out", number, "Penerusan dugaan pelanggaran netralitas")
    officer.tick("respondents", *names)
    officer.pick("addressee", office)
    officer.upload("evidence_list")
    officer.send()


def recommend(officer: Officer, number: str, level: str, ago: int = 0) -> None:
    """Record what the authority recommends on everybody it was handed."""
    officer.begin("Catat rekomendasi")
    officer.fill_day("happened", days_ago(ago))
    officer.fill_letter("in", number, "Rekomendasi")
    officer.pick("recommended", level)
    officer.pick("follow_up_office", OFFICE)
    officer.send()


def take_in(officer: Officer) -> None:
    """Record the receipt of a letter that names no deadline."""
    officer.begin("Catat penerimaan rekomendasi")
    officer.choose("letter_deadline", UNTOLD)
    officer.send()


def alone(officer: Officer, step: str) -> None:
    """Make a step on the first of several, and on nobody else."""
    officer.begin(step)
    officer.tick("others")
    officer.send()


def by_contract(officer: Officer) -> None:
    """Decide on the one with a contract."""
    officer.take("Pilih jalur PPPK")
    impose(officer, "Tetapkan surat keputusan", "Pemutusan perjanjian kerja dengan hormat")


def in_the_village(officer: Officer) -> None:
    """Settle what was handed straight to the office, about the head of a village."""
    officer.take("Tindak lanjuti sendiri")
    take_in(officer)
    officer.take("Pilih jalur pegawai bukan ASN")
    impose(officer, "Catat hasil telaah unit kerja", "Sanksi menurut kontrak")


def by_discipline(officer: Officer) -> None:
    """Examine the civil servant, report, and fix the decree."""
    officer.take("Catat pemeriksaan")
    officer.take("Laporkan hasil pemeriksaan")
    impose(officer, "Tetapkan surat keputusan", "Penurunan jabatan setingkat")


def impose(officer: Officer, step: str, kind: str) -> None:
    """Record what is imposed."""
    officer.begin(step)
    officer.pick("imposed", kind)
    officer.send()


async def _decided(town: Town, *people: Person) -> int:
    case = (await make_case(town, *people)).id
    await decide_as_usual(town, case)
    return case


async def _with_kasn(town: Town) -> int:
    """A case that KASN was handed in July 2024, and had only received when it ended."""
    case = (await make_case(town, person(1), received=900)).id
    await forward_as_usual(town, case, Moment.day(_JULY, ZONE), to="kasn")
    return case


_JULY: Final = days_ago(0).replace(year=2024, month=7, day=1)


def test_three_respondents_take_three_ways_to_three_ends(browser: Chromium, site: Site) -> None:
    kinds = (Employment.PNS, Employment.PPPK, Employment.VILLAGE_HEAD)
    named = [person(n, employment=kind) for n, kind in enumerate(kinds, start=1)]
    case = site.made(_decided(site.town, *named))
    with people(browser, site) as everybody:
        rina = opened(everybody, "rina", case)
        hand_over(rina, "Teruskan ke instansi", "BKN", "31/K/2026", "1. ", "2. ")
        hand_over(rina, "Teruskan terlapor lain", OFFICE, "32/K/2026", "3. ")
        maya = opened(everybody, "maya", case)
        assert str(named[2].name) not in maya.text
        recommend(maya, "B-31/BKN/2026", "Hukuman disiplin berat")
        dewa = opened(everybody, "dewa", case)
        take_in(dewa)
        alone(dewa, "Pilih jalur disiplin")
        by_contract(dewa)
        in_the_village(dewa)
        by_discipline(dewa)
        for step in ("Catat penyampaian surat keputusan", "Catat keputusan berlaku"):
            dewa.take(step)  # for both decrees at once
        dewa.take("Laporkan hasil tindak lanjut")
        rina = opened(everybody, "rina", case)
        imposed = [rina.sides(str(one.name))[1] for one in named]
        assert rina.text.count("Hasil dilaporkan") >= len(named)
        assert imposed[0].startswith("Penurunan jabatan setingkat")
        assert imposed[1].startswith("Pemutusan perjanjian kerja dengan hormat")
        assert imposed[2].startswith("Sanksi menurut kontrak")
        assert everybody.said == []


def test_kasn_ends_in_between_and_both_numbers_stay(browser: Chromium, site: Site) -> None:
    case = site.made(_with_kasn(site.town))
    with people(browser, site) as everybody:
        rina = opened(everybody, "rina", case)
        rina.begin("Alihkan ke instansi pengganti")
        expect(rina.page.locator("#usulan-penerima")).to_be_visible()
        expect(rina.page.locator("main")).to_contain_text("belum diproses: diserahkan kepada BKN")
        rina.pick("successor", "BKN")
        rina.fill(foreign_number="SBT-2024-77", reason="KASN berakhir 24 Agustus 2024.")
        rina.send()
        assert "SBT-2024-77" in rina.text
        assert "Dialihkan ke instansi pengganti" in rina.text
        maya = opened(everybody, "maya", case)
        recommend(maya, "B-32/BKN/2026", "Hukuman disiplin sedang")
        dewa = opened(everybody, "dewa", case)
        take_in(dewa)
        assert dewa.waits_for("Menunggu pilihan jalur")
        assert everybody.said == []


def test_no_answer_is_asked_for_warned_blocked_and_unblocked(browser: Chromium, site: Site) -> None:
    case = site.made(in_hand(site.town, person(1, name="Tanpa Jawaban"), days=60))
    with people(browser, site) as everybody:
        rina = everybody.turn("rina")
        rina.page.goto(f"{site.address}/tindak-lanjut?terlambat=ya")
        card = rina.page.locator(".board__card", has_text="Tanpa Jawaban")
        expect(card).to_contain_text("Terlambat")
        card.locator("a").click()
        rina.begin("Kirim permintaan keterangan tindak lanjut")
        rina.fill_letter("out", "40/K/2026", "Permintaan keterangan tindak lanjut")
        rina.send()
        maya = opened(everybody, "maya", case)
        maya.take("Catat teguran")
        maya.take("Catat pemblokiran layanan kepegawaian (SIASN)")
        rina = opened(everybody, "rina", case)
        assert "Layanan kepegawaian (SIASN) diblokir" in rina.text
        maya = opened(everybody, "maya", case)
        maya.take("Catat pembukaan blokir")
        rina = opened(everybody, "rina", case)
        for said in ("Ditegur", "diblokir", "Blokir dibuka"):
            assert said.lower() in rina.text.lower(), said
        assert everybody.said == []


def test_it_comes_back_is_completed_and_a_second_letter_follows_for_two_more(
    browser: Chromium, site: Site
) -> None:
    sent = Moment.day(days_ago(110), ZONE)
    case = site.made(forwarded_case(site.town, person(1), sent=sent, received=120)).id
    with people(browser, site) as everybody:
        maya = opened(everybody, "maya", case)
        maya.begin("Kembalikan untuk dilengkapi")
        maya.fill_day("happened", days_ago(105))
        maya.fill(reason="NIP terlapor belum ada.")
        maya.send()
        rina = opened(everybody, "rina", case)
        assert "NIP terlapor belum ada." in rina.text
        rina.begin("Teruskan kembali")
        rina.fill_day("happened", days_ago(100))
        rina.fill_letter("out", "41/K/2026", "Penerusan kembali")
        rina.send()
        first = ("B-41/BKN/2026", "Hukuman disiplin berat")
        recommend(opened(everybody, "maya", case), *first, ago=95)
        rina = opened(everybody, "rina", case)
        for name in ("Orang Kedua", "Orang Ketiga"):
            rina.page.goto(f"{site.address}/perkara/{case}/terlapor")
            rina.fill(name=name)
            rina.pick("employment", "PNS")
            rina.send()
        hand_over(rina, "Teruskan terlapor lain", "BKN", "42/K/2026", "2. ", "3. ")
        recommend(opened(everybody, "maya", case), "B-99/BKN/2027", "Sanksi moral")
        rina = opened(everybody, "rina", case)
        assert rina.sides("Orang Kedua")[0].startswith("Sanksi moral")
        assert rina.sides("Orang Ketiga")[0].startswith("Sanksi moral")
        assert rina.text.count("Direkomendasikan") >= 3
        assert everybody.said == []
