"""Which kind of file it is, and its cells: CSV is read here, spreadsheets in a process apart."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from netralitas.imports.domain import FileNotTaken, Grid, Merged, type_cell
from netralitas.imports.reading import archive
from netralitas.imports.reading.commas import read_commas

LARGEST: Final = 10 * 1024 * 1024
"""The largest file, in bytes."""
MOST_ROWS: Final = 100_000 + 30
"""The most rows of a sheet: a hundred thousand people, and what stands above them."""
MOST_COLUMNS: Final = 200
LONGEST: Final = 1_000
"""How much of a cell is read, in characters; no column takes as much."""

_PROGRAM: Final = Path(__file__).with_name("spreadsheet.py")
_PATIENCE: Final = 60  # seconds
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART: Final = "EncryptedPackage".encode("utf-16-le")

_EMPTY: Final = "Berkas kosong. Pilih berkas yang berisi."
_TOO_LARGE: Final = (
    f"Berkas terlalu besar. Batasnya {LARGEST // (1024 * 1024)} MB; bagi daftarnya menjadi beberapa"
    " berkas."
)
_TOO_MANY: Final = (
    "Daftar ini lebih panjang dari 100.000 baris. Hapus baris kosong di bawah daftar, atau bagi"
    " menjadi beberapa berkas."
)
_NO_TABLE: Final = (
    "Berkas ini bukan lembar kerja yang dapat dibaca. Unggah XLSX, XLS, ODS, atau CSV (UTF-8)."
)
_NO_ROWS: Final = "Lembar kerja ini tidak berisi apa pun. Pilih berkas yang berisi daftar."
_EXITS: Final = {1: archive.BROKEN, 3: archive.LOCKED, 4: _TOO_MANY, 5: _NO_TABLE}


class _Found(msgspec.Struct):
    sheet: str | None
    rows: list[list[Any]]
    others: bool
    merged: list[tuple[tuple[int, int], tuple[int, int]]]


def read_grid(content: bytes, *, longest: int = LONGEST) -> Grid:
    """Return the cells of a table file; blocks, so call it from a thread.

    Of a cell at the most `longest` characters are read.

    Raises FileNotTaken for what is empty, too large, encrypted, broken or no table at all.
    """
    if not content:
        raise FileNotTaken(_EMPTY)
    if len(content) > LARGEST:
        raise FileNotTaken(_TOO_LARGE)
    if content.startswith(_OLE) and _LOCKED_PART in content:
        raise FileNotTaken(archive.LOCKED)
    if content.startswith(_ZIP):
        archive.hold_bounded(content)
    packed = content.startswith((_ZIP, _OLE))
    grid = _read_apart(content, longest) if packed else _read_text(content, longest)
    if not any(cell not in {None, ""} for row in grid.rows for cell in row):
        raise FileNotTaken(_NO_ROWS)
    return grid


def _read_text(content: bytes, longest: int) -> Grid:
    if b"\x00" in content:
        raise FileNotTaken(_NO_TABLE)
    grid = read_commas(content, longest=longest, most_columns=MOST_COLUMNS, most_rows=MOST_ROWS + 1)
    if len(grid.rows) > MOST_ROWS:
        raise FileNotTaken(_TOO_MANY)
    return grid


def _read_apart(content: bytes, longest: int) -> Grid:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, without a shell
            [sys.executable, "-I", str(_PROGRAM), *map(str, (MOST_ROWS, MOST_COLUMNS, longest))],
            input=content,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise FileNotTaken(archive.BOMB) from error
    if done.returncode:
        raise FileNotTaken(_EXITS.get(done.returncode, archive.BOMB))
    found = msgspec.msgpack.decode(done.stdout, type=_Found, ext_hook=_day)
    return Grid(
        rows=found.rows,
        sheet=found.sheet,
        others=found.others,
        merged=[
            Merged(rows=(first[0], last[0]), columns=(first[1], last[1]))
            for first, last in found.merged
        ],
    )


def _day(_: int, content: memoryview) -> type_cell:
    return date.fromisoformat(bytes(content).decode())
