"""What SQL as the application can and cannot do to the vault: one person alone gets nowhere."""

from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from netralitas import clock
from netralitas.audit.domain import EventKind
from netralitas.audit.record import lock, record
from netralitas.vault.cipher import Sealed
from netralitas.vault.commands import erase_in, place
from netralitas.vault.domain import Subject
from netralitas.vault.erasing import ERASED
from tests.vault.thread import OLD, Thread, begin
from tests.world import World, fact

Denied = asyncpg.InsufficientPrivilegeError


@pytest.fixture
async def thread(world: World) -> Thread:
    return await begin(world)


async def refused(thread: Thread, officer: int, before: str | None, to: str) -> None:
    with pytest.raises(asyncpg.PostgresError) as found:
        await thread.step(officer, before, to)
    assert found.value.sqlstate == "NE011"


async def test_two_people_open_what_is_sealed(world: World, thread: Thread) -> None:
    await thread.opened()
    [row] = await thread.seen(world.officer)
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    assert b"Siti Aminah" in OLD.open(sealed, place(world.case_file, Subject.REPORTER))


async def test_whoever_asked_does_not_agree(world: World, thread: Thread) -> None:
    await thread.step(world.officer, None, "requested")
    await refused(thread, world.officer, "requested", "approved")
    assert await thread.seen(world.officer) == []


async def test_nothing_is_opened_before_another_agreed(world: World, thread: Thread) -> None:
    await thread.step(world.officer, None, "requested")
    await refused(thread, world.officer, "requested", "opened")
    await refused(thread, world.colleague, "requested", "opened")


@pytest.mark.parametrize("to", ["approved", "opened"])
async def test_a_request_cannot_begin_further_on(world: World, thread: Thread, to: str) -> None:
    await refused(thread, world.officer, None, to)


async def test_whoever_agreed_does_not_open(world: World, thread: Thread) -> None:
    await thread.step(world.officer, None, "requested")
    await thread.step(world.colleague, "requested", "approved")
    await refused(thread, world.colleague, "approved", "opened")
    await refused(thread, world.clerk, "approved", "opened")


async def test_nobody_moves_it_in_the_name_of_another(world: World, thread: Thread) -> None:
    await thread.step(world.officer, None, "requested")
    with pytest.raises(asyncpg.PostgresError) as found:
        await thread.step(world.colleague, "requested", "approved", acting=world.officer)
    assert found.value.sqlstate == "NE011"


@pytest.mark.parametrize("columns", ["ciphertext", "nonce", "key_id", "*"])
async def test_the_application_has_no_right_to_what_is_sealed(
    world: World, thread: Thread, columns: str
) -> None:
    await thread.opened()
    async with world.acting(world.own, world.officer) as c:
        assert await c.fetchval("SELECT count(*) FROM vault_entry") == 1
    with pytest.raises(Denied):
        async with world.acting(world.own, world.officer) as c:
            await c.fetch(f"SELECT {columns} FROM vault_entry")


async def test_only_whoever_opened_it_is_given_anything(world: World, thread: Thread) -> None:
    await thread.opened()
    assert await thread.seen(world.colleague) == []
    assert await thread.seen(world.officer, world.stranger) == []
    assert len(await thread.seen(world.officer)) == 1


async def test_what_is_closed_again_is_closed_in_the_database(world: World, thread: Thread) -> None:
    await thread.opened()
    await thread.step(world.officer, "opened", "closed")
    assert await thread.seen(world.officer) == []


@pytest.mark.parametrize(("hours", "found"), [(23, 1), (25, 0)])
async def test_a_day_after_the_opening_the_database_gives_nothing(
    world: World, thread: Thread, hours: int, found: int
) -> None:
    ago = datetime.now(UTC) - timedelta(hours=hours)
    await thread.opened(role="owner", at=ago.isoformat())
    assert len(await thread.seen(world.officer)) == found


async def test_an_excluded_officer_is_given_nothing(world: World, thread: Thread) -> None:
    await thread.opened()
    root = await asyncpg.connect(world.database.dsn("postgres"))
    await root.execute(
        "INSERT INTO exclusion (case_file, officer, ground, event, readers)"
        " VALUES ($1, $2, 'named', $3, $4)",
        *(world.case_file, world.officer, world.event, list(world.readers)),
    )
    await root.close()
    assert await thread.seen(world.officer) == []


async def changed(world: World, statement: str, *, role: str = "app", event: bool = False) -> None:
    """Run a change of the entry, with the event of its erasure in the same transaction or not."""
    async with world.acting(world.own, world.officer, role=role) as c:
        erased_by = None
        if event:
            head = await lock(c, world.case_file)
            told = fact(
                *(world.case_file, world.own, world.officer),
                kind=EventKind.FACT,
                name=ERASED,
                readers=world.readers,
            )
            recorded, _ = await record(c, head, told)
            erased_by = recorded.id
        await c.execute(statement.replace("ERASED", str(erased_by or world.event)))


EMPTY_FROM_THE_START = """
INSERT INTO vault_entry (case_file, subject, key_id, nonce, ciphertext, stored_at, readers)
SELECT case_file, subject, key_id, '', '', now(), readers FROM vault_entry
"""
EMPTIED = "UPDATE vault_entry SET nonce = '', ciphertext = '', erased_by = ERASED"


async def test_an_entry_is_emptied_by_its_event_and_stays(world: World, thread: Thread) -> None:
    await changed(world, EMPTIED, event=True)
    await thread.opened()
    assert await thread.seen(world.officer) == []
    async with world.acting(world.own, world.officer) as c:
        assert await c.fetchval("SELECT count(*) FROM vault_entry WHERE erased_by > 0") == 1


@pytest.mark.parametrize(
    ("statement", "event"),
    [
        (EMPTIED, False),
        ("UPDATE vault_entry SET ciphertext = ''", False),
        ("UPDATE vault_entry SET ciphertext = 'x'", True),
        ("UPDATE vault_entry SET nonce = 'x'", True),
        ("UPDATE vault_entry SET erased_by = ERASED", True),
        ("UPDATE vault_entry SET ciphertext = '', erased_by = ERASED", True),
    ],
)
async def test_an_entry_changes_in_no_other_way(
    world: World, thread: Thread, statement: str, event: bool
) -> None:
    with pytest.raises(asyncpg.PostgresError) as found:
        await changed(world, statement, event=event)
    assert found.value.sqlstate == "NE012"


async def test_what_is_erased_stays_erased_even_for_the_worker(
    world: World, thread: Thread
) -> None:
    await changed(world, EMPTIED, event=True)
    for statement in (
        "UPDATE vault_entry SET key_id = '2', nonce = 'x', ciphertext = 'x'",
        "UPDATE vault_entry SET erased_by = NULL, key_id = '2', nonce = 'x', ciphertext = 'x'",
    ):
        with pytest.raises(asyncpg.PostgresError) as found:
            await changed(world, statement, role="worker")
        assert found.value.sqlstate == "NE012"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE vault_entry SET ciphertext = 'x'",
        "UPDATE vault_entry SET key_id = '2', ciphertext = ''",
    ],
)
async def test_the_worker_only_seals_again(world: World, thread: Thread, statement: str) -> None:
    with pytest.raises(asyncpg.PostgresError) as found:
        await changed(world, statement, role="worker")
    assert found.value.sqlstate == "NE012"


async def test_no_entry_is_removed_or_moved_even_by_the_owner(world: World, thread: Thread) -> None:
    root = await asyncpg.connect(world.database.dsn("postgres"))
    try:
        for statement in (
            "DELETE FROM vault_entry",
            "TRUNCATE vault_entry CASCADE",
            "UPDATE vault_entry SET subject = 'witness'",
            EMPTY_FROM_THE_START,
        ):
            with pytest.raises(asyncpg.PostgresError) as found:
                await root.execute(statement)
            assert found.value.sqlstate in {"NE006", "NE012"}, statement
    finally:
        await root.close()


async def test_an_entry_is_erased_once(world: World, thread: Thread) -> None:
    await changed(world, EMPTIED, event=True)
    async with world.acting(world.own, world.officer) as c:
        entry = await c.fetchval("SELECT id FROM vault_entry")
        assert await erase_in(c, [entry], world.event) == 0
        assert clock.now() > await c.fetchval("SELECT stored_at FROM vault_entry")
