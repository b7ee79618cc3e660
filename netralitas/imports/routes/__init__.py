"""`/daftar-pegawai` and `/impor/sistem-lain`: what an office imported, and how a table comes in."""

from netralitas.imports.routes.importing import ExternalImportController, ImportController
from netralitas.imports.routes.lists import (
    ExternalListController,
    ExternalUndoController,
    ListsController,
    UndoController,
)

CONTROLLERS = (
    *(ListsController, ImportController, UndoController),
    *(ExternalListController, ExternalImportController, ExternalUndoController),
)

__all__ = ["CONTROLLERS"]
