"""The code of the page for phones, as a poster and as a page to project."""

from collections.abc import Mapping
from typing import Any, Final

import segno

from netralitas.prevention.attending import words
from netralitas.prevention.attending.address import when
from netralitas.prevention.attending.domain import Door, here
from netralitas.prevention.attending.door import ADDRESS
from netralitas.prevention.attending.pages import ProjectedPage
from netralitas.prevention.attending.queries.doors import door_hours
from netralitas.prevention.queries.opened import Opened

TEMPLATE: Final = "attendance_poster"
_LOOK: Final[Mapping[str, Any]] = {"scale": 4, "border": 4, "dark": "#000", "light": "#fff"}


def poster(opened: Opened, door: Door, site: str, zone: str) -> Mapping[str, object]:
    """Return what the poster is filled with; `site` is where the public site is reached."""
    address = _address(door, site)
    return {
        "title": words.POSTER_TITLE,
        "office": opened.facts["organiser"],
        "letterhead": [],
        "footer": opened.title,
        "activity": opened.title,
        "when": when(opened),
        "hours": door_hours(door, zone),
        "address": address,
        "qr": _qr(address).svg_inline(**_LOOK),
        "steps": list(words.POSTER_STEPS),
        "kept_for": words.KEPT_FOR,
    }


def projected(opened: Opened, door: Door, site: str, zone: str) -> ProjectedPage:
    """Return the page that is thrown on the wall."""
    address = _address(door, site)
    tab = here(opened.activity.id)
    return ProjectedPage(
        title=opened.title,
        when=when(opened),
        hours=door_hours(door, zone),
        address=address,
        qr=_qr(address).svg_data_uri(**_LOOK),
        poster=f"{tab}/poster.pdf",
        back=tab,
    )


def _qr(address: str) -> segno.QRCode:
    """Return the code of an address, which survives a stain on the paper."""
    return segno.make_qr(address, error="q")


def _address(door: Door, site: str) -> str:
    return f"{site}{ADDRESS}/{door.token}"
