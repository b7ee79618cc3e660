"""The addresses of the administration of the law, and the way up from each page."""

from typing import Final
from urllib.parse import urlencode

from netralitas.web.parts import Crumb

HOME: Final = "/administrasi"
LAW: Final = f"{HOME}/hukum"
CALENDAR: Final = f"{LAW}/kalender"
HOLIDAY: Final = f"{LAW}/hari-libur"
RULES: Final = f"{LAW}/aturan"
HOURS: Final = f"{LAW}/jam-layanan"
IMPORT: Final = f"{LAW}/impor"
EXPORT: Final = f"{LAW}/ekspor.json"
DRAFT: Final = f"{LAW}/usulan"
EDITION: Final = f"{LAW}/edisi"
_TITLE: Final = "Hukum dan kalender"


def crumbs(*here: str | tuple[str, str]) -> tuple[Crumb, ...]:
    """Return the way to the page of the law, or to a page below it; the last has no address."""
    top = Crumb("Administrasi", HOME)
    if not here:
        return (top, Crumb(_TITLE))
    below = [Crumb(step) if isinstance(step, str) else Crumb(*step) for step in here]
    return (top, Crumb(_TITLE, LAW), *below)


def asked(path: str, **told: str | int | None) -> str:
    """Return a path with what is asked of it, without what is not."""
    said = urlencode({name: value for name, value in told.items() if value is not None})
    return f"{path}?{said}" if said else path


def edition(number: int) -> str:
    """Return the address of what an edition changed."""
    return f"{EDITION}/{number}"


def draft(identity: int) -> str:
    """Return the address of the preview of a change."""
    return f"{DRAFT}/{identity}"


def calendar(year: int) -> str:
    """Return the address of the days off of a year."""
    return asked(CALENDAR, tahun=year)


def load_year(year: int) -> str:
    """Return the address of the form that loads a year."""
    return f"{CALENDAR}/{year}/muat"


def settle_year(year: int) -> str:
    """Return the address of the form that says that a year is sure."""
    return f"{CALENDAR}/{year}/pasti"


def withdraw(key: str) -> str:
    """Return the address of the form that withdraws a day off."""
    return f"{HOLIDAY}/{key}/cabut"


def new_version(code: str) -> str:
    """Return the address of the form of a new version of a rule."""
    return f"{RULES}/{code}/versi-baru"
