"""The database away: pages say so at once, and everything goes on by itself when it is back."""

import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from netralitas.database.embedded import EmbeddedServer
from netralitas.demo.serve import demo_settings
from tests.programs import PROGRAM, ROOT, copy_demo, free_port, until
from tests.security.crawler import SAME_ORIGIN

LONGEST = 10.0  # seconds that any request may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A web server and a worker that nobody looks after, and their database."""

    server: EmbeddedServer
    address: str
    web: "subprocess.Popen[bytes]"
    worker: "subprocess.Popen[bytes]"
    cookies: httpx.Cookies

    def ask(self, path: str) -> httpx.Response:
        """Ask as somebody who is signed in."""
        with httpx.Client(cookies=self.cookies, timeout=LONGEST + 5) as client:
            return client.get(self.address + path)

    def status(self, path: str) -> int:
        """The status of a page, 0 while nobody listens."""
        try:
            return self.ask(path).status_code
        except httpx.TransportError:
            return 0


@pytest.fixture
def running(made_demo: Path, demo_folder: Path) -> Iterator[Running]:
    data = copy_demo(made_demo, demo_folder / "recovery")
    port = free_port()
    with EmbeddedServer(data / "postgres") as server:
        environment = demo_settings(server, data, port).environment()
        web, worker = (
            subprocess.Popen(  # noqa: S603 - our own program
                [*PROGRAM, *command], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
            )
            for command in (["serve", "--port", str(port)], ["worker"])
        )
        try:
            yield signed_in(server, f"http://127.0.0.1:{port}", web, worker)
        finally:
            for process in (web, worker):
                process.terminate()
                process.wait(30)


def signed_in(
    server: EmbeddedServer,
    address: str,
    web: "subprocess.Popen[bytes]",
    worker: "subprocess.Popen[bytes]",
) -> Running:
    nobody = Running(
        server=server, address=address, web=web, worker=worker, cookies=httpx.Cookies()
    )
    until("the site is ready", lambda: nobody.status("/siap") == 200)
    form = {"login": "rina", "password": "contoh netralitas"}
    with httpx.Client(headers=SAME_ORIGIN) as client:
        assert client.post(f"{address}/masuk", data=form).status_code == 303
        cookies = client.cookies
    return Running(server=server, address=address, web=web, worker=worker, cookies=cookies)


def test_without_its_database_the_site_says_so_and_recovers_by_itself(running: Running) -> None:
    assert running.status("/perkara") == 200
    running.server.stop()
    for path in ("/perkara", "/beranda", "/tenggat", "/siap", "/perkara"):
        begun = time.monotonic()
        answer = running.ask(path)
        assert time.monotonic() - begun < LONGEST
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["content-security-policy"]
        assert "Traceback" not in answer.text
    with ThreadPoolExecutor(16) as pool:
        begun = time.monotonic()
        assert set(pool.map(running.status, ["/perkara"] * 32)) == {503}
        assert time.monotonic() - begun < LONGEST + 5
    assert running.status("/sehat") == 200, "the process itself is well"
    assert running.status("/masuk") == 503, "a cookie cannot be judged without the database"
    running.server.start()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(running.status, ["/perkara"] * 8)) == [200] * 8
    assert running.web.poll() is None
    assert running.worker.poll() is None, "the worker waits too"
