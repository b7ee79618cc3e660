"""Acts on the register of addresses, and captures: asked for here, made by the worker."""

from netralitas.evidence.web.commands.asking import CAPTURE, ask_capture, ask_capture_for_case
from netralitas.evidence.web.commands.capturing import Capturing, NotCaptured
from netralitas.evidence.web.commands.register import (
    add_address,
    link_case,
    note_taken_down,
    refer_address,
)

__all__ = [
    "CAPTURE",
    "Capturing",
    "NotCaptured",
    "add_address",
    "ask_capture",
    "ask_capture_for_case",
    "link_case",
    "note_taken_down",
    "refer_address",
]
