"""Kept files in the database."""

from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from tests.world import Addressed, make_world

STORED = Stored(digest="ab" * 32, size=7, media_type="application/pdf")


async def test_the_same_file_is_known_once(clone: Addressed) -> None:
    world = await make_world(clone)
    for _ in range(2):
        async with world.acting(world.own, world.officer) as c:
            assert await add_in(c, STORED) == bytes.fromhex(STORED.digest)
    async with world.acting(world.own, world.officer) as c:
        rows = await c.fetch("SELECT digest, size, media_type FROM file")
    assert [tuple(row) for row in rows] == [(bytes.fromhex("ab" * 32), 7, "application/pdf")]
