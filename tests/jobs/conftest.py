"""A worker's pool on a clone, and what is in the queue."""

from collections.abc import AsyncIterator

import pytest

from netralitas.database.engine import ENGINE
from tests.world import Addressed


@pytest.fixture
async def working(clone: Addressed) -> AsyncIterator[Addressed]:
    """The process's engine, open on a committed clone as the worker's role."""
    await ENGINE.open(clone.dsn("worker"))
    yield clone
    await ENGINE.close()
