"""The pages of agreements: the register, one agreement, the forms to write and to move it."""

from netralitas.agreements.routes.content import ContentController
from netralitas.agreements.routes.correspondence import CorrespondenceController
from netralitas.agreements.routes.duties import DutyController
from netralitas.agreements.routes.moving import ExtendController, MoveController, StagesController
from netralitas.agreements.routes.reading import AgreementsController, CalculatorController
from netralitas.agreements.routes.records import KeepController, RecordsController
from netralitas.agreements.routes.writing import (
    EnterController,
    PlanController,
    PointsController,
    ProvisionController,
)

CONTROLLERS = (
    AgreementsController,
    EnterController,
    PointsController,
    ProvisionController,
    PlanController,
    MoveController,
    ExtendController,
    StagesController,
    CalculatorController,
    CorrespondenceController,
    DutyController,
    ContentController,
    RecordsController,
    KeepController,
)
