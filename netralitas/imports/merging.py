"""Merged cells: what they cover cannot be told row by row."""

from typing import Final

from netralitas.imports.domain import FileNotTaken, Grid, Heading, Merged

_NAMED: Final = 5
_LETTERS: Final = 26


def hold_unmerged(grid: Grid, heading: Heading) -> None:
    """Hold that no cells are merged from the heads down; FileNotTaken names those that are."""
    found = [_name(one) for one in grid.merged if one.rows[1] + 1 >= heading.row]
    if not found:
        return
    more = f", dan {len(found) - _NAMED} lagi" if len(found) > _NAMED else ""
    raise FileNotTaken(
        f"Daftar ini memuat sel yang digabung: {', '.join(found[:_NAMED])}{more}. Satu baris harus"
        " satu orang. Pisahkan sel itu (Unmerge Cells), isi setiap barisnya, lalu unggah lagi."
    )


def _name(merged: Merged) -> str:
    """Return merged cells as spreadsheets name them: "B5:B9"."""
    first, last = zip(merged.rows, merged.columns, strict=True)
    return f"{_cell(*first)}:{_cell(*last)}"


def _cell(row: int, column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row + 1}"
