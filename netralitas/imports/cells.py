"""One cell becomes a value, or a sentence that says what is wrong with it. Nothing is repaired."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Final

from netralitas.imports.domain import CellKind, Column, type_cell
from netralitas.web.forms import Nip
from netralitas.web.forms.calendar_words import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    day_from,
    required_month,
    split_day,
    year_number,
)
from netralitas.web.forms.given import Given, Wrong, clean

type_value = str | date | None

_FORMULA: Final = (
    "{label} berisi rumus, bukan hasilnya. Salin kolom ini, tempel sebagai nilai, lalu simpan."
)
_ERRORS: Final = frozenset(
    {"#n/a", "#ref!", "#name?", "#value!", "#div/0!", "#null!", "#num!", "#spill!", "#calc!"}
)
_NUMBER_NIP: Final = (
    "{label} tersimpan sebagai angka, sehingga angka-angka terakhirnya dapat sudah hilang. Ubah"
    " kolom ini menjadi teks, lalu isi ulang dari daftar asli."
)
_WHO: Final = "{label} berisi nomor urut, nama, atau NIP terlapor."
_MOST_PLACES: Final = 10_000
_YEAR_DIGITS: Final = 4
_NOTHING: Final = frozenset({"", "-", "\u2013", "\u2014"})  # dashes stand for an empty cell


def read_cell(column: Column, cell: type_cell) -> type_value:
    """Return the value of a cell, None for an empty one; raises Wrong with the sentences."""
    value = _READERS[column.kind](column, cell)
    if value is None and column.required:
        raise Wrong(f"{column.label} kosong, padahal wajib diisi.")
    return value


def plain_head(text: str) -> str:
    """Return the head of a column as heads are compared: its letters and digits."""
    return "".join(character for character in text.casefold() if character.isalnum())


def shown(cell: type_cell) -> str:
    """Return a cell as one line of text, for a page; whatever it holds."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = "" if cell is None else str(cell)
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(text.split())


def _text(column: Column, cell: type_cell) -> str | None:
    """Return the cell as a clean line, however the spreadsheet keeps it."""
    text = cell if isinstance(cell, str) else shown(cell)
    text = " ".join(text.split())
    if not (text.isascii() and text.isprintable()):
        text = clean(text, column.label)
    if text.startswith("="):
        raise Wrong(_FORMULA.format(label=column.label))
    if text.lower() in _ERRORS:
        raise Wrong(f"{column.label} berisi pesan galat lembar kerja ({text.upper()}).")
    if len(text) > column.maximum:
        raise Wrong(f"{column.label} paling panjang {column.maximum} huruf; ini lebih panjang.")
    return None if text in _NOTHING else text


def _name(column: Column, cell: type_cell) -> str | None:
    text = _text(column, cell)
    if text is not None and not any(unicodedata.category(c).startswith("L") for c in text):
        raise Wrong(
            f"{column.label} tidak memuat huruf. Bila selnya berisi rumus, tempel hasilnya sebagai"
            " nilai."
        )
    return text


def _nip(column: Column, cell: type_cell) -> str | None:
    """Return 18 digits; a cell that a spreadsheet keeps as a number has lost its last ones."""
    if isinstance(cell, bool | date):
        raise Wrong(f"{column.label} hanya terdiri atas angka.")
    if isinstance(cell, int | float):
        raise Wrong(_NUMBER_NIP.format(label=column.label))
    text = _text(column, cell)
    if text is None:
        return None
    text = text.lstrip("'`")  # what people put before a number so that it stays text
    if _scientific(text):
        raise Wrong(_NUMBER_NIP.format(label=column.label))
    return Nip(column.label).read(Given(label=column.label, inputs={"": (text,)}))


def _scientific(text: str) -> bool:
    """Say whether it is a number as spreadsheets write large ones: 1.96712E+17."""
    if "e" not in text.lower():
        return False
    try:
        return isfinite(float(text.replace(",", ".")))
    except ValueError:
        return False


def _choice(column: Column, cell: type_cell) -> str | None:
    text = _text(column, cell)
    if text is None:
        return None
    found = column.choices.get(" ".join(text.casefold().split()))
    if found is None:
        offered = ", ".join(column.offered)
        raise Wrong(f"{column.label} “{text[:40]}” tidak dikenal. Yang dikenal: {offered}.")
    return found


def _day(column: Column, cell: type_cell) -> date | None:
    if isinstance(cell, date):
        if not EARLIEST_YEAR <= cell.year <= LATEST_YEAR:
            raise Wrong(f"{column.label}: tahun harus antara {EARLIEST_YEAR} dan {LATEST_YEAR}.")
        return cell
    if isinstance(cell, int | float):  # a date that lost its format: which calendar, nobody knows
        raise Wrong(f"{column.label} tersimpan sebagai angka. Ubah menjadi tanggal, atau teks.")
    text = _text(column, cell)
    return None if text is None else day_from(*split_day(text, column.label), column.label)


def _rough_day(column: Column, cell: type_cell) -> str | None:
    """Return a day of which perhaps only month or year is known: "2025-03-14", "2025-03", "2025".

    Four digits that a spreadsheet keeps as a number are a year; no other number is a day.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool) and float(cell).is_integer():
        cell = f"{cell:.0f}" if len(f"{cell:.0f}") == _YEAR_DIGITS else cell
    if not isinstance(cell, str):
        day = _day(column, cell)
        return day.isoformat() if isinstance(day, date) else None
    text = _text(column, cell)
    if text is None:
        return None
    parts = [part for part in re.split(r"[-/. ]+", text) if part]
    if len(parts) == 1 and parts[0].isdecimal():
        return str(year_number(parts[0], column.label))
    if len(parts) == 2:  # a month and a year, whichever stands first
        year, month = sorted(parts, key=lambda part: len(part) != _YEAR_DIGITS or part.isalpha())
        return f"{year_number(year, column.label)}-{required_month(month, column.label):02}"
    return day_from(*split_day(text, column.label), column.label).isoformat()


def _person(column: Column, cell: type_cell) -> str | None:
    """Return how a row names somebody: a place in a list, a name, or 18 digits of a NIP."""
    if isinstance(cell, bool | date):
        raise Wrong(_WHO.format(label=column.label))
    if isinstance(cell, int | float) and abs(cell) >= _MOST_PLACES:
        raise Wrong(_NUMBER_NIP.format(label=column.label))
    text = _text(column, cell)
    if text is None:
        return None
    if _scientific(text):
        raise Wrong(_NUMBER_NIP.format(label=column.label))
    bare = "".join(character for character in text if character not in " .-'`")
    return bare if bare.isdecimal() else text


_READERS: Final[Mapping[CellKind, Callable[[Column, type_cell], type_value]]] = {
    CellKind.TEXT: _text,
    CellKind.NAME: _name,
    CellKind.NIP: _nip,
    CellKind.CHOICE: _choice,
    CellKind.DAY: _day,
    CellKind.ROUGH_DAY: _rough_day,
    CellKind.PERSON: _person,
}
