"""The program as people run it: in processes of its own, which end with the test."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from netralitas.database.embedded import EmbeddedServer
from netralitas.settings import Settings, load

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-m", "netralitas")
PATIENCE = 240.0  # seconds; only a failing test waits so long, and a first run tells many cases
POLL = 0.05  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(*arguments: str | int | Path, environment: Mapping[str, str] | None = None) -> Ran:
    """Run one command of the program to its end, with nothing else set than `environment`."""
    done = subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *map(str, arguments)],
        cwd=ROOT,
        env={**_plain(), **(environment or {})},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ran(code=done.returncode, out=done.stdout, err=done.stderr)


def _plain() -> dict[str, str]:
    """The environment of the tests without a setting of the product."""
    given = Settings().environment()
    return {key: text for key, text in given.items() if not key.startswith("NETRALITAS_")}


def until(what: str, happened: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until something holds; AssertionError with its name when it never does."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s in vain: {what}"
        time.sleep(POLL)  # another process tells nobody when it is done: look again


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Demo:
    """`netralitas demo` on a folder, and the processes it looks after."""

    def __init__(self, data: Path, *options: str) -> None:
        """Start it; what it says is kept in a file beside the folder."""
        self.data = data
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.said_in = data.with_suffix(".log")
        with self.said_in.open("ab") as said:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [*PROGRAM, "demo", "--port", str(self.port), "--data", str(data), *options],
                cwd=ROOT,
                env=_plain(),
                stdout=said,
                stderr=said,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """The parent of all."""
        return self._process.pid

    @property
    def environment(self) -> Path:
        """The settings that it leaves for other commands."""
        return self.data / "environment"

    def settings(self) -> Settings:
        """The settings of its processes."""
        lines = (line.partition("=") for line in self.environment.read_text().splitlines())
        return load({key: text for key, _, text in lines})

    @property
    def said(self) -> str:
        """What it and its children have said so far."""
        return self.said_in.read_text(errors="replace")

    def status(self, path: str = "/siap") -> int:
        """The status of a page now; 0 when nobody answers."""
        try:
            with urlopen(self.address + path, timeout=15) as answer:  # noqa: S310 - loopback
                status: int = answer.status
                return status
        except HTTPError as error:
            with error:
                return error.code
        except (URLError, OSError):
            return 0

    def wait_until_it_serves(self) -> None:
        """Wait for its first good answer; fail at once when it ends before that."""

        def serves() -> bool:
            assert self._process.poll() is None, f"the demo ended:\n{self.said}"
            return self.status() == 200

        until("the demo serves", serves)

    def wait_for(self, sentence: str) -> None:
        """Wait until it has said something."""
        until(f"the demo says {sentence!r}", lambda: sentence in self.said)

    def child(self, command: str) -> int | None:
        """The process of `netralitas serve` or `netralitas worker`, None while there is none."""
        return next(
            (pid for pid in children(self.pid) if f"netralitas {command} " in line(pid)), None
        )

    def web_worker(self) -> int | None:
        """The process that answers requests: the child of `netralitas serve`."""
        parent = self.child("serve")
        return next(iter(children(parent)), None) if parent else None

    def database(self) -> int | None:
        """The first process of PostgreSQL, None while there is none."""
        file = EmbeddedServer(self.data / "postgres").folder / "pg" / "postmaster.pid"
        with suppress(OSError, ValueError, IndexError):
            pid = int(file.read_text().splitlines()[0])
            return pid if line(pid) else None
        return None

    def kill(self, which: Callable[["Demo"], int | None]) -> int:
        """Wait until the process is there, kill it with SIGKILL, and return its number."""
        found: list[int] = []

        def there() -> bool:
            pid = which(self)
            found.extend([pid] if pid else [])
            return bool(found)

        until("the process to kill is there", there)
        with suppress(ProcessLookupError):
            os.kill(found[0], signal.SIGKILL)
        return found[0]

    def family(self) -> set[int]:
        """The parent and everything below it."""
        found, waiting = set(), [self.pid]
        while waiting:
            pid = waiting.pop()
            found.add(pid)
            waiting += children(pid)
        return found

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send it a signal, wait for its end, and return its exit code."""
        if self._process.poll() is None:
            self._process.send_signal(number)
        return self._process.wait(PATIENCE)

    def end_everything(self) -> None:
        """Leave no process behind, whatever the test did."""
        family = self.family()
        try:
            self.end()
        finally:
            database = self.database()
            for pid in {*family, *([database] if database else [])} - {self.pid}:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def children(pid: int) -> list[int]:
    """The processes that a process has started and not yet buried."""
    with suppress(OSError):
        text = "".join(task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children"))
        return [int(word) for word in text.split()]
    return []


def line(pid: int) -> str:
    """The command line of a living process; empty for a dead one, a zombie too."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return ""


@contextmanager
def demo(data: Path, *options: str) -> Iterator[Demo]:
    """A demo on a folder that ends with the block, with every process it started."""
    started = Demo(data, *options)
    try:
        yield started
    finally:
        started.end_everything()


def copy_demo(made: Path, to: Path) -> Path:
    """Copy the folder of an ended demo, owners and modes with it."""
    subprocess.run(["cp", "-a", str(made), str(to)], check=True)  # noqa: S603, S607 - as in any shell
    return to
