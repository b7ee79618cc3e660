"""Migrating: all or nothing, repeatable, by one process at a time."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from itertools import count
from os import getpid

import asyncpg
import pytest

from netralitas.database.bootstrap import bootstrap, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.migrate import MigrationError, check, migrate
from tests.world import Addressed, Place

STATES = [("handling", 1, "draft", False)]
_numbers = count(1)


@pytest.fixture
async def empty(server: EmbeddedServer) -> AsyncIterator[Place]:
    """A database with its roles and nothing else."""
    place = Place(server, f"empty_{getpid()}_{next(_numbers)}")
    await bootstrap(server.dsn(), place.name)
    yield place
    await drop_database(server.dsn(), place.name)


async def run(dsn: str, statement: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def test_an_empty_database_is_migrated_with_a_line_for_each_step(empty: Place) -> None:
    missing = await check(empty.dsn("owner"), STATES)
    said: list[str] = []
    await migrate(empty.dsn("owner"), STATES, said.append)
    assert len(said) == len(missing) + 2
    assert said[0].startswith("Migration 20")
    assert await check(empty.dsn("owner"), STATES) == []


async def test_migrating_says_nothing_by_itself(
    empty: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    await migrate(empty.dsn("owner"), STATES, lambda _: None)
    assert capsys.readouterr() == ("", "")


async def test_migrating_again_finds_no_migration_to_run(empty: Place) -> None:
    said: list[str] = []
    for _ in range(2):
        said.clear()
        await migrate(empty.dsn("owner"), STATES, said.append)
    assert not [line for line in said if line.startswith("Migration")]


async def test_a_failing_step_leaves_nothing_behind(empty: Place) -> None:
    before = await check(empty.dsn("owner"), STATES)
    broken = [("handling", 1, None, False)]
    with pytest.raises(asyncpg.NotNullViolationError):
        await migrate(empty.dsn("owner"), broken, lambda _: None)  # type: ignore[arg-type]  # broken
    assert await check(empty.dsn("owner"), STATES) == before


async def test_two_processes_at_once_migrate_once(empty: Place) -> None:
    program = (
        "import asyncio, sys; from netralitas.database.migrate import migrate;"
        "asyncio.run(migrate(sys.argv[1], [('handling', 1, 'draft', False)], print))"
    )
    arguments = [sys.executable, "-c", program, empty.dsn("owner")]
    processes = [
        await asyncio.create_subprocess_exec(
            *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    spoken = [await process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0, 0], spoken
    ran = [output.decode().count("Migration 20") for output, _ in spoken]
    assert min(ran) == 0
    assert sum(ran) > 0
    assert await check(empty.dsn("owner"), STATES) == []


async def test_check_names_a_right_too_many_one_too_few_and_a_missing_state(
    clone: Addressed,
) -> None:
    await run(clone.dsn("owner"), "GRANT TRUNCATE ON event TO netralitas_app")
    await run(clone.dsn("owner"), "REVOKE UPDATE (state) ON proceeding FROM netralitas_worker")
    assert await check(clone.dsn("owner"), [("new", 1, "begun", False)]) == [
        "Missing: UPDATE on proceeding.state for netralitas_worker.",
        "Too much: TRUNCATE on event for netralitas_app.",
        "State begun of new version 1 is not declared in the database.",
    ]


async def test_a_newer_database_is_left_alone(clone: Addressed) -> None:
    await run(
        clone.dsn("owner"),
        "INSERT INTO migration (name, app_name, ran_on) VALUES ('2999-01-01', 'netralitas', now())",
    )
    with pytest.raises(MigrationError, match="newer version"):
        await migrate(clone.dsn("owner"), STATES, lambda _: None)
