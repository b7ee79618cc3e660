"""B4: search for a rare and for a common word over all cases, beside the query alone."""

import asyncio
from functools import partial
from typing import Final

import asyncpg

from bench import client
from bench.asking import alone, investigator
from bench.datasets import DataSet
from bench.dossiers import COMMON_WORD, RARE_WORD
from bench.figures import Figure, compared, p95
from bench.offices import Offices
from bench.sessions import signed_in
from bench.web import Web, led_to
from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.worklist.queries.search import cases_with_words
from netralitas.worklist.routes import SEARCH

_OFFICES: Final = Offices()
_VIEWERS: Final = tuple(
    investigator(office)
    for office in (_OFFICES.nation, _OFFICES.regencies[0], _OFFICES.regencies[-1])
)
"""Who looks: one who may read every case, one of the busiest regency, one of the calmest."""

_TURNS: Final = 10
_MOST_SECONDS: Final = 0.1


def measure(data: DataSet, web: Web, cases: int, rounds: int) -> list[Figure]:
    """Return B4, one row for each word; the slowest viewers count as much as the fastest."""
    cookies = signed_in(data, [viewer.desk for viewer in _VIEWERS])
    return [
        _word(data, web, f"search for a {name} word, {cases:,} cases: p95", word, cookies, rounds)
        for name, word in (("rare", RARE_WORD), ("common", COMMON_WORD))
    ]


def _word(data: DataSet, web: Web, work: str, word: str, cookies: list[str], rounds: int) -> Figure:
    requests = [
        client.get(led_to(web, SEARCH, cookie, {"cari": word}), cookie, web.host)
        for cookie in cookies
    ] * _TURNS
    pages, queries = [], []
    every: list[float] = []
    for turn in range(rounds + 1):
        latencies = client.run(web.port, [requests], 200).latencies
        beside = asyncio.run(_queries(data.dsn("app"), word))
        if turn:  # the first round warms both
            pages.append(p95(latencies) * 1000)
            queries.append(p95(beside) * 1000)
            every += latencies
    ratio, _ = compared(pages, queries, bool)
    return Figure(
        code="B4",
        work=work,
        unit="ms",
        samples=tuple(pages),
        limit_name="its query alone",
        limits=tuple(queries),
        ratio=ratio,
        target=f"≤ {_MOST_SECONDS * 1000:.0f} ms",
        met=p95(every) <= _MOST_SECONDS,
    )


async def _queries(dsn: str, word: str) -> list[float]:
    c = await asyncpg.connect(dsn)
    try:
        return [
            await alone(c, viewer, partial(_find, actor=viewer, word=word))
            for viewer in _VIEWERS * _TURNS
        ]
    finally:
        await c.close()


async def _find(c: Connection, actor: Actor, word: str) -> None:
    await cases_with_words(c, actor, word)
