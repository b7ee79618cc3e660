"""A work plan as its table says it: rows of a plan, and a sentence for each doubt. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.agreements.paper import Indicator, PlanDuty, PlanRow
from netralitas.imports.domain import FileNotTaken, Grid
from netralitas.imports.plans.heads import Heads, find_heads
from netralitas.imports.plans.lines import Line, lines_of
from netralitas.imports.plans.parts import (
    duties_of,
    indicators_of,
    one_line,
    together,
    unit_of,
    without_letter,
    years_in,
)
from netralitas.imports.plans.sliding import put_back

MOST_ROWS: Final = 300
_NOTHING: Final = "Tabel ini tidak berisi satu baris rencana kerja pun di bawah judul kolomnya."
_TOO_MANY: Final = f"Rencana kerja paling banyak {MOST_ROWS} baris; bagi tabelnya."


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a table says: the years, the rows of the plan, and what was not plain."""

    years: tuple[int, ...]
    rows: tuple[PlanRow, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A row of the plan as it was read, with its doubts."""

    row: PlanRow
    years: tuple[int, ...]
    doubts: tuple[str, ...]


def understand(grid: Grid) -> Understood:
    """Return the plan that a table holds; FileNotTaken where it holds none."""
    heads = find_heads(grid)
    found = lines_of(grid, heads)
    if not found.lines:
        raise FileNotTaken(_NOTHING)
    if len(found.lines) > MOST_ROWS:
        raise FileNotTaken(_TOO_MANY)
    doubts = [f"Kolom “{head}” tidak dikenal, jadi tidak diimpor." for head in heads.unknown]
    doubts += found.doubts
    if "fund" not in heads.columns:
        doubts.append("Kolom sumber dana tidak ada; sumber dana dibiarkan kosong.")
    read = list(_read_all(found.lines, heads, doubts))
    if not read:
        raise FileNotTaken(_NOTHING)
    years = tuple(sorted({*heads.years, *(year for each in read for year in each.years)}))
    if not years:
        doubts.append("Tahun pelaksanaan tidak disebut; realisasi tidak dapat diisi per tahun.")
    for each in read:
        doubts += each.doubts
    return Understood(
        years=tuple(range(years[0], years[-1] + 1)) if years else (),
        rows=tuple(each.row for each in read),
        doubts=tuple(together(doubts)),
    )


def _read_all(lines: Iterable[Line], heads: Heads, doubts: list[str]) -> Iterator[_Read]:
    """Yield each row; one without a programme is of the programme above it."""
    programme = ""
    for line in lines:
        programme = _cell(line, heads, "programme") or programme
        if _only_title(line, heads):
            doubts.append(f"Baris {line.row}: dibaca sebagai judul kelompok.")
        else:
            yield _read(line, heads, programme)


def _only_title(line: Line, heads: Heads) -> bool:
    """Say whether a row has nothing but a number and a title: that of a group of rows."""
    places = {heads.columns[name] for name in ("number", "programme") if name in heads.columns}
    return not any(cell for place, cell in enumerate(line.cells) if place not in places)


def _read(line: Line, heads: Heads, programme: str) -> _Read:
    doubts: list[str] = []
    cells = {name: _cell(line, heads, name) for name in heads.columns}
    years = range(min(heads.years, default=0), max(heads.years, default=-1) + 1)
    by_year = {year: _at(line, heads.years[year]) if year in heads.years else "" for year in years}
    doubts += put_back(line.row, cells, by_year)
    targets = {year: int(text) for year, text in by_year.items() if text.isdecimal()}
    schedule = _schedule(line, cells, by_year, targets, doubts)
    output = _output(line, cells, targets, tuple(by_year), doubts)
    activity = without_letter(cells.get("activity", ""))
    row = PlanRow(
        programme=one_line(programme),
        activity=activity,
        place=one_line(cells.get("place", "")),
        doers=one_line(cells.get("doers", "")),
        fund=one_line(cells.get("fund", "")),
        schedule=schedule,
        duties=tuple(_duties(cells)),
        output=output,
        outcome=tuple(Indicator(text=text) for text in indicators_of(cells.get("outcome", ""))),
    )
    named = "" if by_year else " ".join(schedule)
    return _Read(row=row, years=years_in(named), doubts=tuple(doubts))


def _schedule(
    line: Line,
    cells: Mapping[str, str],
    by_year: Mapping[int, str],
    targets: Mapping[int, int],
    doubts: list[str],
) -> tuple[str, ...]:
    """Return the cells of the schedule; what is empty at the end was merged with what is before."""
    if not by_year:
        return (one_line(cells.get("schedule", "")),)
    texts = ["" if year in targets else one_line(text) for year, text in sorted(by_year.items())]
    while len(texts) > 1 and not texts[-1]:
        texts.pop()
    years = sorted(by_year)
    if 1 < len(texts) < len(years) and not targets:
        doubts.append(
            f"Baris {line.row}: jadwal {years[len(texts) - 1]} dibaca sampai tahun {years[-1]},"
            " karena sel sesudahnya kosong atau digabung."
        )
    return tuple(texts)


def _output(
    line: Line,
    cells: Mapping[str, str],
    targets: Mapping[int, int],
    years: tuple[int, ...],
    doubts: list[str],
) -> tuple[Indicator, ...]:
    """Return the output indicators; targets and units belong to the first of them."""
    texts = indicators_of(cells.get("output", ""))
    if not texts:
        doubts.append(f"Baris {line.row}: output tidak ada.")
        return ()
    unit = one_line(cells.get("unit", "")).lower() or unit_of(texts[0])
    if unit and not cells.get("unit"):
        doubts.append(f"Baris {line.row}: satuan “{unit}” disimpulkan dari “{texts[0]}”.")
    target = one_line(cells.get("target", ""))
    if target and not target.isdecimal():
        doubts.append(
            f"Baris {line.row}: target “{target[:40]}” bukan bilangan, jadi tidak diimpor."
        )
    if targets and len(texts) > 1:
        doubts.append(f"Baris {line.row}: target tahunan dibaca sebagai target “{texts[0]}”.")
    first = Indicator(
        text=texts[0],
        unit=unit,
        target=int(target) if target.isdecimal() else None,
        yearly=tuple(targets.get(year) for year in sorted(years)) if targets else (),
    )
    return (first, *(Indicator(text=text, unit=unit_of(text)) for text in texts[1:]))


def _duties(cells: Mapping[str, str]) -> Iterator[PlanDuty]:
    for party, name in enumerate(("first", "second"), start=1):
        for number, text in duties_of(cells.get(name, "")):
            yield PlanDuty(party=party, number=number, text=text)


def _cell(line: Line, heads: Heads, name: str) -> str:
    return _at(line, heads.columns[name]) if name in heads.columns else ""


def _at(line: Line, place: int) -> str:
    return line.cells[place] if place < len(line.cells) else ""
