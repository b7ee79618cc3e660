"""B3: pages of the worklist over few and over many cases, beside the query alone."""

import asyncio
from functools import partial
from statistics import median
from typing import Final

import asyncpg
import msgspec

from bench import client
from bench.asking import alone, investigator
from bench.datasets import DataSet
from bench.figures import Figure, compared, p95
from bench.offices import ZONE, Offices
from bench.sessions import signed_in
from bench.web import Web
from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.worklist.address import read_filters
from netralitas.worklist.domain import Filters, span
from netralitas.worklist.queries.items import PAGE, pick

PATHS: Final = (
    "/perkara",
    "/perkara?sumber=laporan",
    "/perkara?rezim=pemilihan",
    "/perkara?proses=penanganan&rezim=pemilihan",
)
"""Asked in turn by one who sees every case; each page is full, with few cases too."""

_TURNS: Final = 10
_CLIENTS: Final = 8
_GROWTH: Final = 1.5
_MOST_SECONDS: Final = 0.1

_ACTOR: Final = investigator(Offices().nation)


class Pages:
    """The worklist's pages of one data set, asked over HTTP by one person."""

    def __init__(self, data: DataSet, web: Web) -> None:
        """Sign in as the nation's investigator."""
        (cookie,) = signed_in(data, [_ACTOR.desk])
        self._data = data
        self._port = web.port
        self.workers = web.workers
        self._round = [client.get(path, cookie, web.host) for path in PATHS] * _TURNS

    def latencies(self) -> list[float]:
        """Return the seconds of each page of one round."""
        return list(client.run(self._port, [self._round], 200).latencies)

    def rate(self) -> float:
        """Return how many pages a second several clients get, who ask all at once."""
        return client.run(self._port, [self._round] * _CLIENTS, 200).per_second

    def queries(self) -> list[float]:
        """Return the seconds of the same round of queries, without pages."""
        return asyncio.run(_queries(self._data.dsn("app")))


def measure(small: Pages, large: Pages, sizes: tuple[int, int], rounds: int) -> list[Figure]:
    """Return B3: growth from few cases to many, the longest pages, and the query beside them."""
    few, many, alone, every, rates = [], [], [], [], []
    for turn in range(rounds + 1):
        measured = small.latencies(), large.latencies(), large.queries()
        if turn:  # the first round warms both
            few.append(median(measured[0]))
            many.append(median(measured[1]))
            alone.append(median(measured[2]))
            every += measured[1]
            rates.append(large.rate())
    growth, held = compared(many, few, lambda ratio: ratio <= _GROWTH)
    work = f"worklist page of 50, {sizes[1]:,} cases"
    beside_few = _beside(work, many, f"the page with {sizes[0]:,} cases", few)
    longest = Figure(
        code="B3",
        work=f"{work}: p95",
        unit="ms",
        samples=(p95(every) * 1000,),
        target=f"≤ {_MOST_SECONDS * 1000:.0f} ms",
        met=p95(every) <= _MOST_SECONDS,
    )
    return [
        msgspec.structs.replace(beside_few, ratio=growth, target=f"≤ {_GROWTH}", met=held),
        longest,
        _beside(work, many, "its query alone", alone),
        Figure(
            code="B3",
            work=f"{work}: {_CLIENTS} clients, workers: {large.workers}",
            unit="/s",
            samples=tuple(rates),
        ),
    ]


def _beside(work: str, pages: list[float], name: str, limits: list[float]) -> Figure:
    return Figure(
        code="B3",
        work=f"{work}: p50",
        unit="ms",
        samples=tuple(seconds * 1000 for seconds in pages),
        limit_name=name,
        limits=tuple(seconds * 1000 for seconds in limits),
        ratio=median(pages) / median(limits),
    )


async def _queries(dsn: str) -> list[float]:
    wanted = [read_filters(_query(path)) for path in PATHS] * _TURNS
    c = await asyncpg.connect(dsn)
    try:
        return [await alone(c, _ACTOR, partial(_pick, filters=filters)) for filters in wanted]
    finally:
        await c.close()


async def _pick(c: Connection, filters: Filters) -> None:
    await pick(c, _ACTOR, filters, span(filters.due, clock.now(), ZONE), None, PAGE)


def _query(path: str) -> dict[str, str]:
    pairs = path.partition("?")[2].split("&")
    return dict(pair.split("=") for pair in pairs if pair)
