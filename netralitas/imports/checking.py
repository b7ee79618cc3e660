"""Every row of a table is checked: it is taken, or refused with each cell that is wrong."""

from collections.abc import Iterator, Sequence
from datetime import date

from netralitas.imports.cells import read_cell, shown
from netralitas.imports.domain import (
    Checked,
    Column,
    GoodRow,
    Grid,
    Heading,
    Refused,
    Schema,
    type_cell,
    type_mapping,
)
from netralitas.web.forms.given import Wrong

type_row = Sequence[type_cell]


def check_rows(grid: Grid, heading: Heading, mapping: type_mapping, schema: Schema) -> Checked:
    """Return all rows below the heads that say something, good ones and what is refused.

    Never raises, whatever the cells hold.
    """
    columns = [(schema.column(code), place) for code, place in mapping.items()]
    seen: dict[str, dict[object, int]] = {c.code: {} for c, _ in columns if c.unique}
    good: list[GoodRow] = []
    refused: list[Refused] = []
    for number, row in _filled(grid, heading):
        values, faults = _read(columns, number, row)
        faults.extend(_repeated(schema, values, number, seen))
        if faults:
            refused.extend(faults)
        else:
            good.append(GoodRow(row=number, values=values))
    return Checked(good=tuple(good), refused=tuple(refused))


def _filled(grid: Grid, heading: Heading) -> Iterator[tuple[int, type_row]]:
    """Yield the rows with something in them, with their numbers; not the one that counts columns.

    Below the heads of an official list often stands a row (1) (2) (3).
    """
    first = heading.row + 1
    for number, row in enumerate(grid.rows[heading.row :], first):
        if any(map(shown, row)) and not (number == first and _counts(row)):
            yield number, row


def _counts(row: type_row) -> bool:
    bare = [text.strip("()") for text in map(shown, row) if text]
    return len(bare) > 1 and bare == [str(place) for place in range(1, len(bare) + 1)]


def _read(
    columns: Sequence[tuple[Column, int]], number: int, row: type_row
) -> tuple[dict[str, str | date | None], list[Refused]]:
    values: dict[str, str | date | None] = {}
    faults: list[Refused] = []
    for column, place in columns:
        try:
            values[column.code] = read_cell(column, row[place] if place < len(row) else None)
        except Wrong as wrong:
            said = " ".join(wrong.sentences)
            faults.append(Refused(row=number, column=column.label, sentence=said))
    return values, faults


def _repeated(
    schema: Schema,
    values: dict[str, str | date | None],
    number: int,
    seen: dict[str, dict[object, int]],
) -> Iterator[Refused]:
    """Yield what a row has that must be unique and stood in an earlier one."""
    for code, rows in seen.items():
        value = values.get(code)
        if value is None:
            continue
        first = rows.setdefault(value, number)
        if first != number:
            label = schema.column(code).label
            said = f"{label} sama dengan {label} pada baris {first}."
            yield Refused(row=number, column=label, sentence=said)
