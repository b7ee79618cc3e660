"""The vault in the database: who sees an entry, what it holds, how its key is changed."""

import asyncpg
import pytest

from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible
from netralitas.vault.cipher import Keys, Purpose, TamperedError, UnknownKeyError
from netralitas.vault.commands import open_entry_in, put_in, rotate_in
from netralitas.vault.domain import Identity, Subject
from tests.world import World

SITI = Identity(name="Siti Aminah", address="Jl. Melati 5", telephone="+628123456789")
OLD = Keys.derive(Purpose.IDENTITY, "1", {"1": bytes(range(32))})
BOTH = Keys.derive(Purpose.IDENTITY, "2", {"1": bytes(range(32)), "2": bytes(range(1, 33))})
NEW = Keys(current="2", known={"2": BOTH.known["2"]})


async def enter(c: Connection, world: World, identity: Identity = SITI) -> int:
    return await put_in(
        c,
        case_file=world.case_file,
        subject=Subject.REPORTER,
        identity=identity,
        readers=(world.own,),
        keys=OLD,
    )


async def test_an_identity_goes_in_and_opens(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        assert await open_entry_in(c, await enter(c, world), OLD) == SITI


async def test_the_database_holds_no_word_of_it(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world)
        row = await c.fetchrow("SELECT * FROM vault_entry")
    stored = b" ".join(value for value in row.values() if isinstance(value, bytes))
    for word in ("Siti", "Melati", "8123456789", "name"):
        assert word.encode() not in stored
        assert word not in repr(row)


async def test_the_length_does_not_tell_a_short_name_from_a_long_one(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world, Identity(name="Al"))
        await enter(c, world, SITI)
        lengths = await c.fetch("SELECT DISTINCT length(ciphertext) FROM vault_entry")
    assert len(lengths) == 1


async def test_not_even_the_superior_sees_an_entry_that_is_not_for_it(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        entry = await enter(c, world)
    async with world.acting(world.superior, world.clerk) as c:
        with pytest.raises(NotVisible):
            await open_entry_in(c, entry, OLD)


async def test_an_entry_moved_to_another_subject_does_not_open(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        entry = await enter(c, world)
    root = await asyncpg.connect(world.database.dsn("postgres"))
    await root.execute("UPDATE vault_entry SET subject = 'witness'")
    await root.close()
    async with world.acting(world.own, world.officer) as c:
        with pytest.raises(TamperedError):
            await open_entry_in(c, entry, OLD)


async def test_the_application_cannot_change_what_is_sealed(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await enter(c, world)
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await c.execute("UPDATE vault_entry SET ciphertext = ''")


async def test_rotation_goes_on_until_the_old_key_may_go(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        entries = [await enter(c, world) for _ in range(3)]
    async with world.acting(role="worker") as c:
        assert [await rotate_in(c, BOTH, most=2) for _ in range(3)] == [2, 1, 0]
        assert [await open_entry_in(c, entry, NEW) for entry in entries] == [SITI] * 3
        with pytest.raises(UnknownKeyError):
            await open_entry_in(c, entries[0], OLD)
