"""A lean HTTP/1.1 client: requests written beforehand, sent one after the other by each client."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, cast

import uvloop

_PATIENCE: Final = 60.0  # seconds in which some client must be answered
_LENGTH: Final = b"content-length:"


class UnexpectedAnswer(Exception):  # noqa: N818 - names what came
    """The server answered with another status than the one that is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a run of clients took: seconds in all, and of each request."""

    seconds: float
    latencies: tuple[float, ...]

    @property
    def per_second(self) -> float:
        """Return how many requests were answered in a second."""
        return len(self.latencies) / self.seconds


def get(path: str, cookie: str, host: str) -> bytes:
    """Return the bytes of a GET request."""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n".encode()


def post(path: str, cookie: str, host: str, body: str) -> bytes:
    """Return the bytes of a form sent from this site."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"
        "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()


def run(port: int, clients: Sequence[Sequence[bytes]], status: int) -> Load:
    """Return what it took until every client had an answer to each of its requests.

    Raises UnexpectedAnswer with the first answer that has another status, TimeoutError where nobody
    is answered any more. A run that only takes long goes on: a machine may have other work.
    """
    return uvloop.run(_run(port, clients, status))


async def _run(port: int, clients: Sequence[Sequence[bytes]], status: int) -> Load:
    loop = asyncio.get_running_loop()
    expected = f"HTTP/1.1 {status} ".encode()
    begun = time.perf_counter()
    connected = [
        await loop.create_connection(partial(_Client, own, expected), "127.0.0.1", port)
        for own in clients
    ]
    latencies = await _answered([client for _, client in connected])
    return Load(
        seconds=time.perf_counter() - begun,
        latencies=tuple(latency for own in latencies for latency in own),
    )


async def _answered(clients: Sequence["_Client"]) -> list[list[float]]:
    """Return the seconds of every client's requests; TimeoutError when nothing comes any more."""
    pending, had = {client.done for client in clients}, -1
    while pending:
        now = sum(client.answers for client in clients)
        if now == had:
            raise TimeoutError(
                f"{len(pending)} clients wait since {_PATIENCE:.0f} s, after {now} answers"
            )
        had = now
        answered, pending = await asyncio.wait(
            pending, timeout=_PATIENCE, return_when=asyncio.FIRST_EXCEPTION
        )
        for each in answered:
            each.result()
    return [client.done.result() for client in clients]


class _Client(asyncio.Protocol):
    """One connection: the next request goes out when the last one is answered whole."""

    def __init__(self, requests: Sequence[bytes], expected: bytes) -> None:
        self.done: asyncio.Future[list[float]] = asyncio.get_running_loop().create_future()
        self._requests: Iterator[bytes] = iter(requests)
        self._expected = expected
        self._latencies: list[float] = []
        self._received = b""
        self._sent = 0.0
        self._transport: asyncio.Transport

    @property
    def answers(self) -> int:
        """Return how many requests were answered."""
        return len(self._latencies)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # a socket's, which writes too
        self._next()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        self._latencies.append(time.perf_counter() - self._sent)
        if not head.startswith(self._expected):
            self._fail(self._received[:2000].decode(errors="replace"))
            return
        self._received = b""
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(f"the connection was closed: {exc}")

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self.done.set_result(self._latencies)
            self._transport.close()
            return
        self._sent = time.perf_counter()
        self._transport.write(request)

    def _fail(self, answer: str) -> None:
        if not self.done.done():
            self.done.set_exception(UnexpectedAnswer(answer))
            self._transport.close()


def _length(head: bytes) -> int:
    """Return the length that the head of an answer announces."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(_LENGTH):
            return int(line.removeprefix(_LENGTH))
    return 0
