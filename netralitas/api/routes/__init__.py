"""The page of tokens, and the API itself."""

from netralitas.api.routes.tokens import TokenController

CONTROLLERS = (TokenController,)
"""Pages of the staff site."""
