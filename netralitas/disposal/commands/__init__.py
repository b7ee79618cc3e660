"""Acts on retention: periods, holds, lists of what is due, and the ledger of what was erased."""

from netralitas.disposal.commands.carrying_out import CARRY_OUT, CarryingOut
from netralitas.disposal.commands.forgetting import FORGET, Forgetting
from netralitas.disposal.commands.holds import lift_hold, place_hold
from netralitas.disposal.commands.ledger import Reapplied, export_ledger, reapply_ledger
from netralitas.disposal.commands.proposing import propose_due
from netralitas.disposal.commands.retention import propose_rule, put_in_force
from netralitas.disposal.commands.reviewing import approve, give_back, leave_out, submit

__all__ = [
    "CARRY_OUT",
    "FORGET",
    "CarryingOut",
    "Forgetting",
    "Reapplied",
    "approve",
    "export_ledger",
    "give_back",
    "leave_out",
    "lift_hold",
    "place_hold",
    "propose_due",
    "propose_rule",
    "put_in_force",
    "reapply_ledger",
    "submit",
]
