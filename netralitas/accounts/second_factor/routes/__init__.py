"""The pages about one's own sign-in, and those of its second step."""

from netralitas.accounts.second_factor.routes.account import (
    FactorController,
    ReplacementController,
    StepUpController,
)
from netralitas.accounts.second_factor.routes.carrying import CarryingController
from netralitas.accounts.second_factor.routes.entering import EnrolController, ProveController
from netralitas.accounts.second_factor.routes.passkeys import (
    NewPasskeyController,
    PasskeyController,
    PasskeySignInController,
)
from netralitas.accounts.second_factor.routes.recovery import RecoveryController
from netralitas.accounts.second_factor.routes.sessions import (
    PasswordController,
    SessionsController,
)

CONTROLLERS = (
    FactorController,
    ReplacementController,
    StepUpController,
    CarryingController,
    ProveController,
    EnrolController,
    PasskeyController,
    NewPasskeyController,
    PasskeySignInController,
    RecoveryController,
    SessionsController,
    PasswordController,
)
