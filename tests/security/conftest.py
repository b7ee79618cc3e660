"""The town and the browsers of the case page, and everything that is logged."""

import io
from collections.abc import Iterator

import pytest
import structlog

from netralitas.web import logging
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged from now on, as in production."""
    before = structlog.get_config()
    stream = io.StringIO()
    logging.configure(demo=False, stream=stream)
    yield stream
    structlog.configure(**before)
