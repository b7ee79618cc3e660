"""The demo: database, web server and worker under one parent that looks after all three."""

import asyncio
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from rich.console import Console

from netralitas.database.embedded import EmbeddedServer, remove
from netralitas.demo.ending import Ending, ending_politely
from netralitas.demo.preparing import DATABASE, prepare
from netralitas.serve import check_free
from netralitas.settings import DEMO_SECRET, Settings, adopt, load_for_demo

HOST = "127.0.0.1"
LOOK_EVERY = 0.5  # seconds
MINUTE = 60.0  # seconds
MOST_DEATHS = 5  # of one process within a minute

_console = Console(stderr=True, highlight=False)


def serve_demo(*, port: int, data: Path, reset: bool) -> None:
    """Serve the demo until a signal comes; its data stay for the next time.

    Whatever dies meanwhile is started again. Raises SettingsError (port), EmbeddedError.
    """
    check_free(HOST, port)
    if reset and data.exists():
        remove(data / "postgres")
        shutil.rmtree(data)
    data.mkdir(parents=True, exist_ok=True)
    with (
        ending_politely() as ending,
        EmbeddedServer(data / "postgres", progress=_say) as server,
    ):
        settings = demo_settings(server, data, port)
        adopt(_leave_settings(settings))  # papers that are issued meanwhile name its address
        asyncio.run(prepare(server, settings, _say))
        with _children(settings, port) as children:
            _look_after(server, children, port, ending)


def demo_settings(server: EmbeddedServer, data: Path, port: int) -> Settings:
    """Return the settings of the demo: this server's addresses and the demo's own secrets."""
    return replace(
        load_for_demo(),
        data=data.resolve(),
        owner_dsn=server.dsn("netralitas_owner", DATABASE),
        app_dsn=server.dsn("netralitas_app", DATABASE),
        public_dsn=server.dsn("netralitas_public", DATABASE),
        worker_dsn=server.dsn("netralitas_worker", DATABASE),
        auditor_dsn=server.dsn("netralitas_auditor", DATABASE),
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url=f"http://{HOST}:{port}",
    )


class DemoError(Exception):
    """The demo cannot go on; the message is one sentence."""


class Child:
    """A process of ours that is started again when it dies."""

    def __init__(self, *arguments: str, environment: dict[str, str]) -> None:
        """Start it."""
        self._command = [sys.executable, "-m", "netralitas", *arguments, "--until-eof"]
        self._environment = environment
        self._deaths: list[float] = []
        self._process = self._start()

    def revive(self) -> None:
        """Start it again if it has died; DemoError when it dies again and again."""
        if self._process.poll() is None:
            return
        name, code, now = self._command[3], self._process.returncode, time.monotonic()
        self._deaths = [death for death in self._deaths if now - death < MINUTE] + [now]
        if len(self._deaths) > MOST_DEATHS:
            raise DemoError(f"`netralitas {name}` ends with code {code} each time it is started.")
        _say(f"{name} ended with code {code}; starting again")
        self._process = self._start()

    def end(self) -> None:
        """Ask it to end, and wait; after ten seconds end it."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        # The pipe is never written to: it ends with this process, and then the child ends too.
        return subprocess.Popen(  # noqa: S603 - our own program
            self._command, env=self._environment, stdin=subprocess.PIPE
        )


@contextmanager
def _children(settings: Settings, port: int) -> Iterator[list[Child]]:
    environment = settings.environment()
    children = [
        Child("serve", "--port", str(port), environment=environment),
        Child("worker", environment=environment),
    ]
    try:
        yield children
    finally:
        for child in children:
            child.end()


def _look_after(server: EmbeddedServer, children: list[Child], port: int, ending: Ending) -> None:
    """Start again whatever dies, until asked to end; say where the demo is once it answers."""
    announced = False
    while True:
        ending.check()
        if not announced and _answers(port):
            announced = True
            _announce(port)
        time.sleep(LOOK_EVERY if announced else LOOK_EVERY / 10)
        if server.restart_if_dead():
            _say("The database had died; it runs again")
        for child in children:
            child.revive()


def _leave_settings(settings: Settings) -> Path:
    """Leave the demo's settings for the other commands, `netralitas --environment FILE …`."""
    file = settings.data / "environment"
    file.touch(mode=0o600)
    file.write_text("".join(f"{key}={text}\n" for key, text in settings.lines().items()))
    return file


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://{HOST}:{port}/", timeout=1):  # the worker has prepared the pages
            return True
    except (URLError, OSError):
        return False


def _announce(port: int) -> None:
    address = f"http://{HOST}:{port}"
    _console.print(f"[bold]Netralitas[/bold] demo, all data invented: [bold]{address}[/bold]")
    _console.print(f"Officers work at {address}/masuk, where one click makes you one of them.")
    _console.print("Ctrl+C ends the demo.")


def _say(sentence: str) -> None:
    _console.print(f"  {sentence}")
