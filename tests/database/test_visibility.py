"""Which rows SQL as each role sees: of its own cases, whatever the WHERE forgets."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from netralitas.audit.record import lock, record
from netralitas.database.connection import Connection
from netralitas.database.embedded import EmbeddedServer
from tests.world import Addressed, World, fact, make_world, temporary_world

Denied = asyncpg.InsufficientPrivilegeError


@pytest.fixture(scope="module")
async def world(server: EmbeddedServer) -> AsyncIterator[World]:
    """One world for every test that changes nothing."""
    async with temporary_world(server) as world:
        yield world


@pytest.fixture
async def own_world(clone: Addressed) -> World:
    """A world that one test may change."""
    return await make_world(clone)


CASE_TABLES = ("case_file", "proceeding", "event", "event_note", "worklist_item", "case_text")


async def visible(c: Connection) -> dict[str, int]:
    """How many rows of each table are visible without any WHERE."""
    return {table: await c.fetchval(f"SELECT count(*) FROM {table}") for table in CASE_TABLES}


async def test_the_owner_and_its_superior_see_the_case(world: World) -> None:
    for organisation in world.readers:
        async with world.acting(organisation, world.officer) as c:
            assert await visible(c) == dict.fromkeys(CASE_TABLES, 1)


async def test_another_organisations_case_is_invisible_without_a_where(world: World) -> None:
    async with world.acting(world.stranger, world.clerk) as c:
        assert await visible(c) == dict.fromkeys(CASE_TABLES, 0)
        assert await c.execute("UPDATE case_file SET subject = 'taken'") == "UPDATE 0"
        assert await c.execute("DELETE FROM worklist_item") == "DELETE 0"
        assert await c.fetch("SELECT * FROM search_cases('camat', 10)") == []


async def test_a_row_cannot_be_written_for_others_alone(world: World) -> None:
    with pytest.raises(Denied):
        async with world.acting(world.stranger, world.clerk) as c:
            await c.execute(
                "INSERT INTO case_number (case_file, organisation, kind, printed, readers)"
                " VALUES ($1, $2, 'foreign', '1', ARRAY[$3]::int[])",
                *(world.case_file, world.stranger, world.own),
            )


async def test_without_a_context_no_row_of_any_case_is_visible(world: World) -> None:
    connection = await asyncpg.connect(world.database.dsn("app"))
    try:
        assert await visible(connection) == dict.fromkeys(CASE_TABLES, 0)
        async with connection.transaction():
            await connection.execute(f"SET LOCAL netralitas.organisation = '{world.own}'")
            assert (await visible(connection))["event"] == 1
        # After its first transaction the setting is an empty string, no longer NULL.
        assert await visible(connection) == dict.fromkeys(CASE_TABLES, 0)
        assert await connection.fetch("SELECT * FROM search_cases('camat', 10)") == []
    finally:
        await connection.close()


async def exclude(world: World, officer: int, readers: tuple[int, ...]) -> None:
    """Record that the officer must not see the case."""
    async with world.acting(role="worker") as c:
        await c.execute(
            "INSERT INTO exclusion (case_file, officer, ground, event, readers)"
            " VALUES ($1, $2, 'named', $3, $4)",
            *(world.case_file, officer, world.event, list(readers)),
        )


async def test_an_excluded_officer_sees_nothing_of_the_case(own_world: World) -> None:
    await exclude(own_world, own_world.colleague, own_world.readers)
    for organisation in own_world.readers:
        async with own_world.acting(organisation, own_world.colleague) as c:
            assert await visible(c) == dict.fromkeys(CASE_TABLES, 0)
            assert await c.fetch("SELECT * FROM search_cases('camat', 10)") == []
    async with own_world.acting(own_world.own, own_world.officer) as c:
        assert await visible(c) == dict.fromkeys(CASE_TABLES, 1)
        assert len(await c.fetch("SELECT * FROM search_cases('camat', 10)")) == 1


async def test_an_exclusion_binds_whichever_office_recorded_it(own_world: World) -> None:
    await exclude(own_world, own_world.colleague, (own_world.superior,))
    async with own_world.acting(own_world.own, own_world.colleague) as c:
        assert await visible(c) == dict.fromkeys(CASE_TABLES, 0)


async def test_an_excluded_officer_cannot_lift_the_exclusion(own_world: World) -> None:
    await exclude(own_world, own_world.colleague, own_world.readers)
    for statement, refusal in (
        ("DELETE FROM exclusion", "lifted by an event of somebody else"),
        ("UPDATE exclusion SET officer = 1", "permission denied"),
    ):
        with pytest.raises(asyncpg.PostgresError, match=refusal):
            async with own_world.acting(own_world.own, own_world.colleague) as c:
                await c.execute(statement)


async def test_a_receiver_sees_what_was_handed_over_and_no_study_draft(own_world: World) -> None:
    async with own_world.acting(own_world.own, own_world.officer) as c:
        await c.execute(
            "INSERT INTO file (digest, size, media_type, stored_at)"
            " VALUES ('\\x01', 1, 'application/pdf', now())"
        )
        for kind in ("study_draft", "study"):
            await c.execute(
                "INSERT INTO document (case_file, event, kind, title, file, readers)"
                " VALUES ($1, $2, $3, $3, '\\x01', $4)",
                *(own_world.case_file, own_world.event, kind, list(own_world.readers)),
            )
        await c.execute(
            "UPDATE document SET readers = readers || $1::int WHERE kind = 'study'",
            own_world.authority,
        )
        head = await lock(c, own_world.case_file)
        readers = (*own_world.readers, own_world.authority)
        await record(
            c,
            head,
            fact(
                own_world.case_file, own_world.own, own_world.officer, name="sent", readers=readers
            ),
        )
    async with own_world.acting(own_world.authority, own_world.clerk) as c:
        assert [row["kind"] for row in await c.fetch("SELECT kind FROM document")] == ["study"]
        assert [row["name"] for row in await c.fetch("SELECT name FROM event")] == ["sent"]


async def test_the_worker_sees_every_case_and_only_by_saying_so(world: World) -> None:
    async with world.acting(role="worker") as c:
        assert await visible(c) == dict.fromkeys(CASE_TABLES, 1)
    connection = await asyncpg.connect(world.database.dsn("worker"))
    try:
        assert await visible(connection) == dict.fromkeys(CASE_TABLES, 0)
    finally:
        await connection.close()


async def test_the_auditor_reads_everything_and_writes_nothing(world: World) -> None:
    connection = await asyncpg.connect(world.database.dsn("auditor"))
    try:
        assert await visible(connection) == dict.fromkeys(CASE_TABLES, 1)
        with pytest.raises(asyncpg.PostgresError):
            await connection.execute("DELETE FROM worklist_item")
        await connection.execute("SET default_transaction_read_only = off")
        with pytest.raises(Denied):
            await connection.execute("DELETE FROM worklist_item")
    finally:
        await connection.close()


async def test_the_public_site_reaches_no_table(world: World) -> None:
    connection = await asyncpg.connect(world.database.dsn("public"))
    try:
        for table in (*CASE_TABLES, "officer", "session", "job", "region"):
            with pytest.raises(Denied):
                await connection.fetch(f"SELECT FROM {table}")
    finally:
        await connection.close()
