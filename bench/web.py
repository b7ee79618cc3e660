"""Web servers under measurement: started as processes of their own, asked, weighed, ended."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from netralitas.settings import Settings

HOST: Final = "127.0.0.1"
_PATIENCE: Final = 60.0  # seconds
_ROOT: Final = Path(__file__).parents[1]
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """A server that answers on loopback."""

    port: int
    pid: int
    seconds: float

    @property
    def host(self) -> str:
        """Return what stands in the Host header."""
        return f"{HOST}:{self.port}"

    def megabytes(self) -> float:
        """Return the resident memory of its processes together."""
        return sum(map(_resident, _tree(self.pid))) / 1e6


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(settings: Settings, port: int, path: str = "/sehat") -> Iterator[Web]:
    """Run `netralitas serve` with one worker; `seconds` is the time until `path` answered 200."""
    command = ["-m", "netralitas", "serve", "--port", str(port)]
    with process(command, port, path, settings.environment()) as web:
        yield web


@contextmanager
def process(
    arguments: list[str], port: int, path: str, environment: Mapping[str, str] | None = None
) -> Iterator[Web]:
    """Run this Python with `arguments` until the block ends; it answered `path` with 200 before."""
    with tempfile.TemporaryFile() as log:  # a pipe that nobody reads would stop the server
        begun = time.perf_counter()
        started = subprocess.Popen(  # noqa: S603 - our own programs
            [sys.executable, *arguments], cwd=_ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            _wait(started, port, path, log)
            yield Web(port=port, pid=started.pid, seconds=time.perf_counter() - begun)
        finally:
            started.terminate()
            try:
                started.wait(15)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()


def _wait(started: "subprocess.Popen[bytes]", port: int, path: str, log: IO[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while not answers(port, path):
        if started.poll() is not None:
            log.seek(0)
            said = log.read().decode()
            raise RuntimeError(f"the server ended with code {started.returncode}: {said}")
        if time.monotonic() > end:
            raise RuntimeError(f"nothing answered {path} within {_PATIENCE:.0f} s")
        time.sleep(0.005)


def answers(port: int, path: str) -> bool:
    """Return whether a server on the port answers `path` with 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in tasks.read_text().split():
            yield from _tree(int(child))


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
