"""The town and its browsers, and the committed law as an edition has it."""

import pytest

from netralitas.law.entries import LawData, committed, law_data
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit

__all__ = ["Statements", "Visits", "law", "settings", "site", "statements", "town", "visit"]


@pytest.fixture(scope="session")
def law() -> LawData:
    """The law that ships with the program."""
    return law_data(committed(), edition=1, calendar_version=1)
