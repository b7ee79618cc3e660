"""B2: the public page and the list of outcomes, beside a hello-world of the same server.

The hello-world is the server's alone: prepared pages pass by the framework, so one of its routes
would be no limit.
"""

import asyncio
import http.client
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import asyncpg

from bench import client
from bench.datasets import DataSet
from bench.evaluating import put_out
from bench.figures import Figure, compared
from bench.hello import BARE
from bench.loading import add
from bench.mover import Mover, moving
from bench.moves import request
from bench.offices import Offices
from bench.processes import running
from bench.sessions import signed_in
from bench.stories import WAITING
from bench.web import HOST, Web, free_port, process
from netralitas.public.sections import HOME, OUTCOMES

_PATHS: Final = (HOME, OUTCOMES)
_CLIENTS: Final = 32
_REQUESTS: Final = 1_000  # of each client in a round
_TARGET: Final = 0.6
_MOVES_PER_SECOND: Final = 20
_MOVES: Final = 4_000
_MOST: Final = 6
"""So many times the rounds asked for, until a new edition came out while they ran."""

_OFFICE: Final = Offices().regencies[9]
_EDITION: Final = "SELECT number FROM published.edition"


@dataclass(slots=True, kw_only=True)
class Rates:
    """Requests a second in each round: pages, the same asked with their ETag, and hello."""

    pages: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    hello: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """The public site and a hello-world."""

    public: Web
    hello: Web

    def measure(self, rates: Rates) -> None:
        """Add one round of hello and pages, one after the other."""
        pages = [_get(self.public, path) for path in _PATHS]
        rates.hello.append(_rate(self.hello, [_get(self.hello, "/")], 200))
        rates.pages.append(_rate(self.public, pages, 200))

    def measure_held(self, rates: Rates) -> None:
        """Add a round of pages whose ETag is known, which holds only while nothing moves."""
        held = [_get(self.public, path, _tag(self.public, path)) for path in _PATHS]
        rates.held.append(_rate(self.public, held, 304))


def measure(data: DataSet, staff: Web, rounds: int) -> list[Figure]:
    """Return B2: while nothing moves, then while cases move and the worker prepares editions."""
    asyncio.run(put_out(data.dsn("worker")))
    still, busy = Rates(), Rates()
    with servers(data) as served:
        served.measure(Rates())  # warms all of them
        for _ in range(rounds):
            served.measure(still)
            served.measure_held(still)
        with _moving(data, staff) as mover:
            before = asyncio.run(_edition(data))
            editions = 0
            while len(busy.hello) < rounds or (not editions and len(busy.hello) < rounds * _MOST):
                served.measure(busy)
                editions = asyncio.run(_edition(data)) - before
            meanwhile = f"{mover.made:,} moves and {editions} new editions meanwhile"
    pages = f"public page and outcomes list, {_CLIENTS} clients"
    return [
        _row(pages, still.pages, still.hello),
        _row(f"{pages}, asked with their ETag", still.held, still.hello),
        _row(f"{pages}, while cases move", busy.pages, busy.hello, meanwhile),
    ]


def _row(work: str, pages: list[float], hello: list[float], note: str = "") -> Figure:
    ratio, met = compared(pages, hello, lambda found: found >= _TARGET)
    return Figure(
        code="B2",
        work=work,
        unit="/s",
        samples=tuple(pages),
        limit_name="hello-world, no framework",
        limits=tuple(hello),
        ratio=ratio,
        target=f"≥ {_TARGET:.2f}",
        met=met,
        note=note,
    )


@contextmanager
def servers(data: DataSet) -> Iterator[Servers]:
    """Run the public site and a hello-world until the block ends."""
    port, other = free_port(), free_port()
    command = ["-m", "netralitas", "serve", "--public-only", "--port", str(port)]
    environment = data.settings(port).environment()
    with (
        process(command, port, HOME, environment) as public,
        process(["-m", "bench.hello", str(other), BARE], other, "/") as hello,
    ):
        yield Servers(public=public, hello=hello)


@contextmanager
def _moving(data: DataSet, staff: Web) -> Iterator[Mover]:
    """Let cases move over the staff site, and the worker follow, until the block ends."""
    (cookie,) = signed_in(data, [_OFFICE.investigator])
    cases = asyncio.run(add(data.dsn("postgres"), _MOVES, WAITING, _OFFICE))
    requests = [request(case, cookie, staff) for case in cases]
    with (
        running(["-m", "netralitas", "worker"], data.settings().environment()),
        moving(staff.port, requests, _MOVES_PER_SECOND) as mover,
    ):
        yield mover


def page_requests(web: Web, *, hello: bool = False) -> list[bytes]:
    """Return what a reader asks: the front page and the list of outcomes, or hello."""
    return [_get(web, path) for path in (("/",) if hello else _PATHS)]


def _rate(web: Web, requests: Sequence[bytes], status: int) -> float:
    each = list(requests) * (_REQUESTS // len(requests))
    return client.run(web.port, [each] * _CLIENTS, status).per_second


def _get(web: Web, path: str, tag: str = "") -> bytes:
    """Return the request of a browser, which takes gzip; with a `tag`, if that has changed."""
    held = f"If-None-Match: {tag}\r\n" if tag else ""
    return (
        f"GET {path} HTTP/1.1\r\nHost: {web.host}\r\nAccept-Encoding: gzip\r\n{held}\r\n".encode()
    )


def _tag(web: Web, path: str) -> str:
    connection = http.client.HTTPConnection(HOST, web.port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().headers["ETag"]
    finally:
        connection.close()


async def _edition(data: DataSet) -> int:
    c = await asyncpg.connect(data.dsn("public"))
    try:
        number: int = await c.fetchval(_EDITION)
        return number
    finally:
        await c.close()
