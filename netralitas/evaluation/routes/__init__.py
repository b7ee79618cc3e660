"""The pages of evaluation meetings."""

from netralitas.evaluation.routes.deciding import DecisionController, FinishController
from netralitas.evaluation.routes.meetings import MeetingController, MeetingsController
from netralitas.evaluation.routes.planning import (
    CancelController,
    PlanController,
    ReplanController,
)
from netralitas.evaluation.routes.sitting import (
    AgendaController,
    HoldingController,
    PresenceController,
)

CONTROLLERS = (
    MeetingsController,
    PlanController,
    MeetingController,
    ReplanController,
    AgendaController,
    HoldingController,
    CancelController,
    PresenceController,
    DecisionController,
    FinishController,
)
