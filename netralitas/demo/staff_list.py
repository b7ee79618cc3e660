"""The staff list that the regency's personnel office handed over: sixty invented people, as CSV."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from netralitas.cases.words import EMPLOYMENTS, POSITION_CLASSES
from netralitas.demo.cast import Listed

SOURCE: Final = "BKPSDM Kabupaten Tanjung Lestari"
SIZE: Final = 60
_HEADS: Final = (
    *("Nama", "NIP", "Status kepegawaian", "Jenis jabatan"),
    *("Jabatan", "Unit kerja", "Instansi"),
)


def staff_file(listed: Iterable[Listed]) -> bytes:
    """Return the list as a file, one line for each person, by name."""
    written = StringIO()
    lines = csv.writer(written)
    lines.writerow(_HEADS)
    lines.writerows(sorted(_line(one) for one in listed))
    return written.getvalue().encode()


def _line(one: Listed) -> tuple[str, ...]:
    person = one.person
    return (
        *(person.name or "", one.nip, EMPLOYMENTS[person.employment]),
        POSITION_CLASSES[person.position_class],
        *(person.position or "", person.unit or "", person.employer or ""),
    )
