"""The staff site with a case, for pieces of evidence."""

from tests.cases.conftest import settings, site, statements, town, visit
from tests.notices.conftest import as_worker

__all__ = ["as_worker", "settings", "site", "statements", "town", "visit"]
