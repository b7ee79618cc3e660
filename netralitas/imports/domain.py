"""What a table from outside is, how its rows are described, and what is wrong with one: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

type_cell = str | int | float | bool | date | None


class ImportKind(StrEnum):
    """What the rows of a table are."""

    STAFF = "staff"
    EXTERNAL = "external"
    CASES = "cases"
    ATTENDANCE = "attendance"
    PLAN = "plan"


class CellKind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    NAME = "name"
    NIP = "nip"
    CHOICE = "choice"
    DAY = "day"
    ROUGH_DAY = "rough_day"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column that a table may have; `aliases` are the heads by which it is known.

    `maximum` is in characters. `choices` leads from each way of writing, in small letters, to the
    value; `offered` are those named when a cell says none of them. `unique` cells occur once.
    """

    code: str
    label: str
    kind: CellKind = CellKind.TEXT
    aliases: tuple[str, ...] = ()
    required: bool = False
    unique: bool = False
    maximum: int = 200
    choices: Mapping[str, str] = field(default_factory=dict)
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The columns of one kind of table, in the order in which people are asked about them.

    `merges` says that cells may be merged below the heads: what they cover is then empty.
    """

    kind: ImportKind
    columns: tuple[Column, ...]
    merges: bool = True

    def column(self, code: str) -> Column:
        """Return a column by its code; KeyError for none."""
        return {column.code: column for column in self.columns}[code]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Cells that a spreadsheet shows as one: its first and last row and column, from 0."""

    rows: tuple[int, int]
    columns: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of one sheet from its first row on; `sheet` is its name where the file has any.

    `others` says that other sheets have cells too, `merged` which cells are one.
    """

    rows: Sequence[Sequence[type_cell]]
    sheet: str | None = None
    others: bool = False
    merged: Sequence[Merged] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The row that names the columns: its number, counted from 1 as spreadsheets do, its cells."""

    row: int
    cells: tuple[str, ...]


type_mapping = Mapping[str, int]
"""Which cell of a row is which column: places counted from 0 by the column's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What is wrong with one cell: its row in the file, the label of its column, a sentence."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodRow:
    """A row that can be taken in: its number in the file, its values by the code of the column."""

    row: int
    values: Mapping[str, str | date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Every row that says something: taken, or refused with all that is wrong with it."""

    good: tuple[GoodRow, ...]
    refused: tuple[Refused, ...]

    @property
    def refused_rows(self) -> int:
        """Return how many rows are refused; one row may be refused for several cells."""
        return len({fault.row for fault in self.refused})

    @property
    def rows(self) -> int:
        """Return how many rows say something."""
        return len(self.good) + self.refused_rows

    def less(self, faults: Sequence[Refused]) -> "Checked":
        """Return it with further rows refused."""
        gone = {fault.row for fault in faults}
        return Checked(
            good=tuple(good for good in self.good if good.row not in gone),
            refused=tuple(sorted((*self.refused, *faults), key=lambda fault: fault.row)),
        )


class FileNotTaken(Exception):  # noqa: N818 - an answer of the product, not an error of it
    """A file as a whole cannot be read as a table; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
