"""The town and the browsers of the case page, and two parties with an agreement."""

from tests.prevention.conftest import (
    Partners,
    Statements,
    Visits,
    partners,
    settings,
    site,
    statements,
    town,
    visit,
)

__all__ = [
    "Partners",
    "Statements",
    "Visits",
    "partners",
    "settings",
    "site",
    "statements",
    "town",
    "visit",
]
