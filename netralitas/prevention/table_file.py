"""The tables of the dashboard as CSV: what is seen, cell by cell, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from netralitas.prevention.figures import Count
from netralitas.prevention.pages import Dashboard, UnitLine

MEDIA_TYPE: Final = "text/csv; charset=utf-8"
TABLES: Final = ("bulan", "kecamatan", "unit")
"""The tables by their word in the address; the first is the default."""

_BOM: Final = "\ufeff"  # so that a spreadsheet reads the text as UTF-8
# What a spreadsheet would take for a formula, or for the end of the cell before one.
_DANGEROUS: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "|",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)

type_cell = str | int | None
type_rows = list[Sequence[type_cell]]


def table_name(word: str | None) -> str:
    """Return the table that an address names, the first for anything else."""
    return word if word in TABLES else TABLES[0]


def safe(cell: type_cell) -> str:
    """Return a cell as text that no spreadsheet runs; numbers stay numbers, None is empty."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return str(cell)
    text = cell.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(_DANGEROUS) else text


def csv_file(rows: Iterable[Sequence[type_cell]]) -> bytes:
    """Return rows as CSV (RFC 4180, UTF-8 with its mark), every cell safe."""
    written = io.StringIO()
    written.write(_BOM)
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


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
