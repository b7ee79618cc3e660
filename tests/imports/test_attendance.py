"""A list of those who were present comes in: unknown units, people twice, full units, merges."""

import io
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from typing import Any

import pytest
import xlsxwriter
from litestar import Litestar

from netralitas.database.engine import ENGINE
from netralitas.imports.attendance.schema import ATTENDANCE
from netralitas.imports.domain import FileNotTaken, ImportKind
from netralitas.imports.examining import open_table
from tests.cases.conftest import Visits, settings, site
from tests.conftest import Database
from tests.databases import Shelf
from tests.make import make_town
from tests.pages import Browser, Page, read
from tests.prevention.attending.room import NIP_ONE, NIP_TWO, names, present
from tests.prevention.world import Partners, events, make_partners, plan

__all__ = ["settings", "site"]

HEADS = ("Nama", "Unit Kerja", "Jabatan", "NIP")


@pytest.fixture(scope="module")
async def database(shelf: Shelf) -> AsyncIterator[Database]:
    """The database of this module, and the engine on it."""
    taken = await shelf.take()
    await ENGINE.open(taken.database.dsn("app"))
    yield taken.database
    await ENGINE.close()
    await shelf.give_back(taken)


@pytest.fixture(scope="module")
async def partners(database: Database) -> Partners:
    """Three units of 40, 25 and 10 people."""
    assert database.name
    return await make_partners(await make_town())


@pytest.fixture(scope="module")
async def visit(partners: Partners, site: Litestar) -> AsyncIterator[Visits]:
    """Sign people in."""
    async with site.lifespan(), AsyncExitStack() as stack:
        yield Visits(town=partners.town, site=site, stack=stack)


def sheet(rows: Sequence[Sequence[str]], *merged: tuple[int, int, int, int]) -> bytes:
    """A workbook with these rows, and cells that are merged over them."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet("Hadir")
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
        for first_row, first, last_row, last in merged:
            page.merge_range(first_row, first, last_row, last, rows[first_row][first])
    return written.getvalue()


def commas(*rows: Sequence[str]) -> bytes:
    """The same as CSV."""
    return "\n".join(";".join(row) for row in rows).encode()


async def upload(browser: Browser, activity: int, content: bytes) -> Page:
    """Send a file, and go on with the columns as they are recognised."""
    address = f"/pencegahan/kegiatan/{activity}/kehadiran/impor"
    answer = await browser.client.post(
        address,
        files={"file": ("hadir.csv", content)},
        headers={"Sec-Fetch-Site": "same-origin"},
        follow_redirects=True,
    )
    page = read(answer)
    return page if page.status != 200 else await browser.send(page.form("/kolom"))


async def test_good_rows_come_onto_the_list_and_each_bad_one_is_told_with_its_number(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    content = commas(
        ("Daftar hadir sosialisasi", "", "", ""),
        HEADS,
        ("Ani Contoh", "DINAS  pendidikan", "Guru", NIP_ONE),
        ("Budi Contoh", "Kantor Camat Melati", "", ""),
        ("Cici Contoh", "Dinas Antah Berantah", "", ""),
        ("budi contoh", "Kantor Camat Melati", "", ""),
        ("Dedi Tamu", "Tamu", "", ""),
        ("A. Contoh", "Tamu", "", NIP_ONE),
        ("", "Tamu", "", ""),
    )
    page = await upload(rina, activity, content)
    assert page.status == 200, page.text
    assert "3 dapat diimpor" in page.text
    for sentence in (
        "Unit kerja “Dinas Antah Berantah” tidak dikenal",
        "budi contoh sama dengan baris 4. Bila orangnya berbeda, isi NIP pada kedua baris.",
        "NIP sama dengan NIP pada baris 3.",
        "Nama kosong, padahal wajib diisi.",
    ):
        assert sentence in page.text
    done = await rina.send(page.form())
    assert "Daftar hadir dari berkas tersimpan" in done.text, done.text
    assert await names(activity) == ["Ani Contoh", "Budi Contoh", "Dedi Tamu"]
    last = (await events(activity))[-1]
    assert (last["details"]["way"], last["details"]["added"]) == ("import", 3)
    again = await upload(rina, activity, content + f"\nEka;Tamu;;{NIP_TWO}".encode())
    assert "1 dapat diimpor" in again.text
    assert "Ani Contoh sudah ada pada daftar hadir: NIP atau namanya sama." in again.text
    thrown = await rina.send(again.form("/pembuangan"))
    assert "sudah dibuang" in thrown.text


async def test_more_people_than_work_in_a_unit_are_refused_from_the_first_one_too_many(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rows = [(f"Perawat {number}", "Rumah Sakit Daerah", "", "") for number in range(12)]
    page = await upload(await visit("rina"), activity, commas(HEADS, *rows))
    assert "10 dapat diimpor" in page.text
    assert page.text.count("Rumah Sakit Daerah hanya berpegawai 10 orang") == 2
    assert (await present(activity)).people == 0


async def test_merged_cells_are_refused_by_name_and_a_merged_title_is_not(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rows = [("Daftar hadir",), HEADS, ("Ani", "Dinas Pendidikan"), ("Budi", "Dinas Pendidikan")]
    merged = sheet(rows, (0, 0, 0, 3), (2, 1, 3, 1))
    page = await upload(await visit("rina"), activity, merged)
    assert page.status == 422
    assert "sel yang digabung: B3:B4." in page.text
    opened = open_table(sheet(rows, (0, 0, 0, 3)), ImportKind.ATTENDANCE)
    assert opened.schema is ATTENDANCE
    assert opened.heading.row == 2


def test_many_merged_cells_are_named_in_part() -> None:
    rows: list[Any] = [HEADS, *((f"Orang {n}", "Dinas") for n in range(16))]
    wide = [(2 * n + 1, 1, 2 * n + 2, 1) for n in range(7)]
    with pytest.raises(FileNotTaken) as refused:
        open_table(sheet(rows, *wide), ImportKind.ATTENDANCE)
    assert "B2:B3, B4:B5, B6:B7, B8:B9, B10:B11, dan 2 lagi." in refused.value.sentence
    assert open_table(sheet(rows, *wide), ImportKind.STAFF).grid.rows


@pytest.mark.parametrize(("login", "status"), [("lain", 404), ("nita", 403)])
async def test_who_does_not_note_attendance_imports_none(
    partners: Partners, visit: Visits, login: str, status: int
) -> None:
    activity = await plan(partners)
    browser = await visit(login)
    address = f"/pencegahan/kegiatan/{activity}/kehadiran/impor"
    assert (await browser.go(address)).status == status
    assert (await upload(browser, activity, commas(HEADS, ("Ani", "Tamu")))).status == status
