"""The town, the browsers of the case page, and the letterbox of the public."""

import pytest

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.conftest import Database
from tests.intake.letterbox import Letterbox
from tests.make import Town

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
def letterbox(engine: Database, town: Town) -> Letterbox:
    """Where the public writes to the offices of the town."""
    return Letterbox(database=engine, offices=town.offices)
