"""The tables of the dashboard, of coverage and of the map as files: what is seen, cell by cell."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from netralitas.prevention.dashboard_pages import (
    CountLine,
    Coverage,
    CoverageLine,
    Dashboard,
    GainLine,
    Tile,
    UnitLine,
    VulnerabilityMap,
)
from netralitas.prevention.figures import Count
from netralitas.web.table_file import type_cell

type_rows = list[Sequence[type_cell]]

_COUNTS: Final = ("rencana", "terlaksana", "dibatalkan", "belum_dicatat", "orang_hadir")


def table_name(word: str | None) -> str:
    """Return the table of the dashboard that an address names, the first for anything else."""
    return word if word in TABLES else TABLES[0]


def rows_of(page: Dashboard, table: str) -> type_rows:
    """Return the rows of one table of the dashboard, its heads first."""
    return _TABLES[table](page)


def coverage_rows(page: Coverage) -> type_rows:
    """Return sub-districts and groups of units beside each other, then what was not matched."""
    heads = ("tahun", "tema", "kecamatan", "unit_kerja", "pegawai", "persen_dijangkau")
    lines = [(line.label, "", line) for line in page.districts]
    lines += [(line.place, line.label, line) for line in page.units]
    return [
        (*heads, "terlapor", "terlapor_per_1000"),
        *((page.year, page.theme, place, unit, *_beside(line)) for place, unit, line in lines),
        (page.year, page.theme, "", "tidak dapat dicocokkan", None, None, page.nowhere, None),
    ]


def map_rows(page: VulnerabilityMap) -> type_rows:
    """Return the tiles with their parts; the version of the definition is in each line."""
    heads = ("tahun", "tema", "kecamatan", "unit_kerja", "pegawai", "nilai", "tingkat")
    rows: type_rows = [(*heads, "terlapor", "belum_dijangkau", "terlambat", "versi")]
    for district in page.districts:
        for unit, tile in (("", district.whole), *((one.label, one) for one in district.tiles)):
            said = (page.year, page.theme, district.whole.label, unit)
            rows.append((*said, *_tile(tile), page.version))
    return rows


def _months(page: Dashboard) -> type_rows:
    rows = ((page.year, line.label, *_count(line.count)) for line in page.months)
    return [("tahun", "bulan", *_COUNTS), *rows]


def _counts(
    head: str, lines: Callable[[Dashboard], Sequence[CountLine]]
) -> Callable[[Dashboard], type_rows]:
    def made(page: Dashboard) -> type_rows:
        rows = ((page.year, line.label, *_count(line.count)) for line in lines(page))
        return [("tahun", head, *_COUNTS), *rows]

    return made


def _units(page: Dashboard) -> type_rows:
    heads = ("tahun", "unit_kerja", "kecamatan", "pegawai", "dihitung_pada", "diundang", "kegiatan")
    return [
        (*heads, "hadir_terbanyak", "dijangkau_sedikitnya", "persen_sedikitnya"),
        *((page.year, *_unit(line)) for line in (*page.uncovered, *page.covered)),
    ]


def _spent(page: Dashboard) -> type_rows:
    rows = ((page.year, line.label, line.activities, line.told, line.amount) for line in page.spent)
    return [("tahun", "sumber_dana", "kegiatan", "biaya_dicatat", "rupiah"), *rows]


def _tests(page: Dashboard) -> type_rows:
    heads = ("tahun", "tema", "kegiatan", "peserta_sebelum", "peserta_sesudah")
    return [
        (*heads, "nilai_sebelum", "nilai_sesudah"),
        *((page.year, *_test(line)) for line in page.gains),
    ]


_TABLES: Final[Mapping[str, Callable[[Dashboard], type_rows]]] = {
    "bulan": _months,
    "tema": _counts("tema", lambda page: page.themes),
    "jenis": _counts("jenis_kegiatan", lambda page: page.kinds),
    "kecamatan": _counts("kecamatan", lambda page: page.places),
    "unit": _units,
    "biaya": _spent,
    "tes": _tests,
}

TABLES: Final = tuple(_TABLES)
"""The tables of the dashboard by their word in the address; the first is the default."""


def _count(count: Count) -> tuple[type_cell, ...]:
    return (count.planned, count.held, count.cancelled, count.waiting, count.people)


def _unit(line: UnitLine) -> tuple[type_cell, ...]:
    counted_on = line.counted_on.isoformat()
    reached = (line.invited, line.activities, line.most, line.reached, line.share)
    return (line.name, line.region, line.staff, counted_on, *reached)


def _test(line: GainLine) -> tuple[type_cell, ...]:
    people = (line.people_before, line.people_after)
    return (line.label, line.activities, *people, line.before, line.after)


def _beside(line: CoverageLine) -> tuple[type_cell, ...]:
    return (line.staff, line.covered, line.respondents, line.per_thousand)


def _tile(tile: Tile) -> tuple[type_cell, ...]:
    return (tile.staff, tile.score, tile.degree, *tile.parts)
