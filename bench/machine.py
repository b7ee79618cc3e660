"""B20: a list of 100 cases over the machine API, beside what the database does for the page.

"The page's query time" is taken twice, by queries of the product itself. The page of the worklist
asks more than for its lines: who sits at the desk, and what the bell says, in transactions of their
own; all of that is its query time, and the target is judged by it. The statement of the lines alone
stands beside it. The answer is the whole request over HTTP, its token looked up and its JSON read.
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from statistics import median
from typing import Final

import asyncpg
import msgspec
import uvloop

from bench import client
from bench.asking import alone, investigator, of_page
from bench.datasets import DataSet
from bench.figures import Figure
from bench.offices import ZONE, Offices
from bench.sessions import signed_in
from bench.web import Web
from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.worklist.domain import Filters, span
from netralitas.worklist.queries.items import pick

CASES: Final = 100
_TURNS: Final = 50
_CLIENTS: Final = 8
_MOST: Final = 1.3
_TOKEN: Final = f"ntr_{'m' * 43}"
_ACTOR: Final = investigator(Offices().nation)

_KNOWN: Final = """
    INSERT INTO api_token (digest, prefix, name, desk, scopes, made_by, made_at, expires_at)
    SELECT sha256($1::text::bytea), 'ntr_mmmmmmmm', 'bench', $2, '{cases.read}', $3, now(),
           now() + interval '2 hours'
    ON CONFLICT (digest) DO NOTHING
"""


def measure(data: DataSet, web: Web, cases: int, rounds: int) -> Iterator[Figure]:
    """Yield B20: the whole answer, beside all that a page asks, and beside the lines alone.

    And how many answers a second several clients get.
    """
    uvloop.run(_know(data))
    (cookie,) = signed_in(data, [_ACTOR.desk])
    token = cookie.partition("=")[2]
    answers: list[float] = []
    pages: list[float] = []
    queries: list[float] = []
    rates: list[float] = []
    for turn in range(rounds + 1):
        measured = (
            median(_asked(web).latencies),
            uvloop.run(_page(data, token)),
            uvloop.run(_lines(data)),
        )
        if turn:  # the first round warms all
            for samples, seconds in zip((answers, pages, queries), measured, strict=True):
                samples.append(seconds)
            rates.append(_asked(web, _CLIENTS).per_second)
    name = f"API list of {CASES} cases, {cases:,} cases: p50"
    judged = _beside(name, answers, "every statement of a page of as many", pages)
    met = judged.ratio is not None and judged.ratio <= _MOST
    yield msgspec.structs.replace(judged, target=f"≤ {_MOST}", met=met)
    yield _beside(name, answers, "the statement of its lines alone", queries)
    yield Figure(
        code="B20",
        work=f"API list of {CASES} cases: {_CLIENTS} clients, workers: {web.workers}",
        unit="/s",
        samples=tuple(rates),
    )


def _beside(name: str, answers: list[float], limit: str, limits: list[float]) -> Figure:
    return Figure(
        code="B20",
        work=name,
        unit="ms",
        samples=tuple(seconds * 1000 for seconds in answers),
        limit_name=limit,
        limits=tuple(seconds * 1000 for seconds in limits),
        ratio=median(answers) / median(limits),
    )


async def _know(data: DataSet) -> None:
    c = await asyncpg.connect(data.dsn("app"))
    try:
        await c.execute(_KNOWN, _TOKEN, _ACTOR.desk, _ACTOR.officer)
    finally:
        await c.close()


def _asked(web: Web, clients: int = 1) -> client.Load:
    head = f"Host: {web.host}\r\nAuthorization: Bearer {_TOKEN}\r\n\r\n"
    request = f"GET /api/v1/cases?limit={CASES} HTTP/1.1\r\n{head}".encode()
    return client.run(web.port, [[request] * _TURNS] * clients, 200)


async def _page(data: DataSet, token: str) -> float:
    settings = data.settings()
    await ENGINE.open(data.dsn("app"), size=1)
    try:
        return await _median(lambda: of_page(token, settings, CASES))
    finally:
        await ENGINE.close()


async def _lines(data: DataSet) -> float:
    c = await asyncpg.connect(data.dsn("app"))
    try:
        return await _median(lambda: alone(c, _ACTOR, _picked))
    finally:
        await c.close()


async def _picked(c: Connection) -> None:
    wanted = Filters()
    within = span(wanted.due, clock.now(), ZONE)
    await pick(c, _ACTOR, wanted, within, place=None, most=CASES)


async def _median(ask: Callable[[], Awaitable[object]]) -> float:
    """Return the middle of the seconds that as many turns took as there are requests."""
    took = []
    for _ in range(_TURNS):
        begun = time.perf_counter()
        await ask()
        took.append(time.perf_counter() - begun)
    return median(took)
