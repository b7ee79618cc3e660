"""Which row names the columns, and which column is which."""

from collections.abc import Mapping
from typing import Final

from netralitas.imports.cells import plain_head, shown
from netralitas.imports.domain import FileNotTaken, Grid, Heading, Schema

_LOOKED_AT: Final = 30
"""So many rows may stand above the heads: letterhead, title, date."""

_NO_HEADS: Final = (
    "Baris judul kolom tidak ditemukan pada 30 baris pertama. Beri nama setiap kolom, misalnya"
    " Nama, NIP, Jabatan, dan Unit kerja, di atas baris pertama daftar."
)


def find_heading(grid: Grid, schema: Schema) -> Heading:
    """Return the row with the most known heads, else the first with two cells of text.

    Raises FileNotTaken when no row can be it.
    """
    rows = [tuple(map(shown, row)) for row in grid.rows[:_LOOKED_AT]]
    if not rows:
        raise FileNotTaken(_NO_HEADS)
    known = [len(guess(cells, schema)) for cells in rows]
    best = max(range(len(rows)), key=lambda place: (known[place], -place))
    if not known[best]:
        named = (place for place, cells in enumerate(rows) if sum(map(_is_word, cells)) >= 2)
        best = next(named, -1)
    if best < 0:
        raise FileNotTaken(_NO_HEADS)
    return Heading(row=best + 1, cells=rows[best])


def guess(
    cells: tuple[str, ...], schema: Schema, remembered: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return the place of each column that is recognised, by its code; each place once.

    `remembered` are the heads by which the columns were known last time: they come first.
    """
    heads = [plain_head(cell) for cell in cells]
    found: dict[str, int] = {}
    for code, head in (remembered or {}).items():
        _take(found, code, heads, plain_head(head))
    longest = max((len(column.aliases) for column in schema.columns), default=0)
    for rank in range(longest):  # the best name of every column before the second of any
        for column in schema.columns:
            if rank < len(column.aliases):
                _take(found, column.code, heads, plain_head(column.aliases[rank]))
    return found


def _take(found: dict[str, int], code: str, heads: list[str], head: str) -> None:
    if code in found or not head:
        return
    free = (place for place, each in enumerate(heads) if each == head)
    place = next((place for place in free if place not in found.values()), None)
    if place is not None:
        found[code] = place


def _is_word(cell: str) -> bool:
    return any(character.isalpha() for character in cell)
