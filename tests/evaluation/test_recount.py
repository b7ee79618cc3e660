"""`netralitas evaluation recount`: the same bytes elsewhere, and what differs by name."""

import asyncio
import subprocess
from collections.abc import AsyncIterator

import anyio.to_thread
import asyncpg
import pytest

from netralitas.database.bootstrap import bootstrap, drop_database
from netralitas.database.embedded_paths import layout
from netralitas.evaluation.commands import freeze
from netralitas.settings import DEMO_SECRET
from tests.conftest import Database
from tests.evaluation.conftest import bring_log_up_to_date, held
from tests.evaluation.happening import correct
from tests.make import Town, forwarded_case, make_case, move, person
from tests.programs import Ran, run


@pytest.fixture
async def elsewhere(engine: Database) -> AsyncIterator[Database]:
    """A new and empty database of the same server, as an administrator prepares one."""
    database = Database(server=engine.server, name=f"{engine.name}_restored")
    await bootstrap(database.server.dsn(), database.name)
    yield database
    await drop_database(database.server.dsn(), database.name)


async def recount(database: Database, *meetings: int) -> Ran:
    """Run the command in a process of its own, which knows nothing but the database."""
    given = {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_APP_DSN": database.dsn("app"),
        "NETRALITAS_SECRET_VAULT": DEMO_SECRET,
    }
    return await anyio.to_thread.run_sync(
        lambda: run("evaluation", "recount", *meetings, environment=given)
    )


async def test_figures_recompute_to_the_same_bytes_in_a_database_restored_from_a_dump(
    town: Town, engine: Database, elsewhere: Database
) -> None:
    opened = await make_case(town, person(1), person(2))
    await forwarded_case(town, person(3))
    position = await bring_log_up_to_date(engine)
    meeting = await held(town)
    await freeze(town.sekar, meeting)
    await move(town.rina, opened.id, "start_preliminary_study")
    await correct(town, opened.id)
    await forwarded_case(town, person(4))
    assert await bring_log_up_to_date(engine) > position

    await asyncio.to_thread(restore, engine, elsewhere)
    ran = await recount(elsewhere)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"Meeting {meeting} (position {position}, definition 4): same.\n"
    assert await content(elsewhere) == await content(engine)


async def test_what_is_another_now_is_named_and_what_was_never_frozen_is_refused(
    town: Town, engine: Database
) -> None:
    await make_case(town, person(1))
    await bring_log_up_to_date(engine)
    meeting = await held(town)
    await freeze(town.sekar, meeting)
    await rewrite(engine, "UPDATE event SET details = details - 'respondents' WHERE id > 0")
    await rewrite(engine, "UPDATE snapshot SET digest = sha256('other')")
    ran = await recount(engine, meeting)
    said = ran.out.splitlines()
    assert ran.code == 1
    assert said[0].endswith(": DIFFERENT.")
    assert "  respondent_status.handled: frozen 1, now 0 (-1)" in said
    assert "  the frozen bytes do not have their digest any more" in said
    assert "case_status" not in ran.out
    ran = await recount(engine, meeting, 987654)
    assert (ran.code, ran.out) == (2, "")
    assert "No figures are frozen for meeting 987654." in ran.err


def restore(of: Database, to: Database) -> None:
    """Dump one database with the server's own programs, and restore it into another."""
    where = layout(of.server.folder)
    dump = subprocess.run(  # noqa: S603 - the server's own program
        [where.programs / "pg_dump", "--dbname", of.dsn("postgres"), "--format", "custom"],
        capture_output=True,
        check=True,
        **where.account.process(),
    )
    subprocess.run(  # noqa: S603 - the server's own program
        [where.programs / "pg_restore", "--dbname", to.dsn("postgres"), "--clean", "--if-exists"],
        input=dump.stdout,
        capture_output=True,
        check=True,
        **where.account.process(),
    )


async def content(database: Database) -> bytes:
    connection = await asyncpg.connect(database.dsn("postgres"))
    try:
        found: bytes = await connection.fetchval("SELECT content FROM snapshot")
    finally:
        await connection.close()
    return found


async def rewrite(database: Database, statement: str) -> None:
    """Change the record behind the product's back."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        await root.execute("SET session_replication_role = replica")
        await root.execute(statement)
    finally:
        await root.close()
