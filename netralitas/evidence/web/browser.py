"""The picture of a page as a browser shows it; all that the browser asks for goes by the guard."""

import asyncio
import base64
import fcntl
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import msgspec

from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.proxy import GuardProxy

WIDTH: Final = 1280
TALLEST: Final = 12_000
"""Pixels; what is below is not drawn."""

_SECONDS: Final = 45.0
_LOADING: Final = 20.0
_SETTLING: Final = 1.0
_LARGEST_MESSAGE: Final = 128 * 1024 * 1024
# A browser that is told to talk over two pipes looks for them at 3 and 4.
_BEGIN: Final = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4);"
    " os.execv(sys.argv[3], sys.argv[3:])"
)
_FLAGS: Final = (
    *("--headless=new", "--remote-debugging-pipe", "--hide-scrollbars", "--mute-audio"),
    *("--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-extensions"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-breakpad", "--disable-crash-reporter"),
    *("--disable-dev-shm-usage", "--disable-domain-reliability", "--metrics-recording-only"),
    # Nothing goes past the proxy, which is all that is found: no datagrams, no other name.
    *("--disable-quic", "--webrtc-ip-handling-policy=disable_non_proxied_udp"),
    *("--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--dns-prefetch-disable"),
    *(
        "--proxy-bypass-list=<-loopback>",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ),
    f"--window-size={WIDTH},900",
)


class Browser:
    """A Chromium without a window, behind a proxy of ours, with a new profile for each picture."""

    def __init__(self, path: Path, guard: Guard, size: int) -> None:
        """`path` is the program, `size` how many bytes it may fetch for one picture."""
        self._path = path
        self._guard = guard
        self._size = size

    async def picture(self, url: str) -> bytes | None:
        """Return the whole page as PNG; None where it could not be drawn in its time."""
        try:
            async with asyncio.timeout(_SECONDS):
                async with GuardProxy(self._guard, self._size).open() as port:
                    with tempfile.TemporaryDirectory(
                        prefix="netralitas-browser-", ignore_cleanup_errors=True
                    ) as folder:
                        return await self._drawn(url, port, folder)
        except (TimeoutError, OSError, EOFError, LookupError, ValueError, _TalkError):
            return None

    async def _drawn(self, url: str, port: int, folder: str) -> bytes:
        async with self._started(port, folder) as talk:
            target = await talk.ask("Target.createTarget", {"url": "about:blank"})
            attached = {"targetId": target["targetId"], "flatten": True}
            session = (await talk.ask("Target.attachToTarget", attached))["sessionId"]
            await talk.ask("Page.enable", {}, session)
            answer = await talk.ask("Page.navigate", {"url": url}, session)
            if answer.get("errorText"):
                raise _TalkError(answer["errorText"])
            with suppress(TimeoutError):  # a page that never ends loading is drawn as it stands
                async with asyncio.timeout(_LOADING):
                    await talk.wait_for("Page.loadEventFired")
            await asyncio.sleep(_SETTLING)
            size = (await talk.ask("Page.getLayoutMetrics", {}, session))["cssContentSize"]
            height = max(1, min(int(size["height"]), TALLEST))
            clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}
            wanted = {"format": "png", "captureBeyondViewport": True, "clip": clip}
            drawn = await talk.ask("Page.captureScreenshot", wanted, session)
            return base64.b64decode(drawn["data"])

    @asynccontextmanager
    async def _started(self, port: int, folder: str) -> AsyncIterator["_Talk"]:
        """Yield the talk with a browser; all its processes end with the block."""
        to_read, to_write = _pipe(), _pipe()
        given = (to_write[0], to_read[1])
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", _BEGIN, *map(str, given), str(self._path)),
                *(*_FLAGS, *_as_root(), f"--user-data-dir={folder}"),
                f"--proxy-server=http://127.0.0.1:{port}",
                pass_fds=given,
                start_new_session=True,
                env={"PATH": os.defpath, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        finally:
            for end in given:
                os.close(end)
        talk = await _Talk.over(to_read[0], to_write[1])
        try:
            yield talk
        finally:
            talk.close()
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


class _TalkError(Exception):
    """The browser said no."""


class _Talk:
    """Questions to a browser and its answers, over two pipes; every message ends with NUL."""

    def __init__(self, reader: asyncio.StreamReader, ends: tuple[Any, Any]) -> None:
        self._reader = reader
        self._ends = ends
        self._number = 0
        self._heard: set[str] = set()

    @classmethod
    async def over(cls, read: int, write: int) -> "_Talk":
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=_LARGEST_MESSAGE)
        hearing, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(read, "rb")
        )
        saying, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(write, "wb"))
        return cls(reader, (hearing, saying))

    def close(self) -> None:
        for end in self._ends:
            end.close()

    async def ask(
        self, method: str, params: Mapping[str, object], session: str | None = None
    ) -> dict[str, Any]:
        self._number += 1
        said: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if session:
            said["sessionId"] = session
        self._ends[1].write(msgspec.json.encode(said) + b"\0")
        while True:
            heard = await self._next()
            if heard.get("id") == self._number:
                if "error" in heard:
                    raise _TalkError(method)
                result: dict[str, Any] = heard["result"]
                return result

    async def wait_for(self, event: str) -> None:
        while event not in self._heard:
            await self._next()

    async def _next(self) -> dict[str, Any]:
        text = await self._reader.readuntil(b"\0")
        heard: dict[str, Any] = msgspec.json.decode(text[:-1])
        self._heard.add(str(heard.get("method")))
        return heard


def _pipe() -> tuple[int, int]:
    """Return the ends of a pipe, none of them where the browser looks for its own."""
    found = []
    for end in os.pipe():
        found.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10))
        os.close(end)
    return found[0], found[1]


def _as_root() -> tuple[str, ...]:
    """Return what a browser must be told where it runs as root, which has no sandbox."""
    return ("--no-sandbox",) if os.geteuid() == 0 else ()
