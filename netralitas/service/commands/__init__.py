"""Everything that changes a complaint about the service, and what an office says of its service."""

from netralitas.service.commands.collecting import Complaints
from netralitas.service.commands.handling import answer, close, keep_out, refer
from netralitas.service.commands.profile import add_duty, drop_duty, set_profile
from netralitas.service.commands.telling import TELL, tell_complaint

__all__ = [
    "TELL",
    "Complaints",
    "add_duty",
    "answer",
    "close",
    "drop_duty",
    "keep_out",
    "refer",
    "set_profile",
    "tell_complaint",
]
