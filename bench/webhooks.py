"""B19: a hundred thousand webhooks drained in order to one receiver, while mails go on.

The worker's own loop sends them; beside it jobs wait as mails do. What slows sending is seen beside
a client that posts the same bytes one after the other, and does nothing else.
"""

import asyncio
import time
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import Final

import asyncpg
import httpx

from bench.datasets import DataSet
from bench.figures import Figure, compared, p95
from bench.offices import NATION
from bench.web import HOST, free_port, process
from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.web.guard import Guard
from netralitas.jobs.queue import enqueue
from netralitas.jobs.worker import Worker
from netralitas.vault.cipher import Keys, Purpose
from netralitas.webhooks.commands import add
from netralitas.webhooks.courier import Courier
from netralitas.webhooks.domain import NewReceiver, Topic
from netralitas.webhooks.sealing import WebhookSealer

_MOST: Final = 100_000
_PARTS: Final = 10
_POSTS: Final = 1_000  # of the client that is the limit, in a round
_EVERY: Final = 0.2  # seconds between two mails
_QUIET: Final = 10.0  # seconds in which nothing is sent
_WAIT: Final = 1.0
"""Seconds: a worker looks for jobs twice a second."""

_BODY: Final = b"." * 300
_BACK: Final = """
SELECT greatest(0, coalesce(max(position), -1) + 1 - $1::bigint) FROM log_leaf
"""
_LEFT: Final = """
SELECT (SELECT max(position) + 1 FROM log_leaf) - position FROM webhook_receiver
"""


def measure(data: DataSet, rounds: int) -> list[Figure]:
    """Return B19: messages a second, and how long a mail waits meanwhile. `data` is a copy."""
    port = free_port()
    with process(["-m", "bench.told", str(port)], port, "/"):
        return asyncio.run(_measured(data, port, rounds))


async def _measured(data: DataSet, port: int, rounds: int) -> list[Figure]:
    url = f"http://{HOST}:{port}/"
    sealer = WebhookSealer(keys=Keys.derive(Purpose.WEBHOOK, "1", {"1": bytes(range(32))}))
    guard = Guard.of(f"{HOST}:{port}")
    await _enter(data, url, sealer, guard)
    limits = [await _posted(url) for _ in range(rounds)]
    await ENGINE.open(data.dsn("worker"), size=6, command_seconds=60)
    try:
        courier = Courier(sealer, guard, "https://netralitas.example")
        rates, waits, alone = await _drained(data, courier)
    finally:
        await ENGINE.close()
    limits += [await _posted(url) for _ in range(rounds)]
    async with httpx.AsyncClient(trust_env=False) as client:
        came, disorder = map(int, (await client.get(url)).text.split())
    if disorder or came < sum(rate[0] for rate in rates):
        raise RuntimeError(f"{disorder} of {came} messages came out of order, or some are missing")
    speeds = [amount / seconds for amount, seconds in rates]
    ratio, _ = compared(speeds, limits, lambda _: True)
    return [
        Figure(
            code="B19",
            work=f"{came:,} webhooks drained in order to one receiver",
            unit="/s",
            samples=tuple(speeds),
            limit_name="httpx posting as many bytes, one after the other",
            limits=tuple(limits),
            ratio=ratio,
            target="all, in order",
            met=not disorder,
        ),
        Figure(
            code="B19",
            work=f"wait of {len(waits):,} jobs in the queue meanwhile, p95",
            unit="s",
            samples=(p95(waits),),
            limit_name="the same while nothing is sent",
            limits=(p95(alone),),
            ratio=p95(waits) / p95(alone),
            target=f"≤ {_WAIT:.0f} s",
            met=p95(waits) <= _WAIT,
        ),
    ]


async def _enter(data: DataSet, url: str, sealer: WebhookSealer, guard: Guard) -> None:
    """Enter a receiver of the office that reads everything, at most so many leaves from the end."""
    nation = Actor(
        officer=NATION * 2,
        organisation=NATION,
        desk=NATION * 2,
        name="Administrator",
        organisation_name="Bawaslu",
        organisation_kind="bawaslu",
        roles=frozenset({Role.ADMINISTRATOR}),
        stepped_up_at=clock.now(),
    )
    new = NewReceiver(name="Pengukuran", url=url, topics=tuple(Topic))
    await ENGINE.open(data.dsn("app"), size=2)
    try:
        await add(nation, new, sealer=sealer, guard=guard)
    finally:
        await ENGINE.close()
    c = await asyncpg.connect(data.dsn("postgres"))
    try:
        await c.execute("SET session_replication_role = replica")  # it never goes back by itself
        begin = await c.fetchval(_BACK, _MOST)
        await c.execute("UPDATE webhook_receiver SET position = $1", begin)
        await c.execute("ANALYZE webhook_receiver")
    finally:
        await c.close()


async def _posted(url: str) -> float:
    """Return how many posts a second a client makes that waits for each answer."""
    async with httpx.AsyncClient(trust_env=False) as client:
        begun = time.perf_counter()
        for _ in range(_POSTS):
            await client.post(url, content=_BODY)
        return _POSTS / (time.perf_counter() - begun)


async def _drained(
    data: DataSet, courier: Courier
) -> tuple[list[tuple[int, float]], list[float], list[float]]:
    """Return amount and seconds of each tenth; the waits of jobs meanwhile, and before."""
    waits: list[float] = []

    async def note(_: Connection, payload: Mapping[str, int]) -> None:
        waits.append(time.perf_counter() - payload["at"] / 1e6)

    quiet = Worker({"note": note})
    await _with_mails(quiet, _for_a_while())
    alone, waits[:] = list(waits), []
    busy = Worker({"note": note}, beside=(courier,))
    rates: list[tuple[int, float]] = []
    await _with_mails(busy, _until_drained(data, rates))
    return rates, waits, alone


async def _for_a_while() -> None:
    await asyncio.sleep(_QUIET)


async def _with_mails(worker: Worker, until: Coroutine[None, None, None]) -> None:
    """Let a worker work and mails come in until something is over."""
    coming = asyncio.create_task(_mails())
    working = asyncio.create_task(worker.run())
    try:
        await until
    finally:
        coming.cancel()
        with suppress(asyncio.CancelledError):
            await coming
        worker.stopping.set()
        await working


async def _mails() -> None:
    while True:
        async with writing(EVERYTHING) as c:
            await enqueue(c, "note", {"at": int(time.perf_counter() * 1e6)})
        await asyncio.sleep(_EVERY)


async def _until_drained(data: DataSet, rates: list[tuple[int, float]]) -> None:
    """Wait until everything is told, and note how long each tenth took."""
    c = await asyncpg.connect(data.dsn("postgres"))
    try:
        left = before = await c.fetchval(_LEFT)
        step, begun = max(1, left // _PARTS), time.perf_counter()
        while left > 0:
            await asyncio.sleep(0.1)
            left = await c.fetchval(_LEFT)  # each leaf is a message: the office reads them all
            if before - left >= step or (left <= 0 < before):
                now = time.perf_counter()
                rates.append((before - left, now - begun))
                before, begun = left, now
    finally:
        await c.close()
