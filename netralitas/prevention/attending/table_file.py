"""The list of those who were present, as the rows of a file."""

from collections.abc import Iterable, Sequence
from typing import Final

from netralitas.prevention.attending.pages import PeoplePage
from netralitas.web.table_file import type_cell

HEADS: Final = ("nomor", "nama", "unit kerja", "jabatan", "empat angka terakhir NIP", "cara")


def rows_of(page: PeoplePage) -> Iterable[Sequence[type_cell]]:
    """Return the heads, then a row for each person; of a number its last four digits."""
    yield HEADS
    for one in page.people:
        yield one.number, one.name, one.unit, one.position, one.nip, one.way
