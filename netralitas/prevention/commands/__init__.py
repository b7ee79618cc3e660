"""What is done with activities: one transaction and one event each."""

from netralitas.prevention.commands.adding import (
    Kept,
    add_file,
    add_post,
    add_speaker,
    count_post,
    remove_file,
    remove_post,
    remove_speaker,
    share_file,
)
from netralitas.prevention.commands.announcing import announce_activity, move_activity
from netralitas.prevention.commands.holding import cancel_activity, correct_record, hold_activity
from netralitas.prevention.commands.opening import Target
from netralitas.prevention.commands.planning import add_unit_in, plan_activity
from netralitas.prevention.commands.proving import prove_duty, record_achieved

__all__ = [
    "Kept",
    "Target",
    "add_file",
    "add_post",
    "add_speaker",
    "add_unit_in",
    "announce_activity",
    "cancel_activity",
    "correct_record",
    "count_post",
    "hold_activity",
    "move_activity",
    "plan_activity",
    "prove_duty",
    "record_achieved",
    "remove_file",
    "remove_post",
    "remove_speaker",
    "share_file",
]
