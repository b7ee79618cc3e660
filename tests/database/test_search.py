"""The search function shows what row security would show, and nothing else."""

import random

import asyncpg

from netralitas.database.context import NOBODY, Context, local_settings
from tests.world import Addressed, World, make_world

OFFICES = range(1, 6)
OFFICERS = range(1, 4)

BY_POLICY = """
SELECT case_file FROM case_text
WHERE words @@ (websearch_to_tsquery('pg_catalog.indonesian', $1)
                || websearch_to_tsquery('pg_catalog.simple', $1))
ORDER BY case_file DESC
"""


async def scatter(database: Addressed, seed: int = 7) -> None:
    """Texts with random readers, and exclusions that other offices recorded."""
    chance = random.Random(seed)  # noqa: S311 - data of a test
    root = await asyncpg.connect(database.dsn("postgres"))
    await root.execute("SET session_replication_role = replica")  # texts without their cases
    for case_file in range(1000, 1200):
        readers = chance.sample(OFFICES, chance.randint(0, 3))
        await root.execute(
            "INSERT INTO case_text (case_file, readers, plain) VALUES ($1, $2, $3)",
            *(case_file, readers, chance.choice(["camat mendukung", "lurah berfoto"])),
        )
        if chance.random() < 0.3:
            await root.execute(
                "INSERT INTO exclusion (case_file, officer, ground, event, readers)"
                " VALUES ($1, $2, 'named', 1, $3)",
                *(case_file, chance.choice(OFFICERS), [chance.choice(OFFICES)]),
            )
    await root.close()


async def test_the_search_equals_the_policies_for_everybody(clone: Addressed) -> None:
    await scatter(clone)
    everybody = [
        NOBODY,
        Context(everything=True),
        *(Context(organisation=o, officer=p) for o in OFFICES for p in OFFICERS),
    ]
    connection = await asyncpg.connect(clone.dsn("app"))
    counts = set()
    for context in everybody:
        async with connection.transaction():
            await connection.execute(local_settings(context))
            found = await connection.fetch("SELECT * FROM search_cases('camat', 500)")
            visible = await connection.fetch(BY_POLICY, "camat")
        assert [row[0] for row in found] == [row[0] for row in visible]
        counts.add(len(found))
    await connection.close()
    assert len(counts) > 5


async def test_the_search_finds_inflected_words_and_names_alike(clone: Addressed) -> None:
    world: World = await make_world(clone)
    async with world.acting(world.own, world.officer) as c:
        await c.execute("UPDATE case_text SET plain = 'Siti Aminah membagikan bantuan di pasar'")
        for wanted in ("siti aminah", "bagikan", "membagikan bantuan"):
            found = await c.fetch("SELECT * FROM search_cases($1, 10)", wanted)
            assert [row[0] for row in found] == [world.case_file]
        assert await c.fetch("SELECT * FROM search_cases('lurah', 10)") == []


async def test_the_search_returns_no_more_than_asked_and_takes_any_text(clone: Addressed) -> None:
    await scatter(clone)
    connection = await asyncpg.connect(clone.dsn("app"))
    await connection.execute("SET netralitas.everything = 'yes'")
    assert len(await connection.fetch("SELECT * FROM search_cases('camat', 3)")) == 3
    for piece in (
        "",
        "'",
        '"x',
        "x & | !",
        "\\",
        "%",
        "-",
        " -x",
        "(",
        "<->",
        "x or ",
        "\u200b",
        ":*",
    ):
        for wanted in (piece, piece * 2000):
            assert await connection.fetch("SELECT * FROM search_cases($1, 3)", wanted) == []
    await connection.close()
