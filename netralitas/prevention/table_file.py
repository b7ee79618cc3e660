"""The tables of the dashboard as files: what is seen, cell by cell."""

from collections.abc import Sequence
from typing import Final

from netralitas.prevention.figures import Count
from netralitas.prevention.pages import Dashboard, UnitLine
from netralitas.web.table_file import type_cell

TABLES: Final = ("bulan", "kecamatan", "unit")
"""The tables by their word in the address; the first is the default."""

type_rows = list[Sequence[type_cell]]


def table_name(word: str | None) -> str:
    """Return the table that an address names, the first for anything else."""
    return word if word in TABLES else TABLES[0]


def rows_of(page: Dashboard, table: str) -> type_rows:
    """Return the rows of one table of the dashboard, its heads first."""
    made = {"bulan": _months, "kecamatan": _places, "unit": _units}
    return made[table](page)


def _months(page: Dashboard) -> type_rows:
    heads = ("tahun", "bulan", "rencana", "terlaksana", "dibatalkan", "belum_dicatat")
    return [
        (*heads, "orang_hadir"),
        *((page.year, line.label, *_count(line.count)) for line in page.months),
    ]


def _places(page: Dashboard) -> type_rows:
    heads = ("tahun", "kecamatan", "rencana", "terlaksana", "dibatalkan", "belum_dicatat")
    return [
        (*heads, "orang_hadir"),
        *((page.year, line.label, *_count(line.count)) for line in page.places),
    ]


def _units(page: Dashboard) -> type_rows:
    heads = ("tahun", "unit_kerja", "kecamatan", "pegawai", "dihitung_pada", "kegiatan")
    return [
        (*heads, "hadir_terbanyak", "persen_sedikitnya"),
        *((page.year, *_unit(line)) for line in (*page.uncovered, *page.covered)),
    ]


def _count(count: Count) -> tuple[type_cell, ...]:
    return (count.planned, count.held, count.cancelled, count.waiting, count.people)


def _unit(line: UnitLine) -> tuple[type_cell, ...]:
    counted_on = line.counted_on.isoformat()
    reached = (line.activities, line.most, line.share)
    return (line.name, line.region, line.staff, counted_on, *reached)
