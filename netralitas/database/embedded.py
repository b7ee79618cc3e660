"""A private PostgreSQL for the demo, small offices and tests, shared by all who use its folder.

Guaranteed: any number of processes may use one folder at the same time, one server runs; the last
one to leave stops it; a process that is killed counts as having left. Whatever was killed and
whenever (initdb, the starter, the server), the next start recovers. It listens on a unix socket
only, in a folder of mode 0700; parents' rights are never changed. As root the server runs as the
account `netralitas-db`.

Authentication is `trust`: whoever can reach the socket (the account that runs the server, and
root) may be any role, superuser included. The separate roles protect against injected SQL, not
against code running as that account.

SIGTERM ends a process without leaving; turn it into `SystemExit` where the server is used.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from netralitas.database.embedded_errors import EmbeddedError, one_sentence
from netralitas.database.embedded_life import answers, end, take_alive
from netralitas.database.embedded_paths import Layout, layout
from netralitas.database.embedded_start import Starter

__all__ = ["EmbeddedError", "EmbeddedServer", "remove"]

_NOTHING: Mapping[str, str] = {}


class EmbeddedServer:
    """The server of one data folder, running for as long as the `with` block (or start … stop).

    `data` is made when missing and must hold nothing else; `folder` is where the files really
    are (elsewhere only for root). `progress` is told in one sentence what takes long. `settings`
    are PostgreSQL's (`{"fsync": "off"}` is for tests alone). `patience` is in seconds. Every
    failure is an `EmbeddedError`.
    """

    def __init__(
        self,
        data: Path,
        *,
        progress: Callable[[str], None] = lambda _: None,
        settings: Mapping[str, str] = _NOTHING,
        patience: float = 120.0,
    ) -> None:
        """Find out where the server lives; nothing is started yet."""
        with one_sentence(data):
            self._layout = layout(data)
        self.folder = self._layout.folder
        if self.folder != data.expanduser().resolve():
            progress(
                f"The account {self._layout.account.name} cannot reach {data}, so the database is"
                f" kept in {self.folder}"
            )
        self._starter = Starter(
            layout=self._layout, settings=settings, patience=patience, progress=progress
        )
        self._lease: int | None = None

    def start(self) -> None:
        """Hold a lease on the server, which answers from now on."""
        with one_sentence(self.folder):
            _make_folder(self._layout)
            with _start_lock(self._layout):
                lease = os.open(self.folder / "lease.lock", os.O_RDWR | os.O_CREAT, 0o600)
                try:
                    fcntl.flock(lease, fcntl.LOCK_SH)
                    self._starter.ensure()
                except BaseException:
                    os.close(lease)
                    raise
        self._lease = lease

    def stop(self) -> None:
        """Give the lease back; the last one to do so stops the server. May be repeated."""
        lease, self._lease = self._lease, None
        if lease is None:
            return
        try:
            with _start_lock(self._layout):
                if _alone(lease):
                    _end(self._layout)
        finally:
            os.close(lease)

    def restart_if_dead(self) -> bool:
        """Start the server again if no process of it lives; return whether that was needed.

        Cheap enough to be called every second by the one process that looks after the demo.
        """
        with one_sentence(self.folder), _start_lock(self._layout):
            alive = take_alive(self._layout)
            if alive is None:
                return False
            os.close(alive)
            self._starter.ensure()
            return True

    def answers(self) -> bool:
        """Return whether the server accepts connections now."""
        return answers(self._layout)

    def dsn(self, role: str = "postgres", database: str = "postgres") -> str:
        """Return the address of `database` for `role`, for asyncpg and for PostgreSQL's tools."""
        host = quote(str(self._layout.socket), safe="/")
        return f"postgresql://{quote(role)}@/{quote(database)}?host={host}&port=5432"

    def __enter__(self) -> Self:
        """Start, and return the server."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave."""
        self.stop()


def remove(data: Path) -> None:
    """Delete the database of `data` for ever; `EmbeddedError` while somebody uses it."""
    with one_sentence(data):
        where = layout(data)
        if not where.folder.exists():
            return
        with _start_lock(where):
            lease = os.open(where.folder / "lease.lock", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if not _alone(lease):
                    raise EmbeddedError(f"{where.folder} is in use: stop what uses it first.")
                _end(where)
                shutil.rmtree(where.folder)
            finally:
                os.close(lease)


def _alone(lease: int) -> bool:
    """Return whether nobody else holds the lease; it is then ours alone."""
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _end(where: Layout) -> None:
    end(where)
    shutil.rmtree(where.socket, ignore_errors=True)  # it may be in the temporary folder


def _make_folder(where: Layout) -> None:
    """Make the folder if missing, private to the server's account; leave an existing one."""
    missing = [folder for folder in (where.folder, *where.folder.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        last = folder == where.folder
        folder.chmod(0o700 if last else 0o755)
        if last and where.account.switched:
            os.chown(folder, where.account.uid, where.account.gid)


@contextmanager
def _start_lock(where: Layout) -> Iterator[None]:
    """Hold the lock under which servers are started, stopped and removed, one at a time."""
    path = where.folder / "start.lock"
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # `remove` deletes the file while others wait for it: theirs would lock nothing.
            if path.exists() and os.path.samestat(os.fstat(lock), path.stat()):
                yield
                return
        finally:
            os.close(lock)
