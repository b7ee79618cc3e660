"""The town, the browsers of its officers, and where people complain about its service."""

import pytest

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.intake.conftest import letterbox
from tests.intake.letterbox import Letterbox
from tests.service.complaining import Desk

__all__ = ["Statements", "Visits", "letterbox", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
def desk(letterbox: Letterbox) -> Desk:
    """Where people complain about the service of the town."""
    return Desk(letterbox=letterbox)
