"""The pages of staff about the service."""

from netralitas.service.routes.complaints import ComplaintsController
from netralitas.service.routes.profile import ServiceController

CONTROLLERS = (ComplaintsController, ServiceController)
