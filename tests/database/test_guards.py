"""What SQL as the staff application can and cannot do: the database defends the record."""

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


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET name = 'other'",
        "UPDATE event SET readers = readers || 99",
        "DELETE FROM event",
        "TRUNCATE event",
        "TRUNCATE event CASCADE",
        "TRUNCATE stream CASCADE",
        "UPDATE event_note SET text = 'other'",
        "DELETE FROM event_note",
        "DELETE FROM stream",
        "DELETE FROM proceeding",
        "UPDATE number SET serial = 7",
        "DELETE FROM number",
        "INSERT INTO log_leaf (position, event, hash) VALUES (0, 1, '')",
        "DELETE FROM log_pending",
        "INSERT INTO declared_state (workflow, version, state, final) VALUES ('x', 1, 'y', true)",
    ],
)
async def test_the_record_can_only_grow(world: World, statement: str) -> None:
    with pytest.raises(Denied):
        async with world.acting(world.own, world.officer) as c:
            await c.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET name = 'other'",
        "DELETE FROM event",
        "TRUNCATE event CASCADE",
        "DELETE FROM stream",
        "DELETE FROM proceeding",
        "UPDATE event_note SET text = 'other'",
        "DELETE FROM event_note",
    ],
)
async def test_triggers_hold_even_the_owner_of_the_tables(world: World, statement: str) -> None:
    owner = await asyncpg.connect(world.database.dsn("owner"))
    try:
        await owner.execute("SET netralitas.everything = 'yes'")
        with pytest.raises(asyncpg.PostgresError) as refused:
            await owner.execute(statement)
    finally:
        await owner.close()
    assert refused.value.sqlstate in {"NE006", "NE007"}


async def test_a_note_can_be_erased_as_a_whole_by_the_owner(own_world: World) -> None:
    owner = await asyncpg.connect(own_world.database.dsn("owner"))
    try:
        await owner.execute("SET netralitas.everything = 'yes'")
        erased = await owner.execute(
            "UPDATE event_note SET text = NULL, key = NULL, erased_at = now()"
        )
    finally:
        await owner.close()
    assert erased == "UPDATE 1"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id integer)",
        "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA mine",
        "CREATE TEMP TABLE mine (id integer)",
        "ALTER TABLE event ADD COLUMN mine text",
        "ALTER TABLE event DISABLE TRIGGER event_stays",
        "ALTER TABLE event DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY mine ON event FOR SELECT USING (true)",
        "DROP TABLE event",
        "DROP TRIGGER event_stays ON event",
        "ALTER FUNCTION recording_time() RENAME TO mine",
        "SET ROLE netralitas_owner",
        "SET ROLE netralitas_search",
        "SET SESSION AUTHORIZATION netralitas_owner",
        "SET session_replication_role = replica",
    ],
)
async def test_nothing_can_be_defined_switched_off_or_taken_over(
    world: World, statement: str
) -> None:
    with pytest.raises(Denied):
        async with world.acting(world.own, world.officer) as c:
            await c.execute(statement)


async def test_granting_oneself_a_right_gives_nothing(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await c.execute("GRANT UPDATE ON event TO netralitas_app")  # by the standard a warning
        with pytest.raises(Denied):
            await c.execute("UPDATE event SET name = 'other'")


async def test_a_state_cannot_be_updated_without_its_event(world: World) -> None:
    with pytest.raises(asyncpg.PostgresError) as refused:
        async with world.acting(world.own, world.officer) as c:
            await c.execute("UPDATE proceeding SET state = 'registered', version = version + 1")
    assert refused.value.sqlstate == "NE005"


async def test_a_state_cannot_be_changed_under_an_old_event(world: World) -> None:
    with pytest.raises(asyncpg.PostgresError) as refused:
        async with world.acting(world.own, world.officer) as c:
            await c.execute("UPDATE proceeding SET state = 'registered'")
    assert refused.value.sqlstate == "NE005"


async def test_an_event_of_another_state_does_not_help(own_world: World) -> None:
    async with own_world.acting(own_world.own, own_world.officer) as c:
        head = await lock(c, own_world.case_file)
        await record(c, head, fact(own_world.case_file, own_world.own, own_world.officer))
        forged = "UPDATE proceeding SET state = 'registered', version = $1"
        with pytest.raises(asyncpg.PostgresError) as refused:
            await c.execute(forged, head.version + 1)
        assert refused.value.sqlstate == "NE005"


async def test_a_proceeding_cannot_be_inserted_without_its_event(world: World) -> None:
    with pytest.raises(asyncpg.PostgresError) as refused:
        async with world.acting(world.own, world.officer) as c:
            await c.execute(
                "INSERT INTO proceeding (case_file, workflow, workflow_version, state, version,"
                " holder, since, readers)"
                " SELECT case_file, 'referral', 1, state, version, holder, since, readers"
                " FROM proceeding"
            )
    assert refused.value.sqlstate == "NE005"


async def test_what_a_proceeding_is_about_cannot_change(world: World) -> None:
    for column in ("case_file", "workflow", "workflow_version", "respondent", "id"):
        with pytest.raises(Denied):
            async with world.acting(world.own, world.officer) as c:
                await c.execute(f"UPDATE proceeding SET {column} = {column}")


async def test_the_head_of_a_stream_cannot_be_forged(world: World) -> None:
    for change in ("version = version + 1", "hash = '\\x00'", "version = 0, hash = ''"):
        with pytest.raises(asyncpg.PostgresError) as refused:
            async with world.acting(world.own, world.officer) as c:
                await c.execute(f"UPDATE stream SET {change} WHERE id = $1", world.case_file)
        assert refused.value.sqlstate == "NE003"


async def test_a_stream_cannot_begin_in_the_middle(world: World) -> None:
    with pytest.raises(asyncpg.PostgresError) as refused:
        async with world.acting(world.own, world.officer) as c:
            await c.execute("INSERT INTO stream (kind, version, hash) VALUES ('case', 5, '')")
    assert refused.value.sqlstate == "NE003"


async def insert_copy(c: Connection, changes: str) -> None:
    """Insert a copy of the last event with some columns set otherwise."""
    columns = [
        *("stream", "version", "kind", "name", "actor", "organisation", "readers", "precision"),
        *("happened_on", "zone", "recorded_at", "facts", "basis", "details", "salt", "encoding"),
        *("canonical", "previous", "hash"),
    ]
    wanted = dict(part.split("=", 1) for part in changes.split(";"))
    values = ", ".join(wanted.get(column, column) for column in columns)
    await c.execute(
        f"INSERT INTO event ({', '.join(columns)})"
        f" SELECT {values} FROM event ORDER BY id DESC LIMIT 1"
    )


FOLLOWING = "version=version + 1;previous=hash"


async def test_an_event_must_follow_the_end_of_its_stream(world: World) -> None:
    for changes in ("version=version + 2;previous=hash", "version=version + 1;previous='\\x00'"):
        with pytest.raises(asyncpg.PostgresError) as refused:
            async with world.acting(world.own, world.officer) as c:
                await insert_copy(c, changes)
        assert refused.value.sqlstate == "NE001"


async def test_an_event_must_carry_the_hash_of_its_bytes(world: World) -> None:
    with pytest.raises(asyncpg.PostgresError) as refused:
        async with world.acting(world.own, world.officer) as c:
            await insert_copy(c, f"{FOLLOWING};hash='\\x00'")
    assert refused.value.sqlstate == "NE002"


async def test_the_moment_of_recording_is_the_databases_whatever_is_claimed(
    own_world: World,
) -> None:
    async with own_world.acting(own_world.own, own_world.officer) as c:
        await c.execute("SET LOCAL netralitas.recording_time = '2001-01-01'")
        await insert_copy(c, f"{FOLLOWING};recorded_at='2001-01-01'")
        year = await c.fetchval(
            "SELECT extract(year FROM recorded_at)::int FROM event ORDER BY id DESC LIMIT 1"
        )
        assert year == await c.fetchval("SELECT extract(year FROM now())::int")


async def test_a_register_has_no_gap(own_world: World) -> None:
    insert = "INSERT INTO number (series, serial, printed, given_at) VALUES ($1, $2, 'x', now())"
    async with own_world.acting(own_world.own, own_world.officer) as c:
        series = await c.fetchval(
            "INSERT INTO number_series (organisation, kind, year, last_serial)"
            " VALUES ($1, 'letter', 2024, 5) RETURNING id",
            own_world.own,
        )
        await c.execute(insert, series, 1)
    for serial in (3, 1, 0):
        with pytest.raises(asyncpg.PostgresError) as refused:
            async with own_world.acting(own_world.own, own_world.officer) as c:
                await c.execute(insert, series, serial)
        assert refused.value.sqlstate == "NE008"
