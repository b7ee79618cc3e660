"""The filters of the register in the address, and the place in its list as a short text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from netralitas.evidence.web import words
from netralitas.evidence.web.domain import Category, Platform

STATES: Final = {
    "belum": "Belum diminta turun",
    "diminta": "Penurunan diminta",
    "turun": "Sudah turun",
}
LARGEST_ID: Final = 2**63 - 1
_PLACE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is shown: a platform, a category, a state; None is all of them."""

    platform: Platform | None = None
    category: Category | None = None
    state: str | None = None


def read_filters(query: Mapping[str, str]) -> Filters:
    """Return the filters that the address names; what nobody offers is left out."""
    platform = query.get("platform", "")
    state = query.get("keadaan", "")
    return Filters(
        platform=Platform(platform) if platform in set(Platform) else None,
        category=words.CATEGORY_SLUGS.get(query.get("kategori", "")),
        state=state if state in STATES else None,
    )


def category_word(wanted: Filters) -> str:
    """Return the category of the filters as it stands in an address; empty for all of them."""
    slugs = {category: slug for slug, category in words.CATEGORY_SLUGS.items()}
    return slugs[wanted.category] if wanted.category else ""


def address(path: str, wanted: Filters, place: str | None) -> str:
    """Return the address of a page of the register."""
    told = {
        "kategori": category_word(wanted),
        "platform": wanted.platform.value if wanted.platform else "",
        "keadaan": wanted.state or "",
        "setelah": place or "",
    }
    said = urlencode({name: value for name, value in told.items() if value})
    return f"{path}?{said}" if said else path


def write_place(on: date, number: int) -> str:
    """Return a place in the list as text for an address."""
    return f"{on.isoformat()}.{number}"


def read_place(text: str | None) -> tuple[date, int] | None:
    """Return the place that a text names, None (the beginning) for anything that is no place."""
    found = _PLACE.fullmatch(text or "")
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), int(found[2])
    except ValueError:
        return None
