"""The picture of a page, and that the browser reaches nothing past the guard."""

import asyncio
import io
import os
import shutil
import socket
from pathlib import Path

import pytest
from PIL import Image

from netralitas.evidence.web import browser as browser_module
from netralitas.evidence.web.browser import WIDTH, Browser
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.proxy import GuardProxy
from tests.evidence.web.serving import page, serving
from tests.programs import until

LIMIT = 5_000_000


@pytest.fixture
def chromium() -> Path:
    """The machine's Chromium; without one skip, or fail where `CI` is true."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        reason = "no Chromium on this machine (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return Path(found)


def runs(number: int) -> bool:
    """Say whether a process is there and not about to be cleared away."""
    state = Path(f"/proc/{number}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


async def asked(port: int, head: str) -> bytes:
    """What the proxy answers to a request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + b"\r\n\r\n")
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return answer


@pytest.mark.parametrize(
    "head",
    [
        "CONNECT 127.0.0.1:443 HTTP/1.1",
        "CONNECT 169.254.169.254:80 HTTP/1.1",
        "CONNECT [::1]:443 HTTP/1.1",
        "CONNECT [::ffff:127.0.0.1]:443 HTTP/1.1",
        "CONNECT localhost:443 HTTP/1.1",
        "CONNECT 0x7f.1:443 HTTP/1.1",
        "CONNECT 127.0.0.1:{port} HTTP/1.1",
        "CONNECT 127.0.0.1 HTTP/1.1",
        "CONNECT  HTTP/1.1",
        "GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: contoh.example",
        "GET http://localhost/ HTTP/1.1",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1",
        "GET file:///etc/passwd HTTP/1.1",
        "GET ftp://127.0.0.1/ HTTP/1.1",
        "nonsense",
        "GET http://\u0661/ HTTP/1.1",
    ],
)
async def test_the_proxy_refuses_what_is_not_public(head: str) -> None:
    async with (
        serving({"/": page("secret")}) as inner,
        GuardProxy(Guard(), LIMIT).open() as port,
    ):
        answer = await asked(port, head.format(port=inner.port))
        assert answer.startswith(b"HTTP/1.1 403 ")
        assert inner.asked == []


async def test_the_proxy_passes_what_the_guard_passes_and_no_more_bytes_than_it_may() -> None:
    async with (
        serving({"/a?b": page("hello"), "/big": page("x" * 300_000)}) as site,
        GuardProxy(Guard.of(site.place), 100_000).open() as port,
    ):
        answer = await asked(port, f"GET {site.address}/a?b HTTP/1.1\r\nProxy-X: y")
        assert answer.endswith(b"hello")
        tunnel = f"CONNECT {site.place} HTTP/1.1\r\n\r\nGET /a?b HTTP/1.1\r\nHost: x"
        answer = await asked(port, tunnel)
        assert answer.startswith(b"HTTP/1.1 200 Connection Established")
        assert answer.endswith(b"hello")
        answer = await asked(port, f"GET {site.address}/big HTTP/1.1")
        assert len(answer) <= 100_000


async def test_the_whole_page_is_drawn(chromium: Path) -> None:
    tall = "<body style='margin:0;background:#00f'><div style='height:2400px'></div>"
    async with serving({"/": page(tall), "/favicon.ico": page("")}) as site:
        drawn = await Browser(chromium, Guard.of(site.place), LIMIT).picture(f"{site.address}/")
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, 2400))
        assert image.convert("RGB").getpixel((5, 2390)) == (0, 0, 255)


async def test_what_a_page_asks_of_the_machine_is_never_reached(chromium: Path) -> None:
    """Pictures, frames, scripts, sockets and redirects of a page: none gets past the guard."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(("127.0.0.1", 0))
        datagrams.setblocking(False)
        await nothing_reached(chromium, datagrams.getsockname()[1])
        with pytest.raises(BlockingIOError):
            datagrams.recv(2048)


async def nothing_reached(chromium: Path, datagrams: int) -> None:
    async with serving({"/": page("secret")}) as inner, serving({}) as site:
        wanted = f"127.0.0.1:{inner.port}"
        site.answers["/"] = page(
            f"<img src='http://{wanted}/img'><iframe src='http://localhost:{inner.port}/frame'>"
            f"</iframe><script src='http://{wanted}/script'></script>"
            f"<script>fetch('http://{wanted}/fetch', {{mode: 'no-cors'}});"
            f"new WebSocket('ws://{wanted}/socket');"
            f"navigator.sendBeacon('http://{wanted}/beacon');"
            f"const servers = [{{urls: 'stun:127.0.0.1:{datagrams}'}}];"
            "const c = new RTCPeerConnection({iceServers: servers});"
            "c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o));"
            "</script><p>drawn</p>"
        )
        drawn = await Browser(chromium, Guard.of(site.place), LIMIT).picture(f"{site.address}/")
        assert drawn is not None
        assert inner.asked == []
        assert "/" in site.asked


async def test_a_browser_that_hangs_is_ended_with_everything_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_module, "_SECONDS", 1.0)
    child = tmp_path / "child"
    program = tmp_path / "browser"
    program.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {child}\nwait\n")
    program.chmod(0o755)
    assert await Browser(program, Guard(), LIMIT).picture("http://contoh.example/") is None
    number = int(child.read_text())
    until("the child of the browser has ended", lambda: not runs(number))


async def test_a_program_that_is_no_browser_draws_nothing() -> None:
    assert await Browser(Path("/bin/true"), Guard(), LIMIT).picture("http://a.example/") is None
