"""The town, its browsers, and what investigators do through pages."""

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]
