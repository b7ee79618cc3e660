"""The words around the figures of prevention: what is shown, rises, degrees of vulnerability."""

from collections.abc import Iterable
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.prevention.figures import share
from netralitas.prevention.pages import FilterChoice
from netralitas.prevention.vulnerability import Degree, Part
from netralitas.prevention.words import number
from netralitas.web.parts import type_tone

EVERY_THEME: Final = "Semua tema"

DEGREES: Final[dict[Degree, tuple[str, type_tone]]] = {
    Degree.LOW: ("Rendah", "neutral"),
    Degree.MEDIUM: ("Sedang", "waiting"),
    Degree.HIGH: ("Tinggi", "soon"),
    Degree.HIGHEST: ("Sangat tinggi", "late"),
}

PARTS: Final[dict[Part, tuple[str, str]]] = {
    Part.REPORTED: (
        "Terlapor",
        "Terlapor per 1.000 pegawai, terbukti atau tidak; 20 per 1.000 atau lebih bernilai 100.",
    ),
    Part.UNCOVERED: (
        "Belum dijangkau",
        "Bagian pegawai yang belum terhitung hadir pada satu kegiatan pun, dalam persen.",
    ),
    Part.LATE: (
        "Terlambat",
        "Tenggat tindak lanjut yang lewat, dari semua yang dipenuhi atau lewat, dalam persen.",
    ),
}


def theme(found: Theme | None) -> str:
    """Return the theme that is looked at."""
    return THEMES[found] if found else EVERY_THEME


def shown(year: int, found: Theme | None, further: Iterable[FilterChoice] = ()) -> str:
    """Return in a phrase what is counted: "tahun 2026, tema Netralitas, kecamatan Melati"."""
    said = [f"tahun {year}"]
    if found:
        said.append(f"tema {THEMES[found]}")
    for choice in further:
        if choice.chosen:
            words = dict(choice.options).get(choice.chosen, choice.chosen)
            said.append(f"{choice.label.lower()} {words}")
    return ", ".join(said)


def reached(units: tuple[int, int], people: tuple[int, int]) -> str:
    """Return how many units and people were reached, each of how many, with their shares."""
    of_units, of_people = (_of(*both) for both in (units, people))
    return f"Unit kerja yang sudah dijangkau: {of_units}. Pegawai, sedikitnya: {of_people}."


def _of(part: int, whole: int) -> str:
    said = share(part, whole)
    shown = "" if said is None else f" ({said}%)"
    return f"{number(part)} dari {number(whole)}{shown}"


def rise(hundredths: int) -> str:
    """Return by how much a mean rose: "naik 12", "turun 3", "tetap"."""
    if hundredths == 0:
        return "tetap"
    return f"naik {hundredths}" if hundredths > 0 else f"turun {-hundredths}"


def tenths(amount: int) -> str:
    """Return tenths as they are read: "12,5"."""
    whole, rest = divmod(amount, 10)
    return f"{number(whole)},{rest}"
