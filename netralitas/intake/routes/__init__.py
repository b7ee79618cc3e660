"""The addresses of the desk: taking in, drafts, files that arrive in pieces, what is handed out."""

from netralitas.intake.routes.asked import AskedController
from netralitas.intake.routes.desk import DeskController, WindowController
from netralitas.intake.routes.drafts import DraftController
from netralitas.intake.routes.handed_out import FormAController, ReceiptController
from netralitas.intake.routes.uploads import UploadController

CONTROLLERS = (
    AskedController,
    DeskController,
    DraftController,
    FormAController,
    ReceiptController,
    UploadController,
    WindowController,
)
