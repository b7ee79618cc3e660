"""The access matrix with every visitor in every phase, also where one answer holds for all."""

from pathlib import Path

import pytest

from tests.access.visitors import PHASES
from tests.access.walking import quiet, visits, walk, world
from tests.access.world import World
from tests.conftest import Database
from tests.soak.conftest import Tell

__all__ = ["quiet", "world"]

pytestmark = pytest.mark.soak


async def test_everybody_gets_the_answer_that_is_written_in_every_phase(
    world: World, engine: Database, tmp_path: Path, tell: Tell
) -> None:
    wrong = await walk(world, engine, tmp_path, least=len(PHASES))
    assert not wrong, "\n".join(wrong)
    tell("requests of the access matrix", str(sum(1 for _ in visits(len(PHASES)))))
