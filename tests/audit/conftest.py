"""Fixtures of the record: a ledger that is undone after the test, and one that is committed."""

from collections.abc import AsyncIterator

import pytest

from tests.audit.ledger import Addressed, Ledger, opened
from tests.audit.scene import Scene, staged


@pytest.fixture
async def ledger(shared_database: Addressed) -> AsyncIterator[Ledger]:
    """An empty record, in a transaction that is rolled back: other connections see none of it."""
    async with opened(shared_database, undone=True) as ledger:
        yield ledger


@pytest.fixture
async def committed(clone: Addressed) -> AsyncIterator[Ledger]:
    """An empty record of its own for this test, where commits are real."""
    async with opened(clone) as ledger:
        yield ledger


@pytest.fixture
async def scene(committed: Ledger) -> Scene:
    """Two dossiers with a signed log, to be attacked."""
    return await staged(committed)
