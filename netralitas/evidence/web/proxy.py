"""A forward proxy on loopback that dials for a browser what the guard lets through.

The browser resolves no name and opens no connection of its own: it asks here, and what is not
public is answered with 403.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final
from urllib.parse import urlsplit

from netralitas.evidence.web.domain import CaptureFailed, Problem
from netralitas.evidence.web.guard import CONNECT_SECONDS, Guard

_PIECE: Final = 65536
_HEAD: Final = 65536
_CONNECTIONS: Final = 300
_OPENED: Final = b"HTTP/1.1 200 Connection Established\r\n\r\n"
_REFUSED: Final = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_HOP: Final = (b"proxy-", b"connection:", b"keep-alive:")

type_stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class GuardProxy:
    """What one browser may fetch while one picture is made: so many bytes, so often."""

    def __init__(self, guard: Guard, size: int) -> None:
        """`size` is in bytes, for everything together."""
        self._guard = guard
        self._left = size
        self._connections = 0

    @asynccontextmanager
    async def open(self) -> AsyncIterator[int]:
        """Yield the port of loopback on which it answers; afterwards nothing of it is left."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_HEAD)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            self._left = -1  # whoever still sends is cut off with the next piece
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        other: asyncio.StreamWriter | None = None
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            host, port, beginning = _asked(head)
            found, other = await self._dialled(host, port)
            if beginning is None:
                writer.write(_OPENED)
            else:
                other.write(beginning)
            await self._between((reader, writer), (found, other))
        except (CaptureFailed, ValueError, OSError):
            with suppress(OSError):
                writer.write(_REFUSED)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            for each in (writer, other):
                if each is not None:
                    each.close()

    async def _dialled(self, host: str, port: int) -> type_stream:
        self._connections += 1
        if self._connections > _CONNECTIONS:
            raise CaptureFailed(Problem.TOO_LARGE)
        for address in await self._guard.addresses(host, port):
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(CONNECT_SECONDS):
                    return await asyncio.open_connection(address, port)
        raise CaptureFailed(Problem.UNREACHABLE)

    async def _between(self, one: type_stream, other: type_stream) -> None:
        """Carry bytes both ways until either side ends."""
        ways = [
            asyncio.create_task(self._carry(one[0], other[1])),
            asyncio.create_task(self._carry(other[0], one[1])),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            if ways[0].done() and not ways[1].done():
                await asyncio.wait(ways, timeout=CONNECT_SECONDS)  # the answer may still come
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(_PIECE):
            self._left -= len(piece)
            if self._left < 0:
                raise CaptureFailed(Problem.TOO_LARGE)
            writer.write(piece)
            await writer.drain()


def _asked(head: bytes) -> tuple[str, int, bytes | None]:
    """Return whom a request is for, and what is sent on; None for a tunnel. ValueError else."""
    line, *fields = head.split(b"\r\n")
    method, target, _ = line.decode("ascii").split(" ")
    if method == "CONNECT":
        parts = urlsplit(f"//{target}")
        if parts.hostname is None or parts.port is None:
            raise ValueError(target)
        return parts.hostname, parts.port, None
    parts = urlsplit(target)
    if parts.scheme != "http" or parts.hostname is None:
        raise ValueError(target)
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    kept = [each for each in fields if each and not each.lower().startswith(_HOP)]
    lines = [f"{method} {path} HTTP/1.1".encode("ascii"), *kept, b"Connection: close"]
    return parts.hostname, parts.port or 80, b"\r\n".join(lines) + b"\r\n\r\n"
