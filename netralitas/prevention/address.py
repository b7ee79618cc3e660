"""The filters of prevention in the address, and the place in its list as a short text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from netralitas.cases.domain import Theme
from netralitas.prevention import words
from netralitas.prevention.domain import ActivityKind, ActivityState

LARGEST_ID: Final = 2**63 - 1
_YEAR: Final = re.compile(r"20[0-9]{2}", re.ASCII)
_MONTH: Final = re.compile(r"[1-9]|1[0-2]", re.ASCII)
_REGION: Final = re.compile(r"[0-9]{2}(\.[0-9]{2}){1,2}", re.ASCII)
_UNIT: Final = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_PLACE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,19})", re.ASCII)
WAITING: Final = "belum-dicatat"

type_query = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is shown: a year (None: all of them), a theme, a state; `waiting`: overdue plans.

    The dashboard also takes a month of the year (1 to 12), a sub-district by its code, a unit by
    its id, a kind.
    """

    year: int | None = None
    theme: Theme | None = None
    state: ActivityState | None = None
    waiting: bool = False
    month: int | None = None
    district: str | None = None
    unit: int | None = None
    kind: ActivityKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The last activity of a page of the list, which goes on before it."""

    on: date
    activity: int


def read_filters(query: type_query) -> Filters:
    """Return the filters that the address names; what nobody offers is left out."""
    year, month = query.get("tahun", ""), query.get("bulan", "")
    district, unit = query.get("kecamatan", ""), query.get("unit", "")
    return Filters(
        year=int(year) if _YEAR.fullmatch(year) else None,
        theme=words.THEME_SLUGS.get(query.get("tema", "")),
        state=words.STATE_SLUGS.get(query.get("keadaan", "")),
        waiting=query.get("keadaan") == WAITING,
        month=int(month) if _MONTH.fullmatch(month) else None,
        district=district if _REGION.fullmatch(district) else None,
        unit=int(unit) if _UNIT.fullmatch(unit) else None,
        kind=words.KIND_SLUGS.get(query.get("jenis", "")),
    )


def address(path: str, **told: str | int | None) -> str:
    """Return a path with the filters that say something."""
    said = urlencode({name: value for name, value in told.items() if value})
    return f"{path}?{said}" if said else path


def state_word(wanted: Filters) -> str | None:
    """Return the state of the filters as it stands in an address, None for every state."""
    if wanted.waiting:
        return WAITING
    return words.slug(words.STATES[wanted.state]) if wanted.state else None


def theme_word(wanted: Filters) -> str | None:
    """Return the theme of the filters as it stands in an address, None for every theme."""
    return words.theme_slug(wanted.theme) if wanted.theme else None


def dashboard_address(wanted: Filters, year: int, path: str = "") -> str:
    """Return the filters of the dashboard as they stand in an address, behind `path`."""
    return address(
        path,
        tahun=year,
        bulan=wanted.month,
        tema=theme_word(wanted),
        jenis=words.slug(words.KINDS[wanted.kind]) if wanted.kind else None,
        kecamatan=wanted.district,
        unit=wanted.unit,
    )


def write_place(place: Place) -> str:
    """Return a place in the list as text for an address; it names nobody."""
    return f"{place.on.isoformat()}.{place.activity}"


def read_place(text: str | None) -> Place | None:
    """Return the place that a text names, None (the beginning) for anything that is no place."""
    found = _PLACE.fullmatch(text or "")
    if found is None or int(found[2]) > LARGEST_ID:
        return None
    try:
        return Place(on=date.fromisoformat(found[1]), activity=int(found[2]))
    except ValueError:
        return None
