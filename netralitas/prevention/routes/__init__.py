"""The pages of prevention: the dashboard and its data, the activities, and their forms."""

from netralitas.prevention.routes.planning import PlanController
from netralitas.prevention.routes.reading import (
    ActivitiesController,
    DashboardController,
    DataController,
)
from netralitas.prevention.routes.recording import (
    CancelController,
    CorrectionController,
    HoldController,
)

CONTROLLERS = (
    DashboardController,
    DataController,
    ActivitiesController,
    PlanController,
    HoldController,
    CorrectionController,
    CancelController,
)

__all__ = ["CONTROLLERS"]
