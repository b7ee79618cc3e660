"""The simple form: a CSV with one respondent in a row; rows of one key are one case.

What the case is stands in its first row. Each row is turned into the same object as a line of JSON.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from netralitas.imports.cases.line import HANDLING
from netralitas.imports.domain import FileNotTaken
from netralitas.imports.reading.commas import read_commas

_LONGEST: Final = 20_000
_MOST_COLUMNS: Final = 100
_MOST_ROWS: Final = 100_000

CASE: Final = (
    *("key", "regime", "source", "channel", "theme", "election", "region", "place"),
    *("subject", "description", "act", "known", "received"),
)
"""Columns of the case, named as in a line of JSON."""
NUMBERS: Final = {
    "register_number": "register",
    "receipt_number": "receipt",
    "previous_number": "previous",
    "foreign_number": "foreign",
}
RESPONDENT: Final = (
    *("name", "employment", "position_class", "position", "unit", "employer", "grade"),
)
STEPS: Final = ("handling", "referral", "discipline")
"""Each with its state, and in further columns `…_when`, `…_office` (not for the handling)."""
COLUMNS: Final = (
    *(*CASE, *NUMBERS, *RESPONDENT, "handling", "handling_when"),
    *(f"{step}{part}" for step in STEPS[1:] for part in ("", "_when", "_office")),
    *("letter_number", "letter_dated", "recommended", "recommended_kind", "imposed"),
    *("imposed_kind", "decree_number", "said_by", "note"),
)

_NO_KEY: Final = "Berkas CSV perkara harus punya kolom “key” dan “regime” pada baris pertama."
type_row = Mapping[str, str]


def read_table(content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return the cases of a CSV file, each with the number of its first row.

    FileNotTaken where it is no CSV, or its first row does not name the columns.
    """
    grid = read_commas(content, longest=_LONGEST, most_columns=_MOST_COLUMNS, most_rows=_MOST_ROWS)
    heads = [str(cell).strip() for cell in grid.rows[0]] if grid.rows else []
    if not {"key", "regime"} <= set(heads):
        raise FileNotTaken(_NO_KEY)
    rows: dict[str, list[tuple[int, type_row]]] = {}
    for number, cells in enumerate(grid.rows[1:], start=2):
        texts = [str(cell).strip() for cell in cells]
        if any(texts):
            row = {head: text for head, text in zip(heads, texts, strict=False) if head and text}
            rows.setdefault(row.get("key", f" {number}"), []).append((number, row))
    return ((alike[0][0], _case([row for _, row in alike])) for alike in rows.values())


def _case(rows: list[type_row]) -> dict[str, Any]:
    first = rows[0]
    case: dict[str, Any] = {name: first[name] for name in CASE if name in first}
    case |= {name: text for name, text in first.items() if name not in COLUMNS}
    case["numbers"] = [
        {"kind": kind, "printed": first[column]}
        for column, kind in NUMBERS.items()
        if column in first
    ]
    case["happenings"] = list(_handled(first))
    for name in ("respondents", "proceedings", "letters"):
        case[name] = []
    for at, row in enumerate(rows, start=1):
        _add(case, at, row)
    return case


def _handled(row: type_row) -> Iterator[dict[str, Any]]:
    if "handling" in row:
        yield _some(when=row.get("handling_when"), of=HANDLING, state=row["handling"])


def _add(case: dict[str, Any], at: int, row: type_row) -> None:
    """Add what a row says of its respondent: who, where each procedure stands, since when."""
    said = {name: row[name] for name in RESPONDENT if name in row}
    if not said and not any(step in row for step in STEPS[1:]):
        return
    case["respondents"].append({"ref": f"T{at}", **said})
    for step in STEPS[1:]:
        if step not in row:
            continue
        ref = f"{step}{at}"
        office = row.get(f"{step}_office")
        case["proceedings"].append(
            _some(ref=ref, workflow=step, respondent=f"T{at}", addressee=office)
        )
        happening = _some(when=row.get(f"{step}_when"), of=ref, state=row[step])
        case["happenings"].append(happening | _beside(case, at, step, row))


def _beside(case: dict[str, Any], at: int, step: str, row: type_row) -> dict[str, Any]:
    """Return what a row says beside a state: the letter of a referral, the decree of an outcome."""
    if step == "discipline":
        return _some(
            imposed=_sanction(row, "imposed"),
            decree_number=row.get("decree_number"),
            said_by=row.get("said_by"),
            note=row.get("note"),
        )
    letter = _some(number=row.get("letter_number"), dated=row.get("letter_dated"))
    if letter:
        office = row.get("referral_office")
        ref = _some(ref=f"S{at}", direction="out", counterpart=office)
        case["letters"].append(ref | letter)
    recommended = _sanction(row, "recommended")
    return _some(letters=[f"S{at}"] if letter else None, recommended=recommended)


def _sanction(row: type_row, side: str) -> dict[str, Any] | None:
    return _some(level=row.get(side), kind=row.get(f"{side}_kind")) or None


def _some(**given: Any) -> dict[str, Any]:  # noqa: ANN401 - values of JSON
    return {name: value for name, value in given.items() if value}
