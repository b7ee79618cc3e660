"""What changes task forces and rosters: decrees, people, ends, days of duty."""

from netralitas.exchange.forces.commands.forming import (
    end_force,
    end_member,
    form_force,
    name_member,
)
from netralitas.exchange.forces.commands.opening import Place
from netralitas.exchange.forces.commands.rostering import cancel_duty, set_duty

__all__ = [
    "Place",
    "cancel_duty",
    "end_force",
    "end_member",
    "form_force",
    "name_member",
    "set_duty",
]
