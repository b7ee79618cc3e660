"""The rows of a list of presence, placed: the unit of each, and who stands on the list already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.cases.nip import NipSealer
from netralitas.imports.attendance.schema import ATTENDANCE
from netralitas.imports.domain import Checked, GoodRow, Refused
from netralitas.prevention.attending.domain import NewAttendee
from netralitas.prevention.attending.numbers import kept_nip
from netralitas.prevention.attending.policy import Known, listed, name_key, place_people

_GUEST: Final = "tamu"
_NO_UNIT: Final = (
    "Unit kerja \u201c{unit}\u201d tidak dikenal di antara unit kerja para pihak. Tulis seperti"
    " pada daftar unit, atau \u201cTamu\u201d."
)
_TWICE: Final = "{name} sama dengan baris {row}. Bila orangnya berbeda, isi NIP pada kedua baris."


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The people of a table who can be put on the list, and the rows with what is wrong."""

    checked: Checked
    people: tuple[NewAttendee, ...]


def place_rows(checked: Checked, known: Known, sealer: NipSealer) -> Placed:
    """Return the good rows as people; the others refused, each with its reason."""
    units = {name_key(unit.name): unit.id for unit in known.units.values()}
    rows: list[GoodRow] = []
    people: list[NewAttendee] = []
    faults: list[Refused] = []
    for good in checked.good:
        unit = name_key(str(good.values["unit"]))
        if unit not in units and unit != _GUEST:
            faults.append(_refused(good, "unit", _NO_UNIT.format(unit=good.values["unit"])))
            continue
        rows.append(good)
        people.append(_person(good, units, sealer))
    placed = place_people(known, people)
    for place, (code, sentence) in placed.faults.items():
        said = _said_before(rows, people, place) or sentence
        faults.append(_refused(rows[place], code, said if code == "name" else sentence))
    return Placed(checked=checked.less(faults), people=placed.added)


def _person(good: GoodRow, units: Mapping[str, int], sealer: NipSealer) -> NewAttendee:
    said = {code: str(value) for code, value in good.values.items() if value is not None}
    unit = units.get(name_key(said["unit"]))
    nip = said.get("nip")
    return NewAttendee(
        name=said["name"],
        unit=unit,
        origin=said.get("origin") if unit is None else None,
        position=said.get("position"),
        nip=kept_nip(nip, sealer) if nip else None,
    )


def _said_before(rows: Sequence[GoodRow], people: Sequence[NewAttendee], place: int) -> str | None:
    """Return the sentence for somebody whom an earlier row of the table names; None for others."""
    one = people[place]
    _, *same = listed(one)
    earlier = (at for at in range(place) if [*listed(people[at])[1:]] == same)
    first = next(earlier, None)
    return None if first is None else _TWICE.format(name=one.name, row=rows[first].row)


def _refused(good: GoodRow, code: str, sentence: str) -> Refused:
    return Refused(row=good.row, column=ATTENDANCE.column(code).label, sentence=sentence)
