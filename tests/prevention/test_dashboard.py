"""The dashboard: narrowed by its filters, with cost, tests, distinct people, charts and files."""

import csv
import io
from datetime import date

from netralitas.cases.domain import Theme
from netralitas.charts.commands import DRAW
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.prevention.domain import ActivityKind, Fund
from tests.pages import Browser
from tests.prevention.conftest import Statements, Visits
from tests.prevention.world import HELD_ON, KENANGA, MELATI, Partners, as_owner, hold, plan

YEAR = f"/pencegahan?tahun={HELD_ON.year}"
_NAMED = """
INSERT INTO attendee (activity, unit, name, nip_digest, nip_last, way, noted_at, readers)
SELECT a.id, $2, 'Orang', sha256(n::text::bytea), '0001', 'list', now(), a.readers
FROM activity a, generate_series($3::integer, $4::integer) n WHERE a.id = $1
"""
_TESTED = """
INSERT INTO quiz_result (activity, phase, people, points, questions, noted_at, readers)
SELECT id, $2, $3, $4, 10, now(), readers FROM activity WHERE id = $1
"""
_INVITED = "INSERT INTO invited (activity, unit, readers) SELECT id, $2, readers FROM activity"


async def table(browser: Browser, name: str, filters: str = "") -> list[dict[str, str]]:
    """A table of the dashboard as a file."""
    answer = await browser.client.get(
        f"/pencegahan/data.csv?tahun={HELD_ON.year}&tabel={name}{filters}"
    )
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


async def make_year(partners: Partners) -> tuple[int, int]:
    """A socialization in Melati with two tests, lists and a cost, and an imbauan in Kenanga."""
    first = await plan(partners, fund=Fund.APBD, cost=1_500_000)
    await hold(partners, first, dinas=10, camat=5)
    second = await plan(
        partners, kind=ActivityKind.APPEAL, region=KENANGA, theme=Theme.MONEY_POLITICS
    )
    await hold(partners, second, held_on=date(HELD_ON.year, 9, 20), dinas=8)
    dinas = partners.units["dinas"]
    async with as_owner() as c:
        await c.execute(_INVITED + " WHERE id = $1", first, partners.units["rsud"])
        await _took_part(c, first, second, dinas)
    return first, second


async def _took_part(c: Connection, first: int, second: int, dinas: int) -> None:
    """Ten people of a unit came first, eight others then; a test rose from 40 to 75."""
    await c.execute(_NAMED, first, dinas, 1, 10)
    await c.execute(_NAMED, second, dinas, 11, 18)
    await c.execute(_TESTED, first, "before", 10, 40)
    await c.execute(_TESTED, first, "after", 8, 60)
    await c.execute(_TESTED, second, "before", 8, 8)


async def test_the_figures_of_a_year_and_what_each_filter_leaves_of_them(
    partners: Partners, visit: Visits
) -> None:
    await make_year(partners)
    rina = await visit("rina")
    page = await rina.go(YEAR)
    assert "Unit kerja yang sudah dijangkau: 2 dari 3 (66%)." in page.text
    assert "Pegawai, sedikitnya: 23 dari 75 (30%)." in page.text
    assert "diundang 1 kali" in page.text
    assert "Rp1.500.000" in page.text
    assert "naik 35" in page.text
    assert "Imbauan" in page.text
    units = {row["unit_kerja"]: row for row in await table(rina, "unit")}
    assert units["Dinas Pendidikan"]["hadir_terbanyak"] == "10"
    assert units["Dinas Pendidikan"]["dijangkau_sedikitnya"] == "18"
    assert units["Rumah Sakit Daerah"]["diundang"] == "1"
    assert [row["sumber_dana"] for row in await table(rina, "biaya")] == [
        "APBD",
        "Sumber dana belum dicatat",
    ]
    (tested,) = await table(rina, "tes")
    assert (tested["nilai_sebelum"], tested["nilai_sesudah"]) == ("40", "75")
    for filters, held, people in (
        ("", 2, 23),
        ("&jenis=imbauan", 1, 8),
        (f"&kecamatan={MELATI}", 1, 15),
        (f"&unit={partners.units['camat']}", 1, 5),
        ("&bulan=8", 0, 0),
        ("&tema=politik-uang&bulan=9", 1, 8),
        ("&bulan=13&jenis=apa&unit=0&kecamatan=%00", 2, 23),
    ):
        rows = await table(rina, "kecamatan", filters)
        assert sum(int(row["terlaksana"]) for row in rows) == held, filters
        assert sum(int(row["orang_hadir"]) for row in rows) == people, filters
    narrowed = await rina.go(f"{YEAR}&kecamatan={MELATI}&bulan=9")
    assert "tahun 2024, bulan September, kecamatan Kecamatan Melati" in narrowed.text
    assert "Rumah Sakit Daerah (" not in narrowed.text
    assert "Hapus saringan" in narrowed.text


async def test_charts_are_asked_for_once_and_the_table_is_there_meanwhile(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    await make_year(partners)
    rina = await visit("rina")
    page = await rina.go(YEAR)
    statements.sent.clear()
    assert (await rina.go(YEAR)).html == page.html
    assert len(statements.sent) <= 13, statements.sent
    assert page.text.count("Grafik sedang dibuat; angkanya ada di tabel.") == 3
    assert "Bulan mana yang rencananya terlaksana?" in page.text
    again = await (await visit("dewa")).go(YEAR)
    assert again.status == 200
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM job WHERE kind = $1", DRAW) == 6
    book = await rina.client.get(f"/pencegahan/data.xlsx?tahun={HELD_ON.year}&tabel=jenis")
    assert book.content.startswith(b"PK")
    assert "pencegahan-jenis-2024.xlsx" in book.headers["content-disposition"]
