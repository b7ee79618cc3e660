"""The world these tests act in."""

import pytest

from tests.world import Addressed, World, make_world


@pytest.fixture
async def world(clone: Addressed) -> World:
    """Four offices, three officers and one case, on a clone where commits are real."""
    return await make_world(clone)
