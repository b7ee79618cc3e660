"""The embedded server is private, is shared, and survives whatever is killed."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netralitas.database.context import NOBODY
from netralitas.database.embedded import EmbeddedError, EmbeddedServer, remove
from netralitas.database.embedded_life import take_alive
from netralitas.database.embedded_paths import layout, make_private
from netralitas.database.embedded_programs import find_account
from netralitas.database.engine import Engine

Ask = Callable[..., object]
FAST = {"fsync": "off", "max_connections": "30", "shared_buffers": "16MB"}
STARTED = "SELECT pg_postmaster_start_time()::text"


def server(folder: Path, patience: float = 60) -> EmbeddedServer:
    return EmbeddedServer(folder, settings=FAST, patience=patience)


def postmaster(folder: Path) -> int:
    """Return the pid of the running server."""
    return int((folder / "pg" / "postmaster.pid").read_text().split()[0])


def lives(folder: Path) -> bool:
    alive = take_alive(layout(folder))
    if alive is not None:
        os.close(alive)
    return alive is None


@contextmanager
def another_user(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a second process that uses the server until it reads a line; killed at the end."""
    code = (
        "import sys; from pathlib import Path;"
        "from netralitas.database.embedded import EmbeddedServer\n"
        f"with EmbeddedServer(Path(sys.argv[1]), settings={FAST!r}):\n"
        "    print('ready', flush=True); sys.stdin.readline()\n"
    )
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", code, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_ready(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def finish(process: "subprocess.Popen[str]") -> None:
    process.communicate("\n", timeout=30)
    assert process.returncode == 0


def test_data_is_kept_from_one_start_to_the_next(folder: Path, ask: Ask) -> None:
    told: list[str] = []
    with EmbeddedServer(folder, settings=FAST, progress=told.append) as first:
        assert first.answers()
        ask(first.dsn(), "CREATE TABLE kept AS SELECT 7 AS a", "SELECT 1")
    assert not first.answers()
    assert not lives(folder)
    with server(folder) as second:
        assert ask(second.dsn(), "SELECT a FROM kept") == 7
    assert told == [f"Creating the database in {folder}"]
    remove(folder)
    assert not folder.exists()
    remove(folder)  # nothing left to do


def test_it_is_private_and_leaves_the_rights_of_parents_alone(stopped: Path, ask: Ask) -> None:
    parent = stopped.parent
    parent.chmod(0o711)
    with server(stopped) as running:
        assert ask(running.dsn(), "SHOW listen_addresses") == ""
        socket = layout(stopped).socket
        assert stat.S_IMODE(socket.stat().st_mode) == 0o700
        assert stat.S_IMODE((socket / ".s.PGSQL.5432").stat().st_mode) == 0o700
        assert stat.S_IMODE((stopped / "pg").stat().st_mode) == 0o700
    assert stat.S_IMODE(parent.stat().st_mode) == 0o711


def test_fsync_is_on_unless_a_test_says_otherwise(stopped: Path, ask: Ask) -> None:
    with EmbeddedServer(stopped) as running:
        for name, value in (("fsync", "on"), ("max_connections", "100")):
            assert ask(running.dsn(), f"SHOW {name}") == value


def test_variables_of_the_caller_do_not_mislead_it(
    stopped: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PGPORT": "1", "PGHOST": "nowhere", "PGDATA": "/", "PGUSER": "x"}.items():
        monkeypatch.setenv(name, value)
    with server(stopped) as running:
        assert ask(running.dsn(), "SELECT current_user") == "postgres"


def test_the_last_of_several_users_stops_it(stopped: Path) -> None:
    with another_user(stopped) as other:
        wait_ready(other)
        with server(stopped) as ours:
            finish(other)
            assert ours.answers()
    assert not lives(stopped)


def test_starters_at_the_same_time_get_one_server(folder: Path, ask: Ask) -> None:
    with another_user(folder) as one, another_user(folder) as two:
        with server(folder) as ours:
            started = ask(ours.dsn(), STARTED)
            wait_ready(one)
            wait_ready(two)
            assert ask(ours.dsn(), STARTED) == started
        assert ours.answers()
        finish(one)
        assert lives(folder)
        finish(two)
    assert not lives(folder)


def test_after_a_kill_of_the_starter_the_next_one_takes_over(stopped: Path, ask: Ask) -> None:
    with another_user(stopped) as starter:
        wait_ready(starter)
        begun = postmaster(stopped)
        starter.kill()
        starter.wait()
    with server(stopped) as ours:
        assert postmaster(stopped) == begun
        assert ask(ours.dsn(), "SELECT 1") == 1
    assert not lives(stopped)


def test_after_a_kill_of_the_server_it_is_started_again_with_its_data(
    stopped: Path, ask: Ask
) -> None:
    with server(stopped) as running:
        ask(running.dsn(), "CREATE TABLE kept AS SELECT 7 AS a", "SELECT 1")
        assert not running.restart_if_dead()
        for _ in range(2):
            os.kill(postmaster(stopped), signal.SIGKILL)
            while not running.restart_if_dead():
                pass  # its children are still ending
            assert ask(running.dsn(), "SELECT a FROM kept") == 7


def test_a_pool_recovers_by_itself_when_the_server_is_back(stopped: Path) -> None:
    async def one(engine: Engine) -> object:
        async with engine.transaction(settings=NOBODY) as block:
            return await block.connection.fetchval("SELECT 1")

    async def check(running: EmbeddedServer) -> None:
        engine = Engine()
        await engine.open(running.dsn(), size=4)
        assert await asyncio.gather(*(one(engine) for _ in range(8))) == [1] * 8
        os.kill(postmaster(stopped), signal.SIGKILL)
        while not await asyncio.to_thread(running.restart_if_dead):
            pass
        assert await asyncio.gather(*(one(engine) for _ in range(8))) == [1] * 8
        await engine.close()

    with server(stopped) as running:
        asyncio.run(check(running))


@pytest.mark.parametrize("content", [b"", b"123", b"rubbish\n\n", b"\xff\xfe", b"-1\n/x\n"])
def test_an_unreadable_pid_file_does_not_stop_it(stopped: Path, content: bytes) -> None:
    (stopped / "pg" / "postmaster.pid").write_bytes(content)
    with server(stopped) as running:
        assert running.answers()


def pid_file(folder: Path, pid: int) -> None:
    """Write what a killed server would have left, had its pid been `pid`."""
    lines = [str(pid), f"{folder}/pg", "1700000000", "5432", f"{folder}/socket", "", "1 1", "ready"]
    (folder / "pg" / "postmaster.pid").write_text("\n".join(lines) + "\n")
    make_private(folder / "socket", find_account())
    (folder / "socket" / ".s.PGSQL.5432.lock").write_text("\n".join(lines) + "\n")


def test_a_reused_pid_is_not_taken_for_the_server(stopped: Path) -> None:
    with subprocess.Popen(["/bin/sleep", "60"], **find_account().process()) as stranger:
        pid_file(stopped, stranger.pid)
        with server(stopped) as running:
            assert running.answers()
        assert stranger.poll() is None  # and it was not the one that got stopped
        stranger.kill()


def test_a_zombie_is_not_taken_for_the_server(stopped: Path) -> None:
    with subprocess.Popen(["/bin/true"], **find_account().process()) as zombie:
        os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)  # ended and not reaped
        pid_file(stopped, zombie.pid)
        with server(stopped) as running:
            assert running.answers()


def test_half_an_initdb_never_counts(folder: Path) -> None:
    with another_user(folder) as starter:
        while not (folder / "pg.new" / "base").exists():
            assert starter.poll() is None
        starter.kill()
        starter.wait()
        assert not (folder / "pg").exists()
        with server(folder) as running:
            assert running.answers()


def test_a_database_in_use_is_not_removed(stopped: Path) -> None:
    with server(stopped), pytest.raises(EmbeddedError, match="in use"):
        remove(stopped)


def test_leaving_twice_is_leaving_once(stopped: Path) -> None:
    with server(stopped) as running:
        running.stop()
        assert not lives(stopped)
