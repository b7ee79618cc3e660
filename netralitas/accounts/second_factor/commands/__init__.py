"""Getting a second factor, showing it, replacing it, losing it."""

from netralitas.accounts.second_factor.commands.enrolling import (
    Bearer,
    enrol,
    remove,
    replace,
    step_up,
)

__all__ = ["Bearer", "enrol", "remove", "replace", "step_up"]
