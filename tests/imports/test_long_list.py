"""Twenty thousand rows: every one checked, taken in together, and taken back."""

from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports.commands import NewList, take_in_staff, undo_import
from netralitas.imports.queries import find_staff
from netralitas.imports.staff import staff_lines
from netralitas.vault.cipher import Keys, Purpose
from tests.imports.tables import HEADS, opened
from tests.make import Town

ROWS = 20_000
SEALER = NipSealer(keys=Keys.derive(Purpose.NIP, "1", {"1": b"k" * 32}), secret=b"i" * 32)


def nip(place: int) -> str:
    """A number of its own for each place."""
    born = f"{1970 + place % 30}{1 + place % 12:02}{1 + place % 28:02}"
    return f"{born}200501{1 + place % 2}{place // 20 % 1000:03}"


async def test_twenty_thousand_rows_are_checked_taken_in_and_taken_back(town: Town) -> None:
    rows: list[list[object]] = [[f"Pegawai {place}", nip(place), "", ""] for place in range(ROWS)]
    for place in range(0, ROWS, 1000):
        rows[place][0] = ""
    rows[77][0] = "Soekarno Hadiwidjojo"
    table = opened([list(HEADS), *rows])
    checked = table.check(table.guessed())
    assert (len(checked.good), checked.refused_rows) == (ROWS - 20, 20)
    assert {fault.row for fault in checked.refused} == {place + 2 for place in range(0, ROWS, 1000)}
    new = NewList(
        source="Daftar panjang",
        digest=table.digest,
        columns=table.heads(table.guessed()),
        lines=staff_lines(checked.good, SEALER),
        refused=checked.refused_rows,
    )
    batch = await take_in_staff(town.rina, new)
    async with reading(town.rina) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == ROWS - 20
        found = await find_staff(c, "Sukarno Hadiwijoyo", SEALER)
        assert [match.name for match in found] == ["Soekarno Hadiwidjojo"]
        assert len(await find_staff(c, "Pegawai", SEALER)) == 10
    await undo_import(town.rina, batch)
    async with reading(town.rina) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == 0
