"""Where the pages of a work plan are, and an indicator's place as its address says it. Pure."""

from typing import Final

from netralitas.agreements.plan.domain import Aspect, Place
from netralitas.refusals import NotVisible

_PATHS: Final = {Aspect.OUTPUT: "keluaran", Aspect.OUTCOME: "hasil"}
_MOST: Final = 1000


def plan(agreement: int) -> str:
    """Return where the work plan of an agreement is."""
    return f"/kerja-sama/{agreement}/rencana-kerja"


def importing(agreement: int) -> str:
    """Return where a table of a work plan comes in."""
    return f"/kerja-sama/{agreement}/rencana/impor"


def indicator(agreement: int, place: Place) -> str:
    """Return where an indicator is."""
    return f"{plan(agreement)}/{place.row}/{_PATHS[place.aspect]}/{place.number}"


def place_of(version: int, row: int, aspect: str, number: int) -> Place:
    """Return the place that an address names; NotVisible for what cannot be one."""
    for known, path in _PATHS.items():
        if path == aspect and row < _MOST and number < _MOST:
            return Place(version=version, row=row, aspect=known, number=number)
    raise NotVisible
