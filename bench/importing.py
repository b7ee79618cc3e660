"""B10: tables of 20,000 rows, checked and then taken in, beside reading the file alone."""

import asyncio
import base64
import io
import time
from collections.abc import Awaitable, Callable
from typing import Final

import python_calamine
import xlsxwriter

from bench import external_rows
from bench.asking import investigator
from bench.datasets import DataSet
from bench.figures import Figure, compared
from bench.offices import NATION, Office
from netralitas.access.domain import Actor
from netralitas.cases.nip import NipSealer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import reading
from netralitas.imports.commands import NewList, take_in_staff, undo_import
from netralitas.imports.domain import Checked, ImportKind
from netralitas.imports.examining import Opened, open_table
from netralitas.imports.queries import digests_of, less_known
from netralitas.imports.staff import staff_lines
from netralitas.vault.cipher import Keys, Purpose

ROWS: Final = 20_000
_MOST: Final = 30.0
_PATIENCE: Final = 120.0  # seconds
_HEADS: Final = ("No", "Nama", "NIP", "Status", "Jenis Jabatan", "Jabatan", "Unit Kerja", "Gol")
_FIRST: Final = ("Ahmad", "Siti", "Budi", "Dewi", "Joko", "Rina", "Wahyu", "Sri", "Agus", "Endah")
_LAST: Final = ("Santoso", "Rahayu", "Hidayat", "Lestari", "Wibowo", "Kusuma", "Pratama", "Utami")


def measure(data: DataSet, rounds: int) -> list[Figure]:
    """Return B10: both steps of an import together, as a person takes them one after the other.

    The file is opened in each step, in its process apart, as the pages do. Each import is undone
    before the next, which is not in the figure; the first round warms.
    """
    return asyncio.run(_measured(data, rounds))


async def _measured(data: DataSet, rounds: int) -> list[Figure]:
    secret = base64.b64decode(data.settings().secret_index)
    sealer = NipSealer(keys=Keys.derive(Purpose.NIP, "1", {"1": secret}), secret=secret)
    await ENGINE.open(data.dsn("app"), command_seconds=_PATIENCE)
    try:
        office = investigator(Office(id=NATION, name="", readers=(NATION,)))
        staff = staff_list(ROWS)
        people = await _figure(
            rounds, staff, ROWS + 3, "rows", lambda: _import(staff, office, sealer)
        )
        actor, table, cases = await external_rows.table(ROWS)
        said = f"rows of other systems on {cases:,} cases"
        records = await _figure(
            rounds,
            table,
            ROWS + 1,
            said,
            lambda: external_rows.import_records(table, actor, sealer),
        )
        return [people, records]
    finally:
        await ENGINE.close()


async def _figure(
    rounds: int,
    content: bytes,
    lines: int,
    what: str,
    work: Callable[[], Awaitable[float]],
) -> Figure:
    """Return the seconds of an import, beside those of reading its file alone."""
    imports, limits = [], []
    for turn in range(rounds + 1):
        limit, seconds = _read_alone(content, lines), await work()
        if turn:
            imports.append(seconds)
            limits.append(limit)
    ratio, met = compared(imports, limits, lambda found: found <= _MOST)
    return Figure(
        code="B10",
        work=f"import of {ROWS:,} {what}, dry run and then real",
        unit="s",
        samples=tuple(imports),
        limit_name="python-calamine, the same file",
        limits=tuple(limits),
        ratio=ratio,
        target=f"≤ {_MOST:.0f}",
        met=met,
    )


def staff_list(rows: int) -> bytes:
    """Return a spreadsheet of so many invented people, each with a number of their own."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet("Pegawai")
        sheet.write_row(0, 0, ("DAFTAR PEGAWAI",))
        sheet.write_row(2, 0, _HEADS)
        for place in range(rows):
            row = (
                place + 1,
                _name(place),
                _nip(place),
                "PNS",
                "Pelaksana",
                "Analis",
                "Dinas",
                "III/a",
            )
            sheet.write_row(place + 3, 0, row)
    return written.getvalue()


def _name(place: int) -> str:
    """Return a first name and two others; every combination comes before one comes again."""
    place, first = divmod(place, len(_FIRST))
    place, middle = divmod(place, len(_LAST))
    return f"{_FIRST[first]} {_LAST[middle]} {_LAST[place % len(_LAST)]}"


def _nip(place: int) -> str:
    born = f"{1965 + place % 35}{1 + place % 12:02}{1 + place % 28:02}"
    return f"{born}{1990 + place % 30}{1 + place % 12:02}{1 + place % 2}{place // 20 % 1000:03}"


def _read_alone(content: bytes, lines: int) -> float:
    begun = time.perf_counter()
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    seconds = time.perf_counter() - begun
    if len(rows) != lines:
        raise RuntimeError(f"the file has {len(rows)} rows")
    return seconds


async def _import(content: bytes, actor: Actor, sealer: NipSealer) -> float:
    """Return the seconds of both steps; the import is undone afterwards."""
    begun = time.perf_counter()
    await _check(content, actor, sealer)
    opened, checked = await _check(content, actor, sealer)
    new = NewList(
        source="Bench",
        digest=opened.digest,
        columns=opened.heads(opened.guessed()),
        lines=staff_lines(checked.good, sealer),
        refused=checked.refused_rows,
    )
    batch = await take_in_staff(actor, new)
    seconds = time.perf_counter() - begun
    if checked.refused:
        raise RuntimeError(f"refused: {checked.refused[0]}")
    await undo_import(actor, batch)
    return seconds


async def _check(content: bytes, actor: Actor, sealer: NipSealer) -> tuple[Opened, Checked]:
    opened = open_table(content, ImportKind.STAFF)
    checked = opened.check(opened.guessed())
    async with reading(actor) as c:
        return opened, await less_known(c, checked, digests_of(checked, sealer))
