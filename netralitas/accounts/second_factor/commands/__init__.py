"""Getting a second factor, showing it, replacing it, losing it."""

from netralitas.accounts.second_factor.commands.enrolling import (
    Bearer,
    enrol,
    remove,
    replace,
    step_up,
)
from netralitas.accounts.second_factor.commands.shown import Shown

__all__ = ["Bearer", "Shown", "enrol", "remove", "replace", "step_up"]
