"""B15: prevention over 5,000 activities and every case, for the nation and a large office."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final
from zoneinfo import ZoneInfo

import asyncpg

from bench import client
from bench.activities import ACTIVITIES, add_activities
from bench.asking import alone, investigator
from bench.datasets import DataSet
from bench.figures import Figure, p95
from bench.offices import Offices
from bench.sessions import signed_in
from bench.web import Web
from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.prevention.address import Filters
from netralitas.prevention.queries.coverage import Asked, coverage, vulnerability_map
from netralitas.prevention.queries.dashboard import dashboard
from netralitas.publication.commands import PROTECTION

type_data = Callable[[Connection, Actor], Awaitable[object]]

_TURNS: Final = 12
_MOST_SECONDS: Final = 0.3
_OFFICES: Final = Offices()
_READERS: Final = {
    "of the nation": investigator(_OFFICES.nation),
    "of the largest regency": investigator(_OFFICES.regencies[0]),
}


def measure(data: DataSet, web: Web, cases: int, rounds: int) -> list[Figure]:
    """Return B15: the data of each page for each reader, and the whole page as it is sent.

    Nothing is kept between two askings; the first round warms. Adds activities to `data`.
    """
    add_activities(data)
    found = []
    for reader, actor in _READERS.items():
        (cookie,) = signed_in(data, [actor.desk])
        for page, (path, read) in _PAGES.items():
            work = f"{page} {reader}, {cases:,} cases, {ACTIVITIES:,} activities"
            asked = [client.get(path, cookie, web.host)] * _TURNS
            turns = range(rounds + 1)
            alone_in = [asyncio.run(_times(data.dsn("app"), actor, read)) for _ in turns]
            sent_in = [list(client.run(web.port, [asked], 200).latencies) for _ in turns]
            found += [_data(work, alone_in[1:]), _page(work, sent_in[1:])]
    return found


def _data(work: str, rounds: list[list[float]]) -> Figure:
    every = [seconds for latencies in rounds for seconds in latencies]
    return Figure(
        code="B15",
        work=f"{work}: p95 of its data",
        unit="ms",
        samples=tuple(p95(latencies) * 1000 for latencies in rounds),
        target=f"≤ {_MOST_SECONDS * 1000:.0f} ms",
        met=p95(every) <= _MOST_SECONDS,
    )


def _page(work: str, rounds: list[list[float]]) -> Figure:
    samples = tuple(p95(latencies) * 1000 for latencies in rounds)
    return Figure(code="B15", work=f"{work}: p95 of the page", unit="ms", samples=samples)


async def _times(dsn: str, actor: Actor, read: type_data) -> list[float]:
    c = await asyncpg.connect(dsn)
    try:
        return [await alone(c, actor, lambda c: read(c, actor)) for _ in range(_TURNS)]
    finally:
        await c.close()


async def _dashboard(c: Connection, actor: Actor) -> object:
    return await dashboard(c, actor, Filters(), clock.today(ZoneInfo(actor.zone)))


async def _coverage(c: Connection, actor: Actor) -> object:
    return await coverage(c, _asked(actor))


async def _map(c: Connection, actor: Actor) -> object:
    return await vulnerability_map(c, _asked(actor))


def _asked(actor: Actor) -> Asked:
    return Asked(actor=actor, wanted=Filters(), now=clock.now(), threshold=PROTECTION.threshold)


_PAGES: Final[dict[str, tuple[str, type_data]]] = {
    "dashboard": ("/pencegahan", _dashboard),
    "coverage": ("/pencegahan/jangkauan", _coverage),
    "vulnerability map": ("/pencegahan/kerawanan", _map),
}
