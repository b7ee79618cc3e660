"""Tables as people send them: made for tests, as files and as cells."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from netralitas.imports.domain import ImportKind
from netralitas.imports.examining import Opened, open_table

HEADS = ("Nama", "NIP", "Jabatan", "Unit Kerja")
NIPS = ("198001012005011001", "198202022006022002", "198503032010031003")


def xlsx(rows: Sequence[Sequence[Any]], *, sheets: int = 1) -> bytes:
    """A spreadsheet with these rows on its first sheet; dates are true dates, text stays text."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(
        written, {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}
    ) as book:
        for number in range(sheets):
            sheet = book.add_worksheet(f"Lembar{number + 1}")
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return written.getvalue()


def csv_text(rows: Sequence[Sequence[str]], separator: str = ";") -> str:
    """The same as text."""
    return "\r\n".join(separator.join(row) for row in rows) + "\r\n"


def opened(rows: Sequence[Sequence[Any]]) -> Opened:
    """A table of these rows, read from a true spreadsheet."""
    return open_table(xlsx(rows), ImportKind.STAFF)


def people(number: int = 3) -> list[list[str]]:
    """Rows of a good list: the heads and so many people."""
    names = ("Drs. Ahmad Hidayat, M.Si.", "Siti Rahayu", "Joko Wibowo, S.Pd.")
    return [
        list(HEADS),
        *([names[place], NIPS[place], "Kepala Bidang", "Dinas Contoh"] for place in range(number)),
    ]
