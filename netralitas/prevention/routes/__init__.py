"""The pages of prevention: the dashboard and its data, the activities, and their forms."""

from netralitas.prevention.routes.adding import MaterialsController
from netralitas.prevention.routes.concluding import ResultController
from netralitas.prevention.routes.figures import (
    CoverageController,
    DashboardController,
    MapController,
)
from netralitas.prevention.routes.files import ActivityFileController
from netralitas.prevention.routes.planning import PlanController
from netralitas.prevention.routes.reading import ActivitiesController
from netralitas.prevention.routes.recording import RecordController
from netralitas.prevention.routes.removing import RemovingController
from netralitas.prevention.routes.standing import StandingController

CONTROLLERS = (
    DashboardController,
    CoverageController,
    MapController,
    ActivitiesController,
    PlanController,
    StandingController,
    RecordController,
    MaterialsController,
    RemovingController,
    ActivityFileController,
    ResultController,
)

__all__ = ["CONTROLLERS"]
