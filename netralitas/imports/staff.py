"""The rows of a staff list as they are stored: the number sealed, the name by its keys."""

from collections.abc import Iterable
from dataclasses import dataclass

from netralitas.cases.domain import Employment, PositionClass, SealedNip
from netralitas.cases.likeness.keys import name_keys
from netralitas.cases.nip import NipSealer
from netralitas.imports.domain import GoodRow


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLine:
    """A person of a list, ready to be stored; `keys` are the words by which the name is found."""

    name: str
    employment: Employment
    position_class: PositionClass
    position: str | None
    unit: str | None
    employer: str | None
    grade: str | None
    nip: SealedNip | None
    keys: tuple[str, ...]


def staff_lines(rows: Iterable[GoodRow], sealer: NipSealer) -> list[StaffLine]:
    """Return checked rows of a staff list as they are stored; takes a while for a long list."""
    return [_line(row, sealer) for row in rows]


def _line(row: GoodRow, sealer: NipSealer) -> StaffLine:
    said = {code: str(value) for code, value in row.values.items() if value is not None}
    name = said["name"]
    return StaffLine(
        name=name,
        employment=Employment(said.get("employment", Employment.UNKNOWN)),
        position_class=PositionClass(said.get("position_class", PositionClass.UNKNOWN)),
        position=said.get("position"),
        unit=said.get("unit"),
        employer=said.get("employer"),
        grade=said.get("grade"),
        nip=sealer.seal(said["nip"]) if "nip" in said else None,
        keys=tuple(sorted(name_keys(name))),
    )
