"""The three views of prevention: the dashboard, reports beside coverage, the map."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.prevention.address import Filters, address, theme_word
from netralitas.web.parts import Tab

DASHBOARD: Final = "/pencegahan"
COVERAGE: Final = "/pencegahan/jangkauan"
MAP: Final = "/pencegahan/kerawanan"

CASE_FIGURES: Final = Permission.SEE_MEETINGS
"""Who sees figures of cases anyway may see them beside coverage."""

_VIEWS: Final = (
    (DASHBOARD, "Rencana dan jangkauan"),
    (COVERAGE, "Laporan dan jangkauan"),
    (MAP, "Peta kerawanan"),
)


def tabs(actor: Actor, current: str, wanted: Filters) -> tuple[Tab, ...]:
    """Return the views that the reader has, with the year and theme that are looked at."""
    if refusal(actor, CASE_FIGURES) is not None:
        return ()
    kept = {"tahun": wanted.year, "tema": theme_word(wanted)}
    return tuple(
        Tab(label=label, href=address(path, **kept), current=path == current)
        for path, label in _VIEWS
    )
