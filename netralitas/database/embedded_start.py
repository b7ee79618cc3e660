"""Making the embedded cluster and starting its server; the caller holds `start.lock`."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from netralitas.database.embedded_errors import EmbeddedError, last_words, not_ours
from netralitas.database.embedded_life import POLL_SECONDS, answers, clear_traces, take_alive
from netralitas.database.embedded_paths import Layout, make_private
from netralitas.database.embedded_programs import MAJOR

_LOG_BYTES = 4_000_000

_SETTINGS = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "shared_buffers": "128MB",
    "max_connections": "100",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """How to start the server: where, with which extra settings, for how long to wait."""

    layout: Layout
    settings: Mapping[str, str]
    patience: float
    progress: Callable[[str], None]

    def ensure(self) -> None:
        """Make the server answer: attach to a running one, or recover and start it.

        Raises `EmbeddedError` when it does not answer within `patience` seconds.
        """
        self._check_cluster()
        deadline = time.monotonic() + self.patience
        alive = self._lock_or_answer(deadline)
        if alive is None:
            return
        try:
            if not (self.layout.cluster / "PG_VERSION").exists():
                self._initialise(alive)
            clear_traces(self.layout)
            self._start(alive, deadline)
        finally:
            os.close(alive)  # PostgreSQL has its own copy

    def _check_cluster(self) -> None:
        """Refuse data that another account or another major version of PostgreSQL made."""
        cluster, account = self.layout.cluster, self.layout.account
        if not cluster.exists():
            return
        owner = cluster.stat().st_uid
        if owner != account.uid:
            raise EmbeddedError(not_ours(cluster, owner))
        version = cluster / "PG_VERSION"
        found = version.read_text().strip() if version.exists() else ""
        if found and found != str(MAJOR):
            raise EmbeddedError(
                f"The data in {cluster} was made by PostgreSQL {found} and this program brings"
                f" PostgreSQL {MAJOR}: dump it with the version that made it, and restore it here."
            )
        if not found and any(cluster.iterdir()):
            raise EmbeddedError(
                f"{cluster} is not a PostgreSQL database: move it away, or give another folder."
            )

    def _lock_or_answer(self, deadline: float) -> int | None:
        """Return the locked `alive.lock`, or `None` when a living server answers."""
        if answers(self.layout):
            return None
        began = told = time.monotonic()
        while (alive := take_alive(self.layout)) is None:
            # Somebody's server recovers from a crash, or the last one is still ending.
            if answers(self.layout):
                return None
            told = self._waited(began, told, deadline)
        return alive

    def _waited(self, began: float, told: float, deadline: float) -> float:
        """Wait a moment, tell about it every few seconds, and give up at the deadline."""
        now = time.monotonic()
        if now > deadline:
            raise EmbeddedError(
                f"The database in {self.layout.folder} did not answer for {self.patience:.0f}"
                f" seconds; its last words are in {self.layout.log}."
            )
        if now - told > 3:
            told = now
            self.progress(f"Waiting for the database to recover ({now - began:.0f} s)")
        time.sleep(POLL_SECONDS)
        return told

    def _initialise(self, alive: int) -> None:
        """Make the cluster beside its place and rename it: half of one never counts."""
        layout = self.layout
        self.progress(f"Creating the database in {layout.folder}")
        fresh = layout.folder / "pg.new"
        shutil.rmtree(fresh, ignore_errors=True)
        make_private(fresh, layout.account)
        command: list[str | Path] = [
            *(layout.programs / "initdb", "--pgdata", fresh, "--username", "postgres"),
            *("--auth-local", "trust", "--auth-host", "reject", "--encoding", "UTF8"),
            *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"),
            "--no-instructions",
        ]
        if self.settings.get("fsync") == "off":
            command.append("--no-sync")
        done = subprocess.run(  # noqa: S603 - a program of the wheel
            command,
            check=False,
            capture_output=True,
            text=True,
            pass_fds=(alive,),  # outlives us when we are killed; the next starter waits for it
            **layout.account.process(),
        )
        if done.returncode != 0:
            raise EmbeddedError(last_words(layout.folder, done.stderr))
        fresh.rename(layout.cluster)

    def _start(self, alive: int, deadline: float) -> None:
        """Start `postgres` and wait until it answers; its crash recovery is part of that."""
        layout = self.layout
        make_private(layout.socket, layout.account)
        if layout.log.exists() and layout.log.stat().st_size > _LOG_BYTES:
            layout.log.rename(layout.log.with_suffix(".old.log"))
        with layout.log.open("ab") as log:
            before = log.tell()
            process = self._launch(alive, log.fileno())
        try:
            self._wait_for(process, before, deadline)
        except BaseException:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            raise
        finally:
            # Reaped as soon as it ends: its zombie under our living process would look alive to
            # PostgreSQL's own check of postmaster.pid.
            threading.Thread(target=process.wait, daemon=True).start()

    def _wait_for(
        self, process: "subprocess.Popen[bytes]", log_before: int, deadline: float
    ) -> None:
        """Wait until the server answers; its crash recovery is part of that."""
        began = told = time.monotonic()
        while not answers(self.layout):
            if process.poll() is not None:
                said = self.layout.log.read_bytes()[log_before:].decode(errors="replace")
                raise EmbeddedError(last_words(self.layout.folder, said))
            told = self._waited(began, told, deadline)

    def _launch(self, alive: int, log: int) -> "subprocess.Popen[bytes]":
        layout = self.layout
        socket = {"unix_socket_directories": str(layout.socket)}
        settings = {**_SETTINGS, **socket, **self.settings}
        return subprocess.Popen(  # noqa: S603 - a program of the wheel
            [
                *(layout.programs / "postgres", "-D", layout.cluster),
                *(part for key, value in settings.items() for part in ("-c", f"{key}={value}")),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for us, and our end is not its end
            pass_fds=(alive,),
            umask=0o077,
            **layout.account.process(),
        )
