"""The tables of a pack as one workbook and as CSV files: texts as they are, none a formula."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import wrap
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from netralitas.evaluation.packs.domain import Table, type_cell
from netralitas.web.table_file import csv_file

_SHEET_NAME: Final = 31  # letters that a spreadsheet allows
_WIDEST: Final = 60
_LINE: Final = 15  # points that a line is high
_HIGHEST: Final = 409  # points that a spreadsheet allows
_LOOKED_AT: Final = 200  # rows by which a column is made wide


def write_workbook(path: Path, tables: Iterable[Table], at: datetime) -> None:
    """Write a workbook with a sheet for each table; `at` is when it says it was made.

    Rows go to the disk as they are written. The same tables at the same moment: the same bytes.
    """
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": at.astimezone(UTC).replace(tzinfo=None, microsecond=0)})
        head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        heads = book.add_format(head), book.add_format({**head, "align": "right"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        amount = book.add_format({"num_format": "#,##0", "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.title[:_SHEET_NAME])
            widths = _lay_out(sheet, table)
            for column, said in enumerate(table.heads):
                sheet.write_string(0, column, said, heads[_counts(table, column)])
            for place, row in enumerate(table.rows, start=1):
                sheet.set_row(place, min(_LINE * _lines(row, widths), _HIGHEST))
                for column, cell in enumerate(row):
                    _write(sheet, place, column, cell, (text, amount, day))


def csv_rows(table: Table) -> Iterator[tuple[str | int | None, ...]]:
    """Yield the rows of a table as they stand in its CSV file: its heads first, days as ISO."""
    yield table.heads
    for row in table.rows:
        yield tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row)


def csv_of(table: Table) -> bytes:
    """Return a table as CSV, every cell safe to open in a spreadsheet."""
    return csv_file(csv_rows(table))


def _lay_out(sheet: Worksheet, table: Table) -> tuple[int, ...]:
    """Set up a sheet for the screen and for paper; return the widths of its columns in letters."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    widths = tuple(_width(table, column) for column in range(len(table.heads)))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    return widths


def _counts(table: Table, column: int) -> bool:
    """Say whether a column holds numbers alone: its head then stands over them, on the right."""
    cells = [row[column] for row in table.rows[:_LOOKED_AT] if row[column] is not None]
    return bool(cells) and all(isinstance(cell, int) for cell in cells)


def _width(table: Table, column: int) -> int:
    cells = (str(row[column] or "") for row in table.rows[:_LOOKED_AT])
    longest = max((len(cell) for cell in cells), default=0)
    return min(max(longest, len(table.heads[column])) + 2, _WIDEST)


def _lines(row: Sequence[type_cell], widths: Sequence[int]) -> int:
    """Return how many lines a row is high: not every program measures wrapped text by itself."""
    wrapped = (
        sum(len(wrap(line, width - 2)) or 1 for line in cell.splitlines())
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str)
    )
    return max(wrapped, default=1) or 1


def _write(
    sheet: Worksheet,
    row: int,
    column: int,
    cell: type_cell,
    formats: tuple[Format, Format, Format],
) -> None:
    text, amount, day = formats
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, amount)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif cell:
        sheet.write_string(row, column, cell.replace("\x00", ""), text)
