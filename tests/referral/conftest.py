"""The town and the browsers of the case page."""

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]
