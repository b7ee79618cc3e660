"""The pages of requests under an agreement, of task forces and of rosters."""

from netralitas.exchange.forces.routes import CONTROLLERS as FORCES
from netralitas.exchange.routes.acting import StepController
from netralitas.exchange.routes.asking import AskController
from netralitas.exchange.routes.reading import RequestsController, WaitingController

CONTROLLERS = (
    WaitingController,
    RequestsController,
    AskController,
    StepController,
    *FORCES,
)
