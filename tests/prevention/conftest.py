"""The town and the browsers of the case page, and two parties with an agreement."""

import pytest

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.make import Town
from tests.prevention.world import Partners, make_partners

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


@pytest.fixture
async def partners(town: Town) -> Partners:
    """An agreement of Bawaslu and the local government, and three units."""
    return await make_partners(town)
