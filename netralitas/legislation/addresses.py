"""The addresses of the reading pages of the law, and the way up from each."""

from typing import Final
from urllib.parse import urlencode

from netralitas.legislation.words.laws import slug
from netralitas.web.parts import Crumb

HOME: Final = "/referensi"
RULES: Final = f"{HOME}/aturan"
CALENDAR: Final = f"{HOME}/kalender"
VIOLATIONS: Final = f"{HOME}/pelanggaran"
SANCTIONS: Final = f"{HOME}/sanksi"
LAWS: Final = f"{HOME}/peraturan"
CITATION: Final = f"{HOME}/kutipan"
HOURS: Final = f"{HOME}/jam-layanan"
_CALCULATOR: Final = "/kalkulator-tenggat"

TITLES: Final = {
    RULES: "Aturan waktu",
    CALENDAR: "Kalender hari kerja",
    VIOLATIONS: "Katalog pelanggaran",
    SANCTIONS: "Sanksi",
    LAWS: "Daftar peraturan",
    CITATION: "Periksa kutipan",
    HOURS: "Jam layanan",
}
"""What each section is called."""


def crumbs(section: str, here: str | None = None) -> tuple[Crumb, ...]:
    """Return the way to a section of the reference, or to a page `here` within it."""
    up = Crumb("Referensi", HOME)
    if here is None:
        return (up, Crumb(TITLES[section]))
    return (up, Crumb(TITLES[section], section), Crumb(here))


def rule(code: str) -> str:
    """Return the address of a rule of time."""
    return f"{RULES}/{code}"


def calculator(code: str) -> str:
    """Return the address of the public calculator with the rule chosen."""
    return f"{_CALCULATOR}?{urlencode({'aturan': code})}"


def calendar(year: int, region: str = "") -> str:
    """Return the address of a year, of the nation or of a region."""
    asked = {"tahun": str(year), **({"wilayah": region} if region else {})}
    return f"{CALENDAR}?{urlencode(asked)}"


def violation(code: str) -> str:
    """Return the address of an item of the catalogue."""
    return f"{VIOLATIONS}/{code}"


def law(name: str) -> str:
    """Return the address of a law of the register."""
    return f"{LAWS}/{slug(name)}"
