"""The town with its browsers, an office of Bawaslu elsewhere, and its installation on loopback."""

from collections.abc import AsyncIterator

import pytest

from netralitas.settings import Settings
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.conftest import Database
from tests.make import Town
from tests.partners.exchanging import Exchange, exchange_of
from tests.partners.sending import Sender, sending

__all__ = ["Statements", "Visits", "exchange", "sender", "settings", "site", "statements", "town"]
__all__ += ["visit"]


@pytest.fixture
async def sender() -> AsyncIterator[Sender]:
    """The installation that sends."""
    async with sending() as started:
        yield started


@pytest.fixture
async def exchange(engine: Database, town: Town, sender: Sender, settings: Settings) -> Exchange:
    """The partner of BKPSDM that this installation is, and the worker that asks it."""
    return await exchange_of(engine, town, sender, settings)
