"""`/pleno`: plenary meetings, their tables, and what they decide."""

from netralitas.investigation.plenary.routes.meeting import PlenaryController
from netralitas.investigation.plenary.routes.meetings import PlenariesController
from netralitas.investigation.plenary.routes.ruling import RulingController

CONTROLLERS = (PlenariesController, PlenaryController, RulingController)
