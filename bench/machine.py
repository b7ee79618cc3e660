"""B20: a list of 100 cases over the machine API, beside the query of the page for as many."""

import asyncio
from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import Final

import asyncpg

from bench import client
from bench.asking import alone, investigator
from bench.datasets import DataSet
from bench.figures import Figure
from bench.offices import ZONE, Offices
from bench.web import Web
from netralitas import clock
from netralitas.worklist.domain import Filters, span
from netralitas.worklist.queries.items import pick

CASES: Final = 100
_TURNS: Final = 20
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
    """Yield B20: the whole answer, with its token, beside the query alone."""
    asyncio.run(_know(data))
    head = f"Host: {web.host}\r\nAuthorization: Bearer {_TOKEN}\r\n\r\n"
    request = f"GET /api/v1/cases?limit={CASES} HTTP/1.1\r\n{head}".encode()
    answers, queries = [], []
    for turn in range(rounds + 1):
        load = client.run(web.port, [[request] * _TURNS], 200)
        asked = asyncio.run(_queries(data.dsn("app")))
        if turn:  # the first round warms both
            answers.append(median(load.latencies))
            queries.append(median(asked))
    ratio = median(answers) / median(queries)
    yield Figure(
        code="B20",
        work=f"API list of {CASES} cases, {cases:,} cases: p50",
        unit="ms",
        samples=tuple(seconds * 1000 for seconds in answers),
        limit_name="the query of the page for as many",
        limits=tuple(seconds * 1000 for seconds in queries),
        ratio=ratio,
        target=f"≤ {_MOST}",
        met=ratio <= _MOST,
    )


async def _know(data: DataSet) -> None:
    c = await asyncpg.connect(data.dsn("app"))
    try:
        await c.execute(_KNOWN, _TOKEN, _ACTOR.desk, _ACTOR.officer)
    finally:
        await c.close()


async def _queries(dsn: str) -> list[float]:
    wanted = Filters()
    c = await asyncpg.connect(dsn)
    try:
        within = span(wanted.due, clock.now(), ZONE)
        query = partial(pick, actor=_ACTOR, wanted=wanted, within=within, place=None, most=CASES)
        return [await alone(c, _ACTOR, query) for _ in range(_TURNS)]
    finally:
        await c.close()
