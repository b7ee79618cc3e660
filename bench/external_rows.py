"""B10 again: 20,000 rows of other systems on the cases of the busiest office, then taken back."""

import io
import time
from datetime import date
from typing import Final

import xlsxwriter

from bench.asking import investigator
from bench.offices import Office
from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.imports.commands import NewRecords, take_in_external, undo_external
from netralitas.imports.domain import ImportKind
from netralitas.imports.examining import Opened, open_table
from netralitas.imports.external import Placed, place_rows
from netralitas.law.domain import Zone

_SOURCE: Final = "Bench"
_HEADS: Final = (
    *("Nomor perkara", "Terlapor", "Sistem", "Nomor di sistem", "Status", "Keterangan di sistem"),
    *("Tanggal status", "Menurut"),
)
_SYSTEMS: Final = ("SBT", "I'DIS", "SIASN", "SP4N-LAPOR")
_BUSIEST: Final = "SELECT owner FROM case_file GROUP BY owner ORDER BY count(*) DESC LIMIT 1"
_PEOPLE: Final = """
SELECT min(n.printed) AS printed, r.ordinal
FROM respondent r JOIN case_file f ON f.id = r.case_file JOIN case_number n ON n.case_file = f.id
WHERE f.owner = $1 AND n.organisation = $1 GROUP BY r.id ORDER BY r.id LIMIT $2
"""


async def table(rows: int) -> tuple[Actor, bytes, int]:
    """Return who sends the table, the spreadsheet, and how many cases it speaks of."""
    async with reading(EVERYTHING) as c:
        owner = await c.fetchval(_BUSIEST)
        people = [tuple(row) for row in await c.fetch(_PEOPLE, owner, rows)]
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet("Sistem lain")
        sheet.write_row(0, 0, _HEADS)
        for place in range(rows):
            printed, ordinal = people[place % len(people)]
            system = _SYSTEMS[place // len(people) % len(_SYSTEMS)]
            row = (printed, ordinal, system, f"A-{place}", "Diterima", "Masuk", "Maret 2025", "BKN")
            sheet.write_row(place + 1, 0, row)
    actor = investigator(Office(id=owner, name="", readers=(owner,)))
    return actor, written.getvalue(), len({printed for printed, _ in people})


async def import_records(content: bytes, actor: Actor, sealer: NipSealer) -> float:
    """Return the seconds of the dry run and the import; it is undone afterwards."""
    begun = time.perf_counter()
    await _check(content, actor, sealer)
    opened, placed = await _check(content, actor, sealer)
    new = NewRecords(
        source=_SOURCE,
        digest=opened.digest,
        columns=opened.heads(opened.guessed()),
        lines=placed.lines,
        refused=placed.checked.refused_rows,
    )
    batch = await take_in_external(actor, new)
    seconds = time.perf_counter() - begun
    if placed.checked.refused:
        raise RuntimeError(f"refused: {placed.checked.refused[0]}")
    await undo_external(actor, batch)
    return seconds


async def _check(content: bytes, actor: Actor, sealer: NipSealer) -> tuple[Opened, Placed]:
    opened = open_table(content, ImportKind.EXTERNAL)
    checked = opened.check(opened.guessed())
    async with reading(actor) as c:
        return opened, await place_rows(c, actor, checked, sealer, _SOURCE, _today(actor))


def _today(actor: Actor) -> date:
    return clock.today(Zone(actor.zone).tz)
