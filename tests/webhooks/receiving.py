"""A receiver on loopback: keeps what it is told, and answers as a test wants."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec

Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


def status(line: str, *headers: str, body: bytes = b"") -> bytes:
    """An answer word for word; the connection stays open."""
    lines = [f"HTTP/1.1 {line}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


OK = status("204 No Content")


@dataclass(frozen=True, slots=True)
class Told:
    """A message as it arrived."""

    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def said(self) -> dict[str, Any]:
        said: dict[str, Any] = msgspec.json.decode(self.body)
        return said


@dataclass(slots=True)
class Receiver:
    """What came in, in its order; `answers` are given first, then `usual`."""

    usual: Answer = OK
    answers: list[Answer] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    when: Callable[[Told], None] = lambda _: None
    port: int = 0
    scheme: str = "http"
    serving: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.place}/webhook?kunci=alamat-rahasia"

    @property
    def ids(self) -> list[str]:
        return [each.id for each in self.told]

    async def begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self.serve(reader, writer))
        self.serving.add(task)
        task.add_done_callback(self.serving.discard)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                lines = [line.split(": ", 1) for line in head.split("\r\n")[1:] if line]
                headers = {name.lower(): value for name, value in lines}
                body = await reader.readexactly(int(headers["content-length"]))
                told = Told(headers, body)
                self.told.append(told)
                self.when(told)
                answer = self.answers.pop(0) if self.answers else self.usual
                if callable(answer):
                    await answer(writer)
                    return
                writer.write(answer)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def receiving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """Serve a receiver on a free port of loopback inside the block."""
    receiver = Receiver(scheme="https" if tls else "http")
    server = await asyncio.start_server(receiver.begin, "127.0.0.1", 0, ssl=tls)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        for task in tuple(receiver.serving):
            task.cancel()
        await asyncio.gather(*receiver.serving, return_exceptions=True)
        await server.wait_closed()
