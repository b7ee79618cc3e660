"""The pages of retention and disposal."""

from netralitas.disposal.routes.deciding import DecidingController
from netralitas.disposal.routes.holds import HoldsController
from netralitas.disposal.routes.lists import ListsController
from netralitas.disposal.routes.retention import RetentionController

CONTROLLERS = (RetentionController, HoldsController, ListsController, DecidingController)
