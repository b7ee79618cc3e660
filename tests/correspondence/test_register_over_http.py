"""The register of letters: from the side of whoever reads it, filtered, page by page, as a file."""

import csv
import io
from datetime import date

import pytest
import python_calamine

from netralitas.correspondence.commands import add_letter_in
from netralitas.correspondence.domain import Direction
from netralitas.correspondence.queries.register import HEADS, PAGE
from netralitas.database.transactions import writing
from tests.cases.conftest import Visits
from tests.correspondence.letterbox import day, fill, letters, sent_letter
from tests.make import Town, days_ago


async def enter(town: Town, case: int, number: str, **more: object) -> int:
    """Put a further letter of the office into the record of a case."""
    (first, *_) = await letters(case)
    async with writing(town.rina) as c:
        return await add_letter_in(
            c,
            **{
                "case_file": case,
                "event": first["event"],
                "direction": Direction.OUT,
                "printed": number,
                "dated_on": date(2026, 3, 2),
                "subject": "Undangan klarifikasi",
                "organisation": town.offices["kab"],
                "correspondent": town.offices["bkpsdm"],
                "readers": first["readers"],
                **more,
            },
        )


async def test_each_end_reads_a_letter_from_its_own_side_and_nobody_else_finds_it(
    town: Town, visit: Visits
) -> None:
    case, letter, at = await sent_letter(town)
    number = (await letters(case))[0]["printed"]
    (sender, receiver, stranger) = [await visit(name) for name in ("rina", "maya", "lain")]
    page = await sender.go(f"/surat?cari={number}")
    assert page.link(number) == at
    assert "Keluar BKN" in page.text
    assert "Penerimaan belum terbukti" in page.text
    assert "Masuk Bawaslu Kabupaten Contoh" in (await receiver.go(f"/surat?cari={number}")).text
    assert number not in (await stranger.go("/surat")).text
    assert (await stranger.go(at)).status == 404
    assert (await sender.go(f"/perkara/{case}/surat/{letter + 10_000}")).status == 404


@pytest.fixture(scope="module")
async def shelf(town: Town, visit: Visits) -> dict[str, str]:
    """Letters that stand differently, their numbers by what they are."""
    case, _, _ = await sent_letter(town)
    subject = {"subject": "Permintaan data"}
    await enter(town, case, "MASUK/7", direction=Direction.IN, correspondent=town.offices["bkn"])
    back = await enter(town, case, "KEMBALI/8", **subject)
    on = days_ago(1)
    returned = day("on", f"{on.day} {on.month} {on.year}")
    await fill(await visit("rina"), f"/perkara/{case}/surat/{back}/kembali", **returned)
    await enter(town, case, "BALAS/100%", proof="other", answer_by=on, **subject)
    number = (await letters(case))[0]["printed"]
    return {"out": number, "in": "MASUK/7", "back": "KEMBALI/8", "asked": "BALAS/100%"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"out", "in", "back", "asked"}),
        ("?arah=keluar", {"out", "back", "asked"}),
        ("?arah=masuk", {"in"}),
        ("?keadaan=menunggu", {"out", "asked"}),
        ("?keadaan=belum-terbukti", {"out", "back"}),
        ("?keadaan=kembali", {"back"}),
        ("?arah=masuk&keadaan=kembali", set()),
        ("?cari=100%25", {"asked"}),
        ("?cari=KLARIFIKASI", {"in"}),
        ("?arah=samping&keadaan=baik&setelah=satu", {"out", "in", "back", "asked"}),
    ],
)
async def test_the_address_says_which_letters_are_shown(
    shelf: dict[str, str], visit: Visits, query: str, found: set[str]
) -> None:
    page = await (await visit("rina")).go(f"/surat{query}")
    assert {word for word, number in shelf.items() if number in page.links} == found


async def test_pages_follow_one_another_without_a_gap_and_files_hold_the_whole(
    town: Town, visit: Visits
) -> None:
    case, _, _ = await sent_letter(town)
    above = {"organisation": town.offices["prov"], "subject": "=1+1 Undangan"}
    for place in range(PAGE + 3):
        await enter(town, case, f"DAFTAR/{place:03}", **above)
    galih = await visit("galih")
    first = await galih.go("/surat?cari=DAFTAR/")
    second = await galih.go(first.link("Berikutnya →"))
    numbers = [name for page in (first, second) for name in page.links if "DAFTAR/" in name]
    assert numbers == [f"DAFTAR/{place:03}" for place in reversed(range(PAGE + 3))]
    assert second.link("← Sebelumnya") == "/surat?cari=DAFTAR%2F"
    table = (await galih.client.get("/surat/data.csv?cari=DAFTAR/")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[0] == list(HEADS)
    assert (len(rows), rows[1][0], rows[1][2]) == (PAGE + 4, numbers[0], "'=1+1 Undangan")
    book = (await galih.client.get("/surat/data.xlsx?cari=DAFTAR/")).content
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0)
    cells = sheet.to_python()
    assert [row[0] for row in cells] == ["Nomor", *numbers]
    assert cells[1][2] == "=1+1 Undangan"


async def test_who_reads_no_letters_has_no_register(town: Town, visit: Visits) -> None:
    for login in ("wulan", "hadi", "putri"):
        browser = await visit(login)
        for address in ("/surat", "/surat/data.csv", "/surat/data.xlsx", "/surat/alamat"):
            assert (await browser.client.get(address)).status_code == 403, (login, address)
        assert "Surat" not in (await browser.go("/beranda")).links
    empty = await (await visit("lain")).go("/surat")
    assert "Belum ada surat" in empty.text
