"""Acts on plenary meetings: planned, cases laid on the table, who is there, what is decided."""

from netralitas.investigation.plenary.commands.deciding import Ruling, decide_in_plenary
from netralitas.investigation.plenary.commands.sitting import (
    Plan,
    lay_on_table,
    note_presence,
    plan_meeting,
    set_quorum,
    take_off_table,
)

__all__ = [
    "Plan",
    "Ruling",
    "decide_in_plenary",
    "lay_on_table",
    "note_presence",
    "plan_meeting",
    "set_quorum",
    "take_off_table",
]
