"""The handlers of the public door, by what a person does there."""

from netralitas.public.reporting.routes.asking import QuestionController
from netralitas.public.reporting.routes.closing import SendingController
from netralitas.public.reporting.routes.filing import FilesController, PiecesController
from netralitas.public.reporting.routes.following import MessageController, StatusController
from netralitas.public.reporting.routes.start import StartController

CONTROLLERS = (
    *(StartController, QuestionController, FilesController, PiecesController),
    *(SendingController, StatusController, MessageController),
)

__all__ = ["CONTROLLERS"]
