"""The pages of task forces, liaison officers and rosters."""

from netralitas.exchange.forces.routes.forming import (
    EndController,
    FormController,
    MemberController,
)
from netralitas.exchange.forces.routes.reading import ForcesController
from netralitas.exchange.forces.routes.rostering import RosterController

CONTROLLERS = (
    ForcesController,
    FormController,
    MemberController,
    EndController,
    RosterController,
)
