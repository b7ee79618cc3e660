"""The staff site with a case, for pieces of evidence."""

from tests.cases.conftest import settings, site, statements, town, visit

__all__ = ["settings", "site", "statements", "town", "visit"]
