"""The pages of static archives."""

from typing import Final

from netralitas.cases.archive.routes.closing import ClosingController, ScanController
from netralitas.cases.archive.routes.filling import AddingController, NewController
from netralitas.cases.archive.routes.reading import ArchiveController

CONTROLLERS: Final = (
    ArchiveController,
    NewController,
    AddingController,
    ClosingController,
    ScanController,
)
