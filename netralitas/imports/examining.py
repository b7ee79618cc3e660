"""What a file says under a schema: its heads, which is which, and every row checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from netralitas.imports.attendance.schema import ATTENDANCE
from netralitas.imports.checking import check_rows
from netralitas.imports.domain import Checked, Grid, Heading, ImportKind, Schema, type_mapping
from netralitas.imports.external_schema import EXTERNAL
from netralitas.imports.headings import find_heading, guess
from netralitas.imports.merging import hold_unmerged
from netralitas.imports.reading import read_grid
from netralitas.imports.schemas import STAFF

SCHEMAS: Mapping[ImportKind, Schema] = {
    schema.kind: schema for schema in (STAFF, EXTERNAL, ATTENDANCE)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that can be read as a table of this schema."""

    schema: Schema
    grid: Grid
    heading: Heading
    digest: bytes

    def guessed(self, remembered: Mapping[str, str] | None = None) -> dict[str, int]:
        """Return which cell is which column, as far as the heads tell it."""
        return guess(self.heading.cells, self.schema, remembered)

    def example(self, place: int) -> str:
        """Return the head of a cell as people choose it; without one, where it stands."""
        return self.heading.cells[place] or f"Kolom ke-{place + 1} (tanpa judul)"

    def heads(self, mapping: type_mapping) -> dict[str, str]:
        """Return the heads of the columns by their codes: what is remembered of the source."""
        return {code: self.heading.cells[place] for code, place in mapping.items()}

    def check(self, mapping: type_mapping) -> Checked:
        """Return every row, checked."""
        return check_rows(self.grid, self.heading, mapping, self.schema)


def open_table(content: bytes, kind: ImportKind) -> Opened:
    """Return the table that a file holds; blocks. Raises FileNotTaken."""
    schema = SCHEMAS[kind]
    grid = read_grid(content)
    heading = find_heading(grid, schema)
    if not schema.merges:
        hold_unmerged(grid, heading)
    return Opened(schema=schema, grid=grid, heading=heading, digest=sha256(content).digest())


def unnamed(mapping: type_mapping, schema: Schema) -> Sequence[str]:
    """Return the labels of required columns that nothing in the file was said to be."""
    return [c.label for c in schema.columns if c.required and c.code not in mapping]
