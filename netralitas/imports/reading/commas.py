"""Text with separators: UTF-8, with or without its mark; comma, semicolon or tab."""

import csv
import io
from itertools import islice
from typing import Final

from netralitas.imports.domain import FileNotTaken, Grid

_SEPARATORS: Final = (";", ",", "\t")
_LOOKED_AT: Final = 30  # rows that tell the separator

_NOT_UTF8: Final = (
    "Berkas ini bukan lembar kerja, dan bukan teks UTF-8. Bila ini CSV, simpan ulang sebagai"
    " “CSV UTF-8”; atau unggah sebagai XLSX."
)


def read_commas(content: bytes, *, longest: int, most_columns: int, most_rows: int) -> Grid:
    """Return the cells of a CSV file, at most so many rows; raises FileNotTaken."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileNotTaken(_NOT_UTF8) from error
    rows = _rows(text, _separator(text), most_rows)
    return Grid(rows=[[cell[:longest] for cell in row[:most_columns]] for row in rows])


def _separator(text: str) -> str:
    """Return the separator that divides the first rows into the most cells."""
    return max(_SEPARATORS, key=lambda each: sum(map(len, _rows(text, each, _LOOKED_AT))))


def _rows(text: str, separator: str, most: int) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return list(islice(reader, most))
    except csv.Error as error:
        raise FileNotTaken(
            f"CSV ini tidak dapat dibaca di sekitar baris {reader.line_num}: ada sel yang terlalu"
            " panjang, biasanya karena tanda kutip yang tidak ditutup."
        ) from error
