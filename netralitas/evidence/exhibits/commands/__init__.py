"""What is done with evidence: used on record, described, uploaded, entered."""

from netralitas.evidence.exhibits.commands.custody import exported_in, use_in
from netralitas.evidence.exhibits.commands.describing import describe_in, hold_may_add
from netralitas.evidence.exhibits.commands.uploading import (
    Announced,
    announce_in,
    discard,
    enter_in,
    note_whole_in,
    receive,
    sweep_in,
)

__all__ = [
    "Announced",
    "announce_in",
    "describe_in",
    "discard",
    "enter_in",
    "exported_in",
    "hold_may_add",
    "note_whole_in",
    "receive",
    "sweep_in",
    "use_in",
]
