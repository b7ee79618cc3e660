"""A request is recorded, decided by another, and its data are handed over once, sealed."""

from netralitas.privacy.requests.commands.handing import Handed, hand_over, make_password
from netralitas.privacy.requests.commands.own import own_data
from netralitas.privacy.requests.commands.recording import decide_request, record_request

__all__ = [
    "Handed",
    "decide_request",
    "hand_over",
    "make_password",
    "own_data",
    "record_request",
]
