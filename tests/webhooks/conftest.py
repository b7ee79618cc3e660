"""The town with its browsers, and receivers on loopback."""

from collections.abc import AsyncIterator

import pytest

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.webhooks.receiving import Receiver, receiving

__all__ = ["Statements", "Visits", "receiver", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver that takes everything."""
    async with receiving() as started:
        yield started
