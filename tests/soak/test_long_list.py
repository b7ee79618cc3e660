"""A hundred thousand rows, every second one wrong: said of each, taken in together, taken back."""

import csv
import io
from time import perf_counter

import pytest

from netralitas.database.transactions import reading
from tests.cases.conftest import Visits, settings, site, statements, town, visit
from tests.imports.tables import HEADS, csv_text
from tests.make import Town
from tests.soak.conftest import Tell, part_of

__all__ = ["settings", "site", "statements", "town", "visit"]

pytestmark = pytest.mark.soak

ROWS = part_of(100_000, least=2_000)
WRONG = (
    ("", "", "nobody's name"),
    ("Pegawai", "31/02/2010", "no number"),
    ("=1+1", "", "a formula"),
    ("Pegawai", "1.967121120170713e+17", "a number that a spreadsheet has spoiled"),
)


def nip(place: int) -> str:
    """A number of its own for each place."""
    born = f"{1950 + place % 50}{1 + place % 12:02}{1 + place % 28:02}"
    return f"{born}{2000 + place // 999 % 20}{1 + place % 12:02}{1 + place % 2}{place % 999 + 1:03}"


def row(place: int) -> tuple[str, str, str, str]:
    """A good row at every even place, at every odd one a row that is wrong in one of four ways."""
    if place % 2:
        name, number, _ = WRONG[place // 2 % len(WRONG)]
        return name, number, "Staf", "Dinas Contoh"
    return f"Pegawai {place}", nip(place), "Staf", "Dinas Contoh"


async def test_every_second_row_is_refused_and_the_rest_taken_in_and_back(
    town: Town, visit: Visits, tell: Tell
) -> None:
    good = {nip(place) for place in range(0, ROWS, 2)}
    assert len(good) == ROWS // 2, "the list itself would have doubles"
    content = csv_text([HEADS, *map(row, range(ROWS))]).encode()
    rina = await visit("rina")
    page = await rina.go("/daftar-pegawai/impor")
    begun = perf_counter()
    columns = await rina.send(page.form("/impor"), file=content, source="Daftar panjang")
    assert columns.status == 200, columns.text
    result = await rina.send(columns.form("/kolom"))
    tell(f"{ROWS:,} rows checked, half of them wrong", f"{perf_counter() - begun:.1f} s")
    assert result.status == 200
    assert len(result.html) < 200_000, "the page names some of the refused rows, not all"
    answer = await rina.client.get(result.link("Unduh semua baris"))
    told = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]
    assert {int(line[0]) for line in told} == {place + 2 for place in range(1, ROWS, 2)}
    begun = perf_counter()
    done = await rina.send(result.form(result.address))
    assert "Daftar pegawai sudah diimpor." in done.text
    tell(f"{ROWS // 2:,} of them taken in", f"{perf_counter() - begun:.1f} s")
    async with reading(town.rina) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == ROWS // 2
    asking = await rina.go(done.link("Batalkan impor"))
    await rina.send(asking.form("/pembatalan"))
    async with reading(town.rina) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == 0
