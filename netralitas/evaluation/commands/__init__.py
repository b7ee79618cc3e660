"""Acts on meetings, each one transaction with its event in the meeting's own stream."""

from netralitas.evaluation.commands.decisions import NewDecision, decide, finish_decision
from netralitas.evaluation.commands.freezing import freeze
from netralitas.evaluation.commands.meetings import (
    NewMeeting,
    Plan,
    cancel,
    hold,
    plan,
    replan,
)
from netralitas.evaluation.commands.preparing import (
    NewPresence,
    add_item,
    add_presence,
    add_proposed,
    keep_minutes,
    remove_item,
    remove_presence,
)

__all__ = [
    "NewDecision",
    "NewMeeting",
    "NewPresence",
    "Plan",
    "add_item",
    "add_presence",
    "add_proposed",
    "cancel",
    "decide",
    "finish_decision",
    "freeze",
    "hold",
    "keep_minutes",
    "plan",
    "remove_item",
    "remove_presence",
    "replan",
]
