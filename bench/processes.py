"""Processes under measurement: started, weighed, ended."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

_ROOT: Final = Path(__file__).parents[1]
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_MOST: Final = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
_END_SECONDS: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process of ours that runs, and what it has said so far."""

    started: "subprocess.Popen[bytes]"
    log: IO[bytes]

    @property
    def pid(self) -> int:
        """Return its number."""
        return self.started.pid

    def megabytes(self) -> float:
        """Return the resident memory of it and all that it started."""
        return sum(map(_resident, _tree(self.pid))) / 1e6

    def most_megabytes(self) -> float:
        """Return the most resident memory that it alone ever held."""
        found = _MOST.search(Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) * 1024 / 1e6 if found else 0.0

    def stays(self, seconds: float) -> None:
        """Hold that it runs for so long; RuntimeError with what it said as soon as it ends."""
        try:
            code = self.started.wait(seconds)
        except subprocess.TimeoutExpired:
            return
        self.log.seek(0)
        raise RuntimeError(f"the process ended with code {code}: {self.log.read().decode()}")


@contextmanager
def running(
    arguments: list[str], environment: Mapping[str, str] | None = None
) -> Iterator[Process]:
    """Run this Python with `arguments` until the block ends."""
    with tempfile.TemporaryFile() as log:  # a pipe that nobody reads would stop the process
        started = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, *arguments], cwd=_ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            yield Process(started=started, log=log)
        finally:
            started.terminate()
            try:
                started.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in tasks.read_text().split():
            yield from _tree(int(child))


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
