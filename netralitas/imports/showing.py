"""The pages of an import, composed from a table that was opened and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.cases.queries.people import masked
from netralitas.cases.words import EMPLOYMENTS, POSITION_CLASSES
from netralitas.imports.cells import shown
from netralitas.imports.domain import CellKind, Checked, Column, GoodRow, type_mapping
from netralitas.imports.examining import Opened
from netralitas.imports.external import as_of_from
from netralitas.imports.forms import ConfirmForm, MappingForm
from netralitas.imports.pages import Fault, MappingPage, Preview, ResultPage
from netralitas.imports.waiting import Parcel
from netralitas.imports.way_words import WayWords
from netralitas.law.words import day
from netralitas.referral.external.words import STANDINGS, SYSTEMS, as_of_in_words
from netralitas.web.table_file import csv_file

_FIRST: Final = 5
_MOST_FAULTS: Final = 100
_WIDEST: Final = 12  # columns of the file that the page shows
_SHOWN_DIGITS: Final = 4
_NIP_DIGITS: Final = 18

_LABELS: Final[Mapping[str, str]] = {
    **{value.value: label for value, label in EMPLOYMENTS.items()},
    **{value.value: label for value, label in POSITION_CLASSES.items()},
    **{value.value: label for value, label in SYSTEMS.items()},
    **{value.value: label for value, label in STANDINGS.items()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A table that waits under a token, opened."""

    token: str
    parcel: Parcel
    opened: Opened


def mapping_page(
    way: WayWords, arrived: Arrived, form: MappingForm, *, remembered: bool
) -> MappingPage:
    """Return the page that asks which column is which; long numbers are masked."""
    parcel, opened = arrived.parcel, arrived.opened
    begins = opened.heading.row
    rows = opened.grid.rows[begins : begins + _FIRST]
    return MappingPage(
        way=way,
        token=arrived.token,
        source=parcel.source,
        file=parcel.name,
        sheet=opened.grid.sheet,
        others=opened.grid.others,
        heads_at=begins,
        heads=tuple(
            opened.example(place) for place in range(min(len(opened.heading.cells), _WIDEST))
        ),
        first=tuple(tuple(_hidden(shown(cell)) for cell in row[:_WIDEST]) for row in rows),
        remembered=remembered,
        form=form,
    )


def result_page(
    way: WayWords,
    arrived: Arrived,
    checked: Checked,
    mapping: type_mapping,
    *,
    stale: bool = False,
    sent: ConfirmForm | None = None,
) -> ResultPage:
    """Return the page that shows what an import would do, with why it was refused once sent."""
    parcel, opened = arrived.parcel, arrived.opened
    columns = [column for column in opened.schema.columns if column.code in mapping]
    faults = checked.refused[:_MOST_FAULTS]
    return ResultPage(
        way=way,
        token=arrived.token,
        source=parcel.source,
        file=parcel.name,
        rows=checked.rows,
        good=len(checked.good),
        refused=checked.refused_rows,
        faults=tuple(Fault(row=f.row, column=f.column, sentence=f.sentence) for f in faults),
        more_faults=len(checked.refused) - len(faults),
        labels=tuple(column.label for column in columns),
        first=tuple(_preview(row, columns) for row in checked.good[:_FIRST]),
        form=_confirm(checked, sent),
        stale=stale,
    )


def refused_file(checked: Checked) -> bytes:
    """Return the refused rows as CSV: row, column, sentence; no spreadsheet runs any of it."""
    rows = [(fault.row, fault.column, fault.sentence) for fault in checked.refused]
    return csv_file([("baris", "kolom", "keterangan"), *rows])


def _confirm(checked: Checked, sent: ConfirmForm | None) -> ConfirmForm:
    form = ConfirmForm.blank(values={"good": len(checked.good)})
    for sentence, _ in sent.error_list if sent else ():
        form.refuse("", sentence)
    return form


def _preview(row: GoodRow, columns: list[Column]) -> Preview:
    cells = (_said(column, row.values.get(column.code)) for column in columns)
    return Preview(row=row.row, cells=tuple(cells))


def _said(column: Column, value: str | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    if column.kind is CellKind.ROUGH_DAY:
        return as_of_in_words(as_of_from(value))
    if column.kind is CellKind.NIP or (column.kind is CellKind.PERSON and _is_nip(value)):
        return masked(value[-_SHOWN_DIGITS:]) or ""
    return _LABELS.get(value, value) if column.kind is CellKind.CHOICE else value


def _is_nip(value: str) -> bool:
    return value.isdecimal() and len(value) == _NIP_DIGITS


def _hidden(text: str) -> str:
    """Return a cell of the file; of a number as long as a NIP or NIK the last digits."""
    digits = sum(character.isdigit() for character in text)
    return f"…{text[-_SHOWN_DIGITS:]}" if digits >= 15 else text[:80]
