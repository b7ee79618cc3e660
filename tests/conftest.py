"""What every test stands on: one embedded server, one migrated template, a clone for each need."""

import asyncio
import fcntl
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from netralitas.bringing_up import bring_up
from netralitas.database.bootstrap import bootstrap, drop_database
from netralitas.database.connection import Connection
from netralitas.database.context import NOBODY
from netralitas.database.embedded import EmbeddedServer, remove
from netralitas.database.engine import ENGINE
from tests.databases import TEMPLATE, Database, Kept, Shelf, copy_of_template
from tests.programs import Demo, copy_demo, demo

__all__ = ["TEMPLATE", "Database"]

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own name is made in it
ROOM = 4 * 1024**3  # bytes: databases of a run, with the demos that are copied
QUICK = {
    **dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off"),
    "autovacuum": "off",  # statistics of a few rows: plans would change from test to test
}
OF_THE_BROWSER = "tests/browser/"
LONG = (
    *("tests/access/test_matrix.py", "tests/concurrency/", "tests/demo/", "tests/security/"),
    "tests/partners/test_two_installations.py",
)
FOLDER = pytest.StashKey[Path]()
_numbers = count(1)

settings.register_profile("unhurried", deadline=None)  # how long it takes is measured elsewhere
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def anyio_backend() -> tuple[str, dict[str, bool]]:
    """One loop for fixtures and tests, so that context variables pass between them.

    It is the loop on which the sites are served.
    """
    return "asyncio", {"use_uvloop": True}


@pytest.fixture(scope="session")
def server(pytestconfig: pytest.Config) -> Iterator[EmbeddedServer]:
    """The embedded server of this run, shared by all test processes, with a migrated template."""
    shared = _shared_folder(pytestconfig)
    with EmbeddedServer(shared / "postgres", settings=QUICK) as started:
        with _one_at_a_time(shared / "template.lock"):
            if not (shared / "template.made").exists():
                asyncio.run(_make_template(started))
                (shared / "template.made").touch()
        yield started


def pytest_configure(config: pytest.Config) -> None:
    """Make one folder for all processes of this run, which the server's account can enter."""
    if not hasattr(config, "workerinput"):
        folder = Path(tempfile.mkdtemp(prefix="netralitas-tests-", dir=_in_memory()))
        folder.chmod(0o755)
        config.stash[FOLDER] = folder


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each of two processes begin with long tests: what begins last then ends soon.

    The first half is given to one, the second half to the other, until one takes from the other's
    end. Only one needs a browser and a site then.
    """
    browser = [item for item in items if item.nodeid.startswith(OF_THE_BROWSER)]
    long = [item for item in items if item.nodeid.startswith(LONG)]
    quick = [item for item in items if not item.nodeid.startswith((OF_THE_BROWSER, *LONG))]
    beside = max(0, len(items) // 2 - len(browser))
    items[:] = [*browser, *quick[:beside], *long, *quick[beside:]]


def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays to the end: modules, and thousands of tests."""
    gc.freeze()


def _in_memory() -> Path | None:
    """Where files cost no disk: a copy of the template is a thousand of them. None without room."""
    usable = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    return MEMORY if usable and shutil.disk_usage(MEMORY).free >= ROOM else None


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - a process of xdist
    """Tell a test process where the folder is."""
    node.workerinput["folder"] = str(node.config.stash[FOLDER])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folder when every process has ended."""
    folder = config.stash.get(FOLDER, None)
    if folder is not None:
        if (folder / "postgres").exists():
            remove(folder / "postgres")
        shutil.rmtree(folder, ignore_errors=True)


def _shared_folder(config: pytest.Config) -> Path:
    worker = getattr(config, "workerinput", None)
    return Path(worker["folder"]) if worker else config.stash[FOLDER]


@pytest.fixture(scope="session")
async def shelf(server: EmbeddedServer) -> AsyncIterator[Shelf]:
    """The database that the tests of this process have one after the other, each as if new."""
    made = Shelf(server)
    yield made
    await made.clear()


@pytest.fixture
async def kept(shelf: Shelf) -> AsyncIterator[Kept]:
    """The same, while one test has it."""
    taken = await shelf.take()
    yield taken
    await shelf.give_back(taken)


@pytest.fixture
def clone(kept: Kept) -> Database:
    """A database for this test alone, as it was migrated, where commits are real."""
    return kept.database


@pytest.fixture
async def engine(kept: Kept, clone: Database) -> AsyncIterator[Database]:
    """The process's engine, open on this test's database as the web's role."""
    await kept.open_engine()
    yield clone
    await kept.close_engine()


@pytest.fixture(scope="session")
async def shared_database(server: EmbeddedServer) -> AsyncIterator[Database]:
    """The database that the rolled-back tests of this process share."""
    database = await copy_of_template(server)
    yield database
    await drop_database(server.dsn(), database.name)


@pytest.fixture
async def transaction(shared_database: Database) -> AsyncIterator[Connection]:
    """A transaction of the web's role that is rolled back; the commands inside are savepoints."""
    await ENGINE.open(shared_database.dsn("app"))
    try:
        async with ENGINE.transaction(settings=NOBODY) as outer:
            yield outer.connection
            await outer.rollback()
    finally:
        await ENGINE.close()


@pytest.fixture(scope="session")
def made_demo(pytestconfig: pytest.Config) -> Path:
    """The folder of a demo that was made a while ago; copy it before you start it.

    Its first run was killed in the middle of the telling, the second began again.
    """
    made = _shared_folder(pytestconfig) / "demo" / "data"
    made.parent.mkdir(exist_ok=True)
    with _one_at_a_time(made.parent / "lock"):
        if not (made.parent / "made").exists():
            with demo(made) as killed:
                killed.wait_for("  Cases\n")
                killed.end(signal.SIGKILL)
                with demo(made) as running:
                    running.wait_until_it_serves()
                    running.wait_for("Ctrl+C ends the demo.")
            (made.parent / "made").touch()
    return made


@pytest.fixture(scope="session")
def demo_folder(pytestconfig: pytest.Config) -> Iterator[Path]:
    """A folder for demos of this process, which the database's account can enter."""
    folder = Path(tempfile.mkdtemp(prefix="demo-", dir=_shared_folder(pytestconfig)))
    folder.chmod(0o755)
    yield folder
    for data in folder.glob("*/postgres"):
        remove(data)


@pytest.fixture(scope="module")
def running_demo(made_demo: Path, demo_folder: Path) -> Iterator[Demo]:
    """A demo for the tests of one module, with its cases in place."""
    data = copy_demo(made_demo, demo_folder / f"data-{next(_numbers)}")
    with demo(data) as running:
        running.wait_until_it_serves()
        yield running


async def _make_template(server: EmbeddedServer) -> None:
    await bootstrap(server.dsn(), TEMPLATE)
    await bring_up(server.dsn("netralitas_owner", TEMPLATE), lambda _: None)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
