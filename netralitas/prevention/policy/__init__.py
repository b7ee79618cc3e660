"""The rules of activities: who records them, and what is said of them must not contradict. Pure.

Problems are returned as sentences by the name of the field that they are about; the empty name is
for the form as a whole.
"""

from netralitas.prevention.policy.adding import (
    achieved_problems,
    file_problems,
    post_problems,
    proof_problems,
    reach_problems,
    sharable,
)
from netralitas.prevention.policy.planning import (
    FURTHEST,
    announce_problems,
    move_problems,
    plan_problems,
)
from netralitas.prevention.policy.recording import held_on_problems, needs_people, record_problems
from netralitas.prevention.policy.standing import (
    hold_held,
    hold_kept,
    hold_movable,
    hold_open,
    hold_organiser,
    hold_recorder,
    hold_unannounced,
)

__all__ = [
    "FURTHEST",
    "achieved_problems",
    "announce_problems",
    "file_problems",
    "held_on_problems",
    "hold_held",
    "hold_kept",
    "hold_movable",
    "hold_open",
    "hold_organiser",
    "hold_recorder",
    "hold_unannounced",
    "move_problems",
    "needs_people",
    "plan_problems",
    "post_problems",
    "proof_problems",
    "reach_problems",
    "record_problems",
    "sharable",
]
