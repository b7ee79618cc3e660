"""The pages of evaluation meetings."""

from netralitas.evaluation.packs.routes import CONTROLLERS as PACKS
from netralitas.evaluation.recap.routes import RecapController, RecapFileController
from netralitas.evaluation.reconciling.routes import ReconciliationController
from netralitas.evaluation.routes.deciding import DecisionController, FinishController
from netralitas.evaluation.routes.meetings import MeetingController, MeetingsController
from netralitas.evaluation.routes.planning import (
    CancelController,
    PlanController,
    ReplanController,
)
from netralitas.evaluation.routes.recording import MinutesController, ProposalController
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
    ProposalController,
    AgendaController,
    HoldingController,
    CancelController,
    MinutesController,
    PresenceController,
    DecisionController,
    FinishController,
    *PACKS,
    RecapController,
    RecapFileController,
    ReconciliationController,
)
