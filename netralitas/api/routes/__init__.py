"""The page of tokens, the description of the API, and the API itself."""

from netralitas.api.routes.api import api_router
from netralitas.api.routes.describing import DescriptionController
from netralitas.api.routes.tokens import TokenController

CONTROLLERS = (TokenController, DescriptionController)
"""What the staff site answers beside the API."""

__all__ = ["CONTROLLERS", "api_router"]
