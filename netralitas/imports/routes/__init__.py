"""`/daftar-pegawai`: the staff lists of an office, and how one comes in."""

from netralitas.imports.routes.importing import ImportController
from netralitas.imports.routes.lists import ListsController, UndoController

CONTROLLERS = (ListsController, ImportController, UndoController)

__all__ = ["CONTROLLERS"]
