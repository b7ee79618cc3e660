"""The pages about one's own second factor, and those of the second step of signing in."""

from netralitas.accounts.second_factor.routes.account import (
    FactorController,
    ReplacementController,
    StepUpController,
)
from netralitas.accounts.second_factor.routes.entering import EnrolController, ProveController

CONTROLLERS = (
    FactorController,
    ReplacementController,
    StepUpController,
    ProveController,
    EnrolController,
)
