"""Tables as CSV, JSON and a workbook: the same tables make the same bytes."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Final

import xlsxwriter

from netralitas.public.opendata import schema, words
from netralitas.public.opendata.domain import DataFile, Table, type_cell
from netralitas.web.table_file import SHEET_TYPE, safe

CSV_TYPE: Final = "text/csv; charset=utf-8"
JSON_TYPE: Final = "application/json"
WORKBOOK: Final = "hasil.xlsx"
_TEXTS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


def table_files(tables: Sequence[Table], day: date, site: str) -> Iterator[DataFile]:
    """Yield each table as CSV and as JSON, then all of them as one workbook."""
    for table in tables:
        name = table.described.name
        yield DataFile(name=f"{name}.csv", media_type=CSV_TYPE, body=_csv(table))
        yield DataFile(name=f"{name}.json", media_type=JSON_TYPE, body=_json(table, day, site))
    yield DataFile(name=WORKBOOK, media_type=SHEET_TYPE, body=_workbook(tables, day, site))


def _csv(table: Table) -> bytes:
    """Return a table as CSV (RFC 4180, UTF-8, days as ISO 8601); no cell is run as a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.name for column in table.described.columns)
    writer.writerows([safe(_plain(cell)) for cell in row] for row in table.rows)
    return written.getvalue().encode()


def _json(table: Table, day: date, site: str) -> bytes:
    names = [column.name for column in table.described.columns]
    said = {
        "tabel": table.described.name,
        "skema": schema.VERSION,
        "versi": day.isoformat(),
        "lisensi": words.LICENCE,
        "kutipan": words.citation(day, site),
        "data": [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _workbook(tables: Sequence[Table], day: date, site: str) -> bytes:
    """Return a sheet for each table and one for the dictionary; nobody stands in its metadata."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, _TEXTS) as book:
        created = datetime.combine(day, time.min)
        book.set_properties({"title": words.TITLE, "created": created, "author": ""})
        bold = book.add_format({"bold": True})
        for name, rows in (*_sheets(tables), (words.DICTIONARY, _dictionary(tables, day, site))):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, 11, 24)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    plain = _plain(cell)
                    if isinstance(plain, int):
                        sheet.write_number(place, column, plain)
                    elif plain:
                        sheet.write_string(place, column, plain, None if place else bold)
    return written.getvalue()


def _sheets(tables: Sequence[Table]) -> Iterator[tuple[str, Sequence[Sequence[type_cell]]]]:
    for table in tables:
        heads = tuple(column.name for column in table.described.columns)
        yield table.described.name, (heads, *table.rows)


def _dictionary(tables: Sequence[Table], day: date, site: str) -> Sequence[Sequence[type_cell]]:
    heads = ("tabel", "kolom", "judul", "arti", "tipe", "kode")
    rows = [
        (
            *(table.described.name, column.name, column.title, column.meaning, column.kind.value),
            "; ".join(f"{code} = {said}" for code, said in column.codes.items()),
        )
        for table in tables
        for column in table.described.columns
    ]
    return [heads, *rows, ("", words.citation(day, site))]


def _plain(cell: type_cell) -> str | int | None:
    return cell.isoformat() if isinstance(cell, date) else cell
