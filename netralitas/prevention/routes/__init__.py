"""The pages of prevention: the dashboard and its data, the activities, and their forms."""

from netralitas.prevention.routes.planning import PlanController
from netralitas.prevention.routes.reading import (
    ActivitiesController,
    DashboardController,
    DataController,
)
from netralitas.prevention.routes.recording import OutcomeController

CONTROLLERS = (
    DashboardController,
    DataController,
    ActivitiesController,
    PlanController,
    OutcomeController,
)

__all__ = ["CONTROLLERS"]
