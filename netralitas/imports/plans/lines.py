"""The rows of a work plan below its heads: told apart, put together, merged cells filled. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from netralitas.imports.domain import Grid, type_cell
from netralitas.imports.plans.heads import Heads, is_numbering, skipped_numbers

_TOTALS: Final = ("jumlah", "total", "subtotal", "sub total", "grand total")
_TITLES: Final = ("number", "programme", "activity")
_SIGNS: Final = ("paraf", "pihak i", "pihak ii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the plan: its number in the file, its cells; `joined` rows went on from it."""

    row: int
    cells: tuple[str, ...]
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The rows of a plan, and a sentence for each that was left out or put together."""

    lines: tuple[Line, ...]
    doubts: tuple[str, ...]


def lines_of(grid: Grid, heads: Heads) -> Lines:
    """Return the rows below the heads; the heads of a next page, totals and initials left out."""
    lines: list[Line] = []
    doubts: list[str] = []
    for number, cells in _rows(grid, heads):
        if is_numbering(cells):
            doubts += _numbering(cells)
        elif cells in heads.own or not any(cells) or _signed(cells):
            continue
        elif _is_total(cells, heads):
            doubts.append(f"Baris {number} adalah jumlah, jadi tidak diimpor.")
        elif lines and _goes_on(cells, heads, lines[-1]):
            lines[-1] = _joined(lines[-1], number, cells)
            doubts.append(f"Baris {number} dibaca sebagai lanjutan baris {lines[-1].row}.")
        else:
            lines.append(Line(row=number, cells=cells))
    return Lines(lines=tuple(lines), doubts=tuple(dict.fromkeys(doubts)))


def _rows(grid: Grid, heads: Heads) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows with their numbers; what is merged downwards stands in each of its rows."""
    rows = [[_text(cell) for cell in row] for row in grid.rows]
    for merged in grid.merged:
        (top, bottom), (left, _) = merged.rows, merged.columns
        if top < heads.below or bottom >= len(rows) or left >= len(rows[top]):
            continue
        for below in range(top + 1, bottom + 1):
            if left < len(rows[below]):
                rows[below][left] = rows[top][left]
    for number, row in enumerate(rows[heads.below :], start=heads.below + 1):
        yield number, tuple(row)


def _text(cell: type_cell) -> str:
    """Return a cell as text with its line breaks."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = "" if cell is None else str(cell)
    return "".join(each if each.isprintable() or each == "\n" else " " for each in text).strip()


def _numbering(cells: Sequence[str]) -> Iterator[str]:
    skipped = skipped_numbers(cells)
    if skipped:
        said = ", ".join(map(str, skipped))
        yield f"Nomor kolom {said} dilompati pada tabel; kolom dibaca menurut judulnya."


def _signed(cells: Sequence[str]) -> bool:
    """Say whether a row is one of the boxes for initials."""
    return next((cell.casefold() for cell in cells if cell), "") in _SIGNS


def _is_total(cells: Sequence[str], heads: Heads) -> bool:
    """Say whether a row sums up others: its first word does, and it has no activity beside."""
    places = sorted(heads.columns[name] for name in _TITLES if name in heads.columns)
    first = next((cells[place] for place in places if place < len(cells) and cells[place]), "")
    words = first.casefold().rstrip(":").strip()
    return words in _TOTALS or words.startswith(("jumlah seluruh", "jumlah total"))


def _goes_on(cells: Sequence[str], heads: Heads, before: Line) -> bool:
    """Say whether a row only goes on with cells of the one above, as tables do over a page.

    So does a title alone, without a number, under a row that has one.
    """
    number, title, activity = (_named(cells, heads, name) for name in _TITLES)
    if number or activity:
        return False
    alone = title and sum(map(bool, cells)) == 1
    return not title or bool(alone and _named(before.cells, heads, "number"))


def _named(cells: Sequence[str], heads: Heads, name: str) -> str:
    place = heads.columns.get(name, len(cells))
    return cells[place] if place < len(cells) else ""


def _joined(line: Line, number: int, cells: Sequence[str]) -> Line:
    pairs = zip_longest(line.cells, cells, fillvalue="")
    together = tuple("\n".join(filter(None, pair)) for pair in pairs)
    return replace(line, cells=together, joined=(*line.joined, number))
