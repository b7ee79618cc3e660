"""The pages of the follow-up beside one another, as its reader may open them."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.web.parts import Tab

BOARD: Final = "/tindak-lanjut"
RECEIVERS: Final = "/tindak-lanjut/penerima"
OFFICES: Final = "/tindak-lanjut/instansi"
_PAGES: Final = (
    ("Papan dan buku", BOARD, Permission.SEE_FOLLOW_UP),
    ("Menurut penerima", RECEIVERS, Permission.SEE_FOLLOW_UP),
    ("Instansi penerima", OFFICES, Permission.SEE_FOLLOW_UP),
    ("Catatan sistem lain", "/impor/sistem-lain", Permission.IMPORT_EXTERNAL),
)


def beside(actor: Actor, here: str) -> tuple[Tab, ...]:
    """Return the pages that an actor may open, the one at the address `here` marked."""
    return tuple(
        Tab(label=label, href=href, current=href == here)
        for label, href, act in _PAGES
        if refusal(actor, act) is None
    )
