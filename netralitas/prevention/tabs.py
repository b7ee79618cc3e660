"""The views of one activity, each under its own address."""

from typing import Final

from netralitas.web.parts import Tab

LABEL: Final = "Bagian kegiatan"
PLAN: Final = ""
ATTENDANCE: Final = "kehadiran"
MATERIALS: Final = "bahan"
OUTCOME: Final = "hasil"

_TABS: Final = (
    ("Rencana", PLAN),
    ("Kehadiran", ATTENDANCE),
    ("Bahan", MATERIALS),
    ("Hasil", OUTCOME),
)


def tabs(activity: int, current: str) -> tuple[Tab, ...]:
    """Return the tabs of an activity, the `current` one marked."""
    here = f"/pencegahan/kegiatan/{activity}"
    return tuple(
        Tab(label=label, href=f"{here}/{part}" if part else here, current=part == current)
        for label, part in _TABS
    )
