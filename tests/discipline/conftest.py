"""The town, its browsers, and the walk of a recommendation through the offices."""

import pytest

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.discipline.through_forms import Walk
from tests.make import Town

__all__ = ["Statements", "Visits", "Walk", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
def walk(town: Town, visit: Visits) -> Walk:
    """Everybody's steps on a case, through the forms of its pages."""
    return Walk(town=town, visit=visit)
