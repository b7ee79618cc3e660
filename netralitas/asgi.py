"""What the HTTP server loads: the staff site behind the log of requests."""

from litestar.types import ASGIApp

from netralitas.app import create_app
from netralitas.leash import end_with_parent
from netralitas.settings import load
from netralitas.web import logging


def staff() -> ASGIApp:
    """Return the staff site of this process, from the settings of its environment."""
    end_with_parent()
    settings = load()
    logging.configure(demo=settings.demo)
    return logging.RequestLog(create_app(settings))
