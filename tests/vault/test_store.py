"""The vault in the database: what an entry holds, and for whom it opens."""

import asyncpg
import pytest

from netralitas.vault.cipher import Keys, TamperedError, UnknownKeyError
from netralitas.vault.commands import opened_in
from netralitas.vault.domain import Identity
from netralitas.vault.queries import entries_of
from tests.vault.thread import OLD, SITI, begin, enter
from tests.world import World

OTHER = Keys(current="2", known={"2": bytes(range(1, 33))})


async def test_an_identity_goes_in_and_opens(world: World) -> None:
    await (await begin(world)).opened()
    async with world.acting(world.own, world.officer) as c:
        assert list((await opened_in(c, world.case_file, OLD)).values()) == [SITI]


async def test_the_database_holds_no_word_of_it(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world)
    async with world.acting(role="worker") as c:
        row = await c.fetchrow("SELECT * FROM vault_entry")
    stored = b" ".join(value for value in row.values() if isinstance(value, bytes))
    for word in ("Siti", "Melati", "8123456789", "name"):
        assert word.encode() not in stored
        assert word not in repr(row)


async def test_the_length_does_not_tell_a_short_name_from_a_long_one(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world, Identity(name="Al"))
        await enter(c, world, SITI)
    async with world.acting(role="worker") as c:
        lengths = await c.fetch("SELECT DISTINCT length(ciphertext) FROM vault_entry")
    assert len(lengths) == 1


async def test_not_even_the_superior_sees_an_entry_that_is_not_for_it(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world)
        assert len(await entries_of(c, world.case_file)) == 1
    async with world.acting(world.superior, world.clerk) as c:
        assert await entries_of(c, world.case_file) == ()


async def test_an_entry_moved_to_another_subject_does_not_open(world: World) -> None:
    await (await begin(world)).opened()
    root = await asyncpg.connect(world.database.dsn("postgres"))
    await root.execute("SET session_replication_role = replica")  # past the guards
    await root.execute("UPDATE vault_entry SET subject = 'witness'")
    await root.close()
    async with world.acting(world.own, world.officer) as c:
        with pytest.raises(TamperedError):
            await opened_in(c, world.case_file, OLD)


async def test_without_its_key_an_entry_does_not_open(world: World) -> None:
    await (await begin(world)).opened()
    async with world.acting(world.own, world.officer) as c:
        with pytest.raises(UnknownKeyError):
            await opened_in(c, world.case_file, OTHER)
