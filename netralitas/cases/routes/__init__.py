"""The pages of one case, a controller for each noun."""

from netralitas.cases.archive.routes import CONTROLLERS as ARCHIVE
from netralitas.cases.bundle.routes import BundleController
from netralitas.cases.interests.routes import InterestController
from netralitas.cases.persons.routes import PersonController
from netralitas.cases.routes.act import FactController, MoveController, OpeningController
from netralitas.cases.routes.case import CaseController
from netralitas.cases.routes.correction import CorrectionController
from netralitas.cases.routes.deadline import (
    ExtensionController,
    PauseController,
    ResumptionController,
)
from netralitas.cases.routes.document import DocumentController
from netralitas.cases.routes.exclusion import ExclusionController, LiftingController
from netralitas.cases.routes.likeness import LikenessController, TypedLikenessController
from netralitas.cases.routes.merging import (
    MergingController,
    SplittingController,
    UndoingController,
)
from netralitas.cases.routes.respondent import RespondentController

CONTROLLERS = (
    CaseController,
    MoveController,
    OpeningController,
    FactController,
    CorrectionController,
    ExtensionController,
    PauseController,
    ResumptionController,
    RespondentController,
    PersonController,
    ExclusionController,
    LiftingController,
    InterestController,
    DocumentController,
    BundleController,
    LikenessController,
    TypedLikenessController,
    MergingController,
    UndoingController,
    SplittingController,
    *ARCHIVE,
)
