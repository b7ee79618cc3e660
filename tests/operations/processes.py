"""Servers on a socket that somebody else holds, a proxy before them, and a version to come."""

import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx

from tests.programs import PROGRAM, ROOT, free_port, until

_LATER: Final = "2999-01-01T00:00:00:000000"
_MIGRATION: Final = f"""
from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "{_LATER}"
VERSION = "1.38.0"
DESCRIPTION = "What only the next version knows"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="netralitas", description=DESCRIPTION)

    async def run():
        connection = engine_finder().current_transaction.get().connection
        await connection.execute(
            "ALTER TABLE case_file ADD COLUMN later text NOT NULL DEFAULT ''; "
            "CREATE TABLE later (id bigint PRIMARY KEY)"
        )

    manager.add_raw(run)
    return manager
"""
_PROXY: Final = """
worker_processes 1;
daemon off;
pid {place}/nginx.pid;
error_log {place}/nginx.log warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    include {place}/proxy.conf;
    upstream staff {{ server 127.0.0.1:{behind}; }}
    server {{
        listen 127.0.0.1:{port};
        location / {{ proxy_pass http://staff; }}
    }}
}}
"""


@contextmanager
def listening() -> Iterator[socket.socket]:
    """A socket as systemd holds it: bound once, and never closed while servers come and go."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=1024)) as held:
        yield held


@dataclass(slots=True, kw_only=True)
class Server:
    """One `serve` on that socket."""

    held: socket.socket
    environment: dict[str, str]
    tree: Path = ROOT
    options: tuple[str, ...] = ("--staff-only",)
    metrics: int = field(default_factory=free_port)
    _process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start it, and wait until its figures say that it has begun."""
        number = self.held.fileno()
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [
                *PROGRAM,
                *("serve", *self.options, "--fd", str(number)),
                *("--metrics-port", str(self.metrics)),
            ],
            cwd=self.tree,
            env={**self.environment, "PYTHONPATH": str(self.tree)},
            pass_fds=[number],
            stderr=subprocess.DEVNULL,
        )
        until("the server has begun", self.answers)

    def answers(self) -> bool:
        """Whether its worker lives."""
        assert self._process is None or self._process.poll() is None, "the server ended"
        try:
            return httpx.get(f"http://127.0.0.1:{self.metrics}/metrics").status_code == 200
        except httpx.TransportError:
            return False

    @property
    def pid(self) -> int:
        """Its first process."""
        assert self._process is not None
        return self._process.pid

    def tell_to_end(self) -> None:
        """Send SIGTERM, as systemd does."""
        assert self._process is not None
        self._process.terminate()

    def kill(self) -> None:
        """Send SIGKILL, and bury it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(60)

    def ended(self) -> int:
        """Wait for its end; return the exit code."""
        assert self._process is not None
        return self._process.wait(60)

    def end(self) -> int:
        """Tell it to end, and wait."""
        self.tell_to_end()
        return self.ended()


@contextmanager
def ending(*servers: Server) -> Iterator[None]:
    """Leave none of them behind."""
    try:
        yield
    finally:
        for server in servers:
            if server._process is not None and server._process.poll() is None:
                server._process.send_signal(signal.SIGKILL)
                server._process.wait(60)


@contextmanager
def proxy(place: Path, behind: int) -> Iterator[int]:
    """Debian's nginx before a server, with what `deploy/` says to it; gives its port."""
    port = free_port()
    said = (ROOT / "deploy" / "nginx" / "proxy.conf").read_text(encoding="utf-8")
    lines = [line for line in said.splitlines(keepends=True) if "access_log" not in line]
    (place / "proxy.conf").write_text("".join(lines))
    (place / "nginx.conf").write_text(_PROXY.format(place=place, behind=behind, port=port))
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    assert nginx is not None
    started = subprocess.Popen(  # noqa: S603 - Debian's
        [nginx, "-e", str(place / "nginx.log"), "-p", str(place), "-c", str(place / "nginx.conf")]
    )
    try:
        yield port
    finally:
        started.terminate()
        started.wait(30)


def next_version(to: Path) -> Path:
    """Make a tree of the program with one migration more, which adds a column to cases."""
    to.mkdir()
    for name in ("netralitas", "piccolo_migrations"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "static", "piccolo_conf.py"):
        (to / name).symlink_to(ROOT / name)
    later = to / "piccolo_migrations" / "netralitas_2999_01_01t00_00_00_000000.py"
    later.write_text(_MIGRATION)
    return to


def asking(held: socket.socket) -> httpx.Client:
    """A browser that keeps its connection."""
    return httpx.Client(base_url=f"http://127.0.0.1:{held.getsockname()[1]}", timeout=60)


def readiness(held: socket.socket) -> int:
    """What whoever accepts next says at `/health/ready`."""
    with asking(held) as browser:
        return browser.get("/health/ready").status_code
