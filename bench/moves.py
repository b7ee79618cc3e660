"""B1: one audited move over HTTP, eight clients, beside pgbench doing the same to the database."""

import asyncio
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import asyncpg

from bench import client
from bench.cases import Case
from bench.datasets import DataSet
from bench.figures import Figure, compared, p95
from bench.limit import MOVE, Share, transactions_per_second
from bench.loading import add
from bench.offices import ZONE, Offices
from bench.sessions import known_by_desk, signed_in
from bench.stories import WAITING
from bench.web import Web
from netralitas import clock

_OFFICES: Final = Offices().regencies[:8]
"""One for each client; their ids follow one another."""

_REQUESTS: Final = 100  # of each client in a round
_TRANSACTIONS: Final = 500  # the same of pgbench, which is faster, and plans its statements first
_MADE: Final = "SELECT count(*) FROM event WHERE name = $1"
_TARGET: Final = 0.25


def measure(data: DataSet, web: Web, rounds: int) -> list[Figure]:
    """Return B1; every move of both sides was made on a case of its own."""
    figures: list[float] = []
    limits: list[float] = []
    latencies: list[float] = []
    desks = [office.investigator for office in _OFFICES]
    cookies = signed_in(data, desks)
    known_by_desk(data, desks)
    before = asyncio.run(_moves_made(data))
    for turn in range(rounds + 1):
        requests = [
            [request(case, cookie, web) for case in own]
            for own, cookie in zip(_fresh(data, _REQUESTS), cookies, strict=True)
        ]
        first = _fresh(data, _TRANSACTIONS)[0][0]
        load = client.run(web.port, requests, 303)
        share = Share(first=first, clients=len(_OFFICES), each=_TRANSACTIONS)
        rate = transactions_per_second(data, share)
        if turn:  # the first round warms both
            figures.append(load.per_second)
            limits.append(rate)
            latencies += load.latencies
    expected = (rounds + 1) * len(_OFFICES) * (_REQUESTS + _TRANSACTIONS)
    if asyncio.run(_moves_made(data)) - before != expected:
        raise RuntimeError("not every move that was answered stands in the record")
    ratio, met = compared(figures, limits, lambda found: found >= _TARGET)
    return [
        Figure(
            code="B1",
            work=f"audited move over HTTP, {len(_OFFICES)} clients, workers: {web.workers}",
            unit="/s",
            samples=tuple(figures),
            limit_name="pgbench, same statements",
            limits=tuple(limits),
            ratio=ratio,
            target=f"≥ {_TARGET}",
            met=met,
            note=f"p95 of one request {p95(latencies) * 1000:.0f} ms",
        )
    ]


async def _moves_made(data: DataSet) -> int:
    c = await asyncpg.connect(data.dsn("auditor"))
    try:
        made: int = await c.fetchval(_MADE, f"handling.{MOVE}")
        return made
    finally:
        await c.close()


def _fresh(data: DataSet, each: int) -> list[list[Case]]:
    """Return so many new cases of each office, with ids that follow one another."""
    dsn = data.dsn("postgres")
    return [asyncio.run(add(dsn, each, WAITING, office)) for office in _OFFICES]


def request(case: Case, cookie: str, web: Web) -> bytes:
    """Return the form that moves a case which waits, sent by its investigator."""
    told, today = case.proceedings[0], clock.today(ZoneInfo(ZONE))
    form = {
        "happened-day": today.day,
        "happened-month": today.month,
        "happened-year": today.year,
        "versions": f"{told.id}:{told.version}",
    }
    path = f"/perkara/{case.head.stream}/langkah/{told.id}/{MOVE}"
    return client.post(path, cookie, web.host, urlencode(form))
