"""Tables as CSV and XLSX: what is shown, cell by cell, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter

from netralitas import clock

MEDIA_TYPE: Final = "text/csv; charset=utf-8"
SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

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


def xlsx_file(rows: Iterable[Sequence[type_cell]]) -> bytes:
    """Return rows as a workbook of one sheet: texts as they are, none of them a formula."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": clock.now()})  # it would read the time itself
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(place, column, cell)
                elif cell:
                    sheet.write_string(place, column, cell.replace("\x00", ""))
    return written.getvalue()
