"""The reading pages over HTTP: everything that is there can be found, by everybody signed in."""

import re

import pytest

from netralitas.editions.commands.changing import propose, save
from netralitas.editions.domain import Entry, EntryKind
from netralitas.law.entries import LawData
from netralitas.law.violations import INDICATION
from netralitas.legislation.words.laws import slug
from tests.legislation.conftest import Statements, Visits
from tests.make import Town, make_case

PAGES = (
    *("", "/aturan", "/kalender", "/jam-layanan", "/pelanggaran", "/sanksi", "/peraturan"),
    "/kutipan",
)


@pytest.mark.parametrize("page", PAGES)
async def test_everybody_reads_the_law_also_who_reads_no_cases(visit: Visits, page: str) -> None:
    for login in ("rina", "maya", "hadi"):
        browser = await visit(login)
        shown = await browser.go(f"/referensi{page}")
        assert shown.status == 200
        assert shown.links["Referensi"] == "/referensi"


async def test_a_page_of_the_law_asks_the_database_nothing_of_its_own(
    visit: Visits, statements: Statements
) -> None:
    browser = await visit("rina")
    await browser.go("/referensi/aturan")
    statements.sent.clear()
    await browser.go("/referensi/aturan")
    assert not [sent for sent in statements.sent if "law_" in sent and "law_edition" not in sent]


async def test_the_entrance_leads_to_every_part_and_names_the_edition(
    visit: Visits, law: LawData
) -> None:
    page = await (await visit("rina")).go("/referensi")
    assert "Edisi 1, data bawaan" in page.text
    assert f"{len(law.book.codes())} aturan" in page.text
    assert f"{len(law.laws.laws())} peraturan" in page.text
    assert "19 jenis, 3 belum berlaku" in page.text
    found = {href for href in page.links.values() if href.startswith("/referensi/")}
    assert found == {f"/referensi{part}" for part in PAGES if part}


async def test_every_rule_is_listed_and_has_its_page(visit: Visits, law: LawData) -> None:
    browser = await visit("rina")
    listed = (await browser.go("/referensi/aturan")).html
    found = re.findall(r'href="/referensi/aturan/([a-z0-9_.]+)"', listed)
    assert sorted(found) == list(law.book.codes())
    for code in found:
        page = await browser.go(f"/referensi/aturan/{code}")
        assert page.status == 200
        assert page.links["Hitung tanggal dengan aturan ini"].endswith(f"?aturan={code}")
        assert law.book.versions(code)[-1].label in page.headings[0]


async def test_a_rule_with_two_starts_says_which_is_used_and_who_reads_it_otherwise(
    visit: Visits,
) -> None:
    page = await (await visit("rina")).go("/referensi/aturan/pemilihan.handle_base")
    assert "Dihitung sejak kapan" in page.text
    rows = [" ".join(row.split()) for row in re.findall(r"<tr role.*?</tr>", page.html, re.DOTALL)]
    taken = next(row for row in rows if ">dipakai<" in row)
    other = next(row for row in rows if "laporan diterima" in row)
    assert "temuan atau laporan diregistrasi" in taken
    assert "undang-undang" in other
    assert ">dipakai<" not in other


async def test_what_was_not_read_in_the_law_is_marked(visit: Visits) -> None:
    browser = await visit("rina")
    assert "perlu konfirmasi" in (await browser.go("/referensi/aturan/asn.sk_deliver")).text
    sure = await browser.go("/referensi/aturan/pemilu.handle_max")
    assert "perlu konfirmasi" not in sure.text
    assert "Dibaca dalam naskah aturan." in sure.text


async def test_every_item_of_the_catalogue_says_that_it_is_an_indication(
    visit: Visits, law: LawData
) -> None:
    browser = await visit("rina")
    listed = await browser.go("/referensi/pelanggaran")
    assert INDICATION in listed.text
    for item in law.violations.all[-1].violations:
        assert f'href="/referensi/pelanggaran/{item.code}"' in listed.html
        page = await browser.go(f"/referensi/pelanggaran/{item.code}")
        assert page.headings[0].endswith(item.act)
        assert INDICATION in page.text
        for conflict in item.conflicts:
            assert conflict.said in page.text
            assert conflict.taken in page.text
            assert conflict.why in page.text


async def test_a_clause_shows_from_when_to_when_it_carried_the_item(visit: Visits) -> None:
    page = await (await visit("rina")).go("/referensi/pelanggaran/skb2022.D5")
    assert "22 September 2022 sampai 30 Oktober 2023" in page.text
    assert "sejak 31 Oktober 2023" in page.text


async def test_sanctions_not_in_force_are_shown_with_what_stands_in_for_them(
    visit: Visits,
) -> None:
    page = await (await visit("dewa")).go("/referensi/sanksi")
    assert page.text.count("Pemotongan tunjangan kinerja 25%") == 3
    assert page.html.count(">belum berlaku<") == 3
    assert page.html.count(">berlaku sebagai pengganti<") == 3
    assert "menunggu peraturan pemerintah tentang gaji" in page.text
    assert "Tidak dijatuhi sanksi" not in page.text
    assert page.text.count("Yang memutuskan:") == 7


async def test_every_law_has_its_page_and_its_address_is_its_own(
    visit: Visits, law: LawData
) -> None:
    browser = await visit("rina")
    addresses = {slug(found.id) for found in law.laws.laws()}
    assert len(addresses) == len(law.laws.laws())
    listed = (await browser.go("/referensi/peraturan")).html
    for found in law.laws.laws():
        address = f"/referensi/peraturan/{slug(found.id)}"
        assert f'href="{address}"' in listed
        assert (await browser.go(address)).headings[0] == found.id


@pytest.mark.parametrize(
    "address",
    ["/referensi/aturan/tidak.ada", "/referensi/pelanggaran/skb2022.Z1", "/referensi/peraturan/x"],
)
async def test_what_is_not_in_the_law_is_not_found(visit: Visits, address: str) -> None:
    assert (await (await visit("rina")).go(address)).status == 404


async def test_a_deadline_on_a_case_leads_to_its_rule(visit: Visits) -> None:
    browser = await visit("rina")
    opened = await make_case(visit.town)
    page = await browser.go(f"/perkara/{opened.id}")
    found = set(re.findall(r'href="/referensi/aturan/([a-z0-9_.]+)"', page.html))
    assert found
    for code in found:
        assert (await browser.go(f"/referensi/aturan/{code}")).status == 200


async def test_office_hours_are_taught_while_nobody_has_told_any(visit: Visits) -> None:
    page = await (await visit("dewa")).go("/referensi/jam-layanan")
    assert "Belum ada jam layanan yang dicatat." in page.text


async def test_office_hours_say_which_hold_today_and_by_what(town: Town, visit: Visits) -> None:
    now = {"organisation": "kab", "valid_from": "2024-01-01", "weekdays": [0, 1, 2, 3, 4]}
    stages = {**now, "valid_from": "2024-08-27", "valid_to": "2024-08-29"}
    told = {"basis": "Pengumuman Bawaslu", "certainty": "T"}
    entries = tuple(
        Entry(
            kind=EntryKind.OFFICE_HOURS,
            key=f"kab/{hours['valid_from']}",
            body={**hours, **told, "opens": "08:00:00", "closes": "16:00:00"},
        )
        for hours in (now, stages)
    )
    draft = await propose(town.hadi, reason="Pengumuman", entries=entries)
    await save(town.hadi, draft, previewed=1, confirmed=frozenset())
    page = await (await visit("rina")).go("/referensi/jam-layanan")
    assert page.text.count("Senin sampai Jumat pukul 08.00 sampai 16.00") == 2
    assert page.text.count("berlaku hari ini") == 1
    assert "Pengumuman Bawaslu" in page.text
