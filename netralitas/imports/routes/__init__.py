"""`/daftar-pegawai` and `/impor/sistem-lain`: what an office imported, and how a table comes in."""

from netralitas.imports.plans.routes import PlanImportController
from netralitas.imports.routes.importing import (
    AttendanceImportController,
    ExternalImportController,
    ImportController,
)
from netralitas.imports.routes.lists import (
    ExternalListController,
    ExternalUndoController,
    ListsController,
    UndoController,
)

CONTROLLERS = (
    *(ListsController, ImportController, UndoController),
    *(ExternalListController, ExternalImportController, ExternalUndoController),
    *(AttendanceImportController, PlanImportController),
)

__all__ = ["CONTROLLERS"]
