"""The worker's part over a database: editions follow the log, and cost no more than their share."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from netralitas import clock
from netralitas.audit import log
from netralitas.audit.daily import close_day
from netralitas.audit.record import lock, record
from netralitas.audit.sequencer import sequence
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.law.entries import committed
from netralitas.public import editions, preparing, sections
from netralitas.public.pages import Stand
from netralitas.public.preparing import LOOK_EVERY, Preparer, prepare
from netralitas.public_app import PublicSite
from netralitas.publication.queries import Published, releases
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.work import make_worker
from tests.conftest import Database
from tests.public.conftest import Seconds, connected
from tests.world import World, fact, make_world

NOW = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)
HOME_FIGURES = {"/", "/angka", "/en", "/en/angka"}


@asynccontextmanager
async def working(database: Database) -> AsyncIterator[Connection]:
    """A transaction of the worker, committed."""
    async with connected(database, "worker") as connection:
        await connection.execute("BEGIN")
        await connection.execute(local_settings(EVERYTHING))
        yield connection
        await connection.execute("COMMIT")


@pytest.fixture
async def world(clone: Database) -> World:
    """A world whose one event stands in the log."""
    made = await make_world(clone)
    await put_in_order(clone)
    return made


async def put_in_order(database: Database) -> None:
    async with working(database) as connection:
        await sequence(connection)


async def prepared(database: Database, at: datetime = NOW) -> int | None:
    with clock.at(at):
        async with working(database) as connection:
            return await prepare(connection, demo=True)


async def something_happens(world: World, database: Database) -> None:
    async with world.acting(world.own, world.officer) as connection:
        head = await lock(connection, world.case_file)
        assert head is not None
        noted = fact(world.case_file, world.own, world.officer, readers=world.readers)
        await record(connection, head, noted)
    await put_in_order(database)


async def tags(database: Database) -> dict[str, str]:
    async with connected(database, "public") as connection:
        rows = await connection.fetch("SELECT path, etag FROM published.page")
        return {row["path"]: row["etag"] for row in rows}


async def test_the_worker_prepares_and_everybody_reads(
    world: World, clone: Database, site: PublicSite, visitor: httpx.AsyncClient
) -> None:
    assert await prepared(clone) == 1
    await site.follower.look()
    for path in ("/", "/angka", "/hasil", "/hasil/koreksi", "/cek-status", "/tentang"):
        assert (await visitor.get(path)).status_code == 200, path
    home = (await visitor.get("/")).text
    assert "Angka dihitung sekali sehari, bersama" in home
    assert "Senin, 2 September 2024 pukul 10.20 WIB" in home
    assert 'figure__amount">1<' in home


async def test_figures_are_of_the_last_published_day_whatever_happens_since(
    world: World, clone: Database
) -> None:
    async with working(clone) as connection:
        await close_day(connection, bytes(32), "netralitas", NOW.date(), NOW)
    await prepared(clone, NOW + timedelta(minutes=1))
    before = await tags(clone)
    async with connected(clone, "public") as connection:
        home = await connection.fetchval("SELECT body FROM published.page WHERE path = '/'")
    assert 'figure__amount">1<' in home.decode()
    assert "pukul 10.20 WIB" in home.decode()
    await something_happens(world, clone)
    await prepared(clone, NOW + timedelta(minutes=2))
    after = await tags(clone)
    assert {path: after[path] for path in HOME_FIGURES} == {
        path: before[path] for path in HOME_FIGURES
    }


async def test_what_changes_no_page_is_looked_at_once(world: World, clone: Database) -> None:
    async with working(clone) as connection:
        await close_day(connection, bytes(32), "netralitas", NOW.date(), NOW)
    await prepared(clone)
    await something_happens(world, clone)
    assert await prepared(clone) is None
    async with working(clone) as connection:
        edition = await editions.held_edition(connection)
        assert edition is not None
        assert edition.position == await log.size(connection)


async def test_nothing_that_names_anybody_gets_out(world: World, clone: Database) -> None:
    await prepared(clone)
    async with connected(clone, "public") as connection:
        bodies = await connection.fetch("SELECT body FROM published.page")
    text = b"".join(row["body"] for row in bodies).decode(errors="replace")
    names = ("Petugas officer", "Petugas mate", "Petugas clerk")
    for inner in ("Camat pada kampanye", "Hadir dengan atribut", "Laporan diterima di", *names):
        assert inner not in text


async def test_preparing_again_changes_only_the_date_of_the_figures(
    world: World, clone: Database
) -> None:
    await prepared(clone)
    before = await tags(clone)
    assert await prepared(clone) is None
    assert await tags(clone) == before
    assert await prepared(clone, NOW + timedelta(hours=1)) == 2
    after = await tags(clone)
    assert {path for path in after if after[path] != before[path]} == HOME_FIGURES


async def test_a_page_that_is_no_longer_there_is_taken_away(world: World, clone: Database) -> None:
    await prepared(clone)
    async with working(clone) as connection:
        stray = editions.Written(path="/hasil/77", body=b"x", etag="x")
        stand = Stand(moment=NOW, position=1)
        await editions.put_out(connection, [stray], (), stand, NOW)
    assert await prepared(clone) == 3
    assert "/hasil/77" not in await tags(clone)


async def test_it_prepares_at_the_start_then_only_when_the_log_grew(
    world: World, clone: Database
) -> None:
    preparer = Preparer(demo=True)
    assert await after_a_round(preparer, clone) == 1
    assert await after_a_round(preparer, clone) == 1
    await something_happens(world, clone)
    assert await after_a_round(preparer, clone) == 2
    assert await after_a_round(preparer, clone) == 2
    assert await after_a_round(preparer, clone, NOW + timedelta(days=1, seconds=1)) == 3


async def test_the_law_in_force_comes_out_as_a_file_that_the_calculator_reads(
    clone: Database,
) -> None:
    await after_a_round(Preparer(demo=True), clone)
    async with working(clone) as connection:
        row = await connection.fetchrow(
            "SELECT body, media_type FROM published.page WHERE path = $1", sections.LAW
        )
    said = json.loads(row["body"])
    entries = {(entry["kind"], entry["key"]): entry["body"] for entry in said["entries"]}
    assert (said["edition"], said["calendar_version"], row["media_type"]) == (
        *(1, 1),
        "application/json",
    )
    assert entries == committed()


async def after_a_round(preparer: Preparer, database: Database, at: datetime = NOW) -> int:
    """Let the periodic work run once; how many editions there were."""
    with clock.at(at):
        async with working(database) as connection:
            await preparer.run(connection)
            edition = await editions.held_edition(connection)
    assert edition is not None
    return edition.number


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Published]:
    """What was read of the releases, each time that they were read."""
    read: list[Published] = []

    async def published(connection: Connection) -> Published:
        read.append(await releases.published(connection))
        return read[-1]

    monkeypatch.setattr(preparing, "published", published)
    return read


async def test_while_no_release_changes_none_is_read_again(
    world: World, clone: Database, read: list[Published]
) -> None:
    preparer = Preparer(demo=True)
    assert await after_a_round(preparer, clone) == 1
    before = await tags(clone)
    await something_happens(world, clone)
    assert await after_a_round(preparer, clone, NOW + timedelta(hours=1)) == 2
    after = await tags(clone)
    assert {path for path in before | after if after.get(path) != before.get(path)} == HOME_FIGURES
    assert len(read) == 1
    assert await after_a_round(Preparer(demo=True), clone, NOW + timedelta(hours=2)) == 3
    assert len(read) == 2


async def test_a_page_of_a_release_that_was_lost_is_written_again(
    world: World, clone: Database, read: list[Published]
) -> None:
    preparer = Preparer(demo=True)
    await after_a_round(preparer, clone)
    before = await tags(clone)
    async with working(clone) as connection:
        await connection.execute("DELETE FROM published.page WHERE path = '/hasil'")
    await something_happens(world, clone)
    await after_a_round(preparer, clone)
    assert (await tags(clone))["/hasil"] == before["/hasil"]
    assert len(read) == 2


async def test_a_page_that_is_nobodys_is_taken_away_without_reading_releases(
    world: World, clone: Database, read: list[Published]
) -> None:
    preparer = Preparer(demo=True)
    await after_a_round(preparer, clone)
    async with working(clone) as connection:
        stray = editions.Written(path="/hasil/77", body=b"x", etag="x")
        await editions.put_out(connection, [stray], (), Stand(moment=NOW, position=1), NOW)
    await something_happens(world, clone)
    await after_a_round(preparer, clone)
    assert "/hasil/77" not in await tags(clone)
    assert len(read) == 1


async def test_it_spends_a_tenth_of_its_time(
    world: World, clone: Database, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(*_: object, **__: object) -> int:
        seconds.now += 3
        return 1

    preparer = Preparer(demo=True, seconds=seconds)
    assert preparer.following(NOW) == NOW + LOOK_EVERY
    monkeypatch.setattr(preparing, "prepare", slow)
    async with working(clone) as connection:
        await preparer.run(connection)
    assert preparer.following(NOW) == NOW + timedelta(seconds=30)
    monkeypatch.undo()
    await prepared(clone)
    async with working(clone) as connection:
        with clock.at(NOW):
            await preparer.run(connection)
    assert preparer.following(NOW) == NOW + LOOK_EVERY


def test_the_worker_does_it_by_itself() -> None:
    worker = make_worker(Settings(demo=True, secret_vault=DEMO_SECRET))
    assert "prepare_public" in worker.periodic
