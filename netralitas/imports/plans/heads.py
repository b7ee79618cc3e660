"""Which column of a work plan is what, by one line of heads or two. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.imports.cells import plain_head, shown
from netralitas.imports.domain import FileNotTaken, Grid

_LOOKED_AT: Final = 40
_YEAR: Final = re.compile(r"20\d\d")
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("no", "nomor"),
    "programme": ("program", "programkegiatan", "programataukegiatan", "ruanglingkup"),
    "activity": ("kegiatan", "tahapankegiatan", "namakegiatan", "uraiankegiatan", "rincian"),
    "place": ("lokasi", "tempat"),
    "doers": ("pelaksana", "penanggungjawab", "perangkatdaerah", "pd", "opd"),
    "fund": ("sumberdana", "dana", "pembiayaan", "anggaran", "sumberanggaran"),
    "schedule": ("jadwal", "waktu", "waktupelaksanaan", "jadwalpelaksanaan"),
    "first": ("pihakkesatu", "pihakpertama", "pihaki", "pihak1"),
    "second": ("pihakkedua", "pihakii", "pihak2"),
    "output": ("output", "keluaran", "indikatorkeluaran", "indikatoroutput"),
    "outcome": ("outcome", "hasil", "indikatorhasil", "indikatoroutcome"),
    "unit": ("satuan",),
    "target": ("target", "volume", "targetkeluaran"),
}
_FIELDS: Final = {head: name for name, heads in _NAMES.items() for head in heads}
_NEEDED: Final = 3
_NO_HEADS: Final = (
    "Judul kolom rencana kerja tidak ditemukan pada 40 baris pertama. Yang dikenal antara lain"
    " Program/Kegiatan, Sumber Dana, Jadwal atau tahun, Output, dan Outcome."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Where what is: the place of each known column, the years as columns, columns not known.

    `below` is the first row under the heads, counted from 0; `own` are the cells of the heads, by
    which they are known again on the next page.
    """

    columns: Mapping[str, int]
    years: Mapping[int, int]
    unknown: tuple[str, ...]
    below: int
    own: tuple[tuple[str, ...], ...]


def find_heads(grid: Grid) -> Heads:
    """Return the heads of a work plan; FileNotTaken where no row can be it."""
    rows = [tuple(map(shown, row)) for row in grid.rows[:_LOOKED_AT]]
    known = [sum(_is_known(cell) for cell in row) for row in rows]
    if not rows or max(known) < _NEEDED:
        raise FileNotTaken(_NO_HEADS)
    at = known.index(max(known))
    if at and known[at - 1] > 1:  # the lower line may say more than the one above it
        at -= 1
    below = at + 1
    if below < len(rows) and _goes_on(rows[below]):
        return _told(rows[at], rows[below], below + 1)
    return _told(rows[at], (), below)


def _told(first: tuple[str, ...], second: tuple[str, ...], below: int) -> Heads:
    """Return what two lines of heads say, the first of each kind."""
    columns: dict[str, int] = {}
    years: dict[int, int] = {}
    unknown = []
    for place, said in _both(first, second):
        year = next((int(found) for each in said if (found := _year(each))), None)
        name = next((_FIELDS[key] for each in said if (key := plain_head(each)) in _FIELDS), None)
        if year is not None:
            years.setdefault(year, place)
        elif name is not None:
            columns.setdefault(name, place)
        elif any(said):
            unknown.append(next(filter(None, said)))
    if "programme" not in columns and "activity" in columns:
        columns["programme"] = columns.pop("activity")
    own = (first, second)
    return Heads(columns=columns, years=years, unknown=tuple(unknown), below=below, own=own)


def is_numbering(row: Sequence[str]) -> bool:
    """Say whether a row only counts the columns: 1, 2, 3, also with a number left out."""
    bare = [cell.strip("().") for cell in row if cell]
    numbers = [int(cell) for cell in bare if cell.isdecimal() and len(cell) < 3]
    return len(bare) > 2 and len(numbers) == len(bare) and numbers == sorted(set(numbers))


def skipped_numbers(row: Sequence[str]) -> list[int]:
    """Return the numbers that a row which counts the columns leaves out."""
    numbers = [int(cell.strip("().")) for cell in row if cell]
    return [number for number in range(numbers[0], numbers[-1]) if number not in numbers]


def _both(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield each column with its heads, the narrower one first."""
    for place in range(max(len(first), len(second))):
        above = first[place] if place < len(first) else ""
        under = second[place] if place < len(second) else ""
        yield place, (under, above)


def _goes_on(row: Sequence[str]) -> bool:
    """Say whether a row is the second line of the heads: nothing in it but further heads."""
    filled = [cell for cell in row if cell]
    known = sum(_is_known(cell) for cell in filled)
    return known > 0 and known >= len(filled) - 1 and not is_numbering(row)


def _is_known(cell: str) -> bool:
    return plain_head(cell) in _FIELDS or _year(cell) is not None


def _year(cell: str) -> str | None:
    bare = cell.strip()
    return bare if _YEAR.fullmatch(bare) else None
