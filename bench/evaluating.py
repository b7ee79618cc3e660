"""B5: figures over every event and the public pages with them, beside one scan of the table."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bench.datasets import DataSet
from bench.figures import Figure, compared
from bench.offices import NATION
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evaluation.domain import canonical
from netralitas.evaluation.queries import figures_at, log_position
from netralitas.public.preparing import Preparer, prepare

_MOST: Final = 5.0
_PATIENCE: Final = 300.0  # seconds that a scan may take
_SCAN: Final = "SELECT count(details) FROM event"
_BY_SCAN: Final = "SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off"
_EARLIER: Final = "UPDATE published.edition SET position = position - 1"

Work = Callable[[Any], Awaitable[object]]


def measure(data: DataSet, rounds: int) -> list[Figure]:
    """Return B5: the public's figures, an organisation's as they are frozen, and the pages.

    The pages are prepared as the worker does after an ordinary move: by one preparer, kept over the
    rounds, which finds that the log has grown and puts out those that show figures. All are out
    before, and of the releases none has changed. The first round warms: what the first preparation
    of a process takes, which reads every release, is not in the figure.
    """
    return asyncio.run(_measured(data.dsn("worker"), rounds))


async def put_out(dsn: str) -> None:
    """Put out an edition of the public pages, as the worker does at its start."""
    await ENGINE.open(dsn, command_seconds=_PATIENCE)
    try:
        async with writing(EVERYTHING) as c:
            await prepare(c, demo=False)
    finally:
        await ENGINE.close()


async def _measured(dsn: str, rounds: int) -> list[Figure]:
    await put_out(dsn)
    await ENGINE.open(dsn, command_seconds=_PATIENCE)
    try:
        async with reading(EVERYTHING) as c:
            position = await log_position(c)
        works = _works(position)
        samples: dict[str, list[float]] = {name: [] for name in works}
        for turn in range(rounds + 1):
            for name, work in works.items():
                seconds = await _seconds(work)
                if turn:  # the first round warms all of them
                    samples[name].append(seconds)
    finally:
        await ENGINE.close()
    scans = samples.pop("scan")
    return [_row(f"{name}, {position:,} events", taken, scans) for name, taken in samples.items()]


def _works(position: int) -> dict[str, Work]:
    async def figures(c: Connection, organisation: int | None = None) -> None:
        canonical(await figures_at(c, position=position, organisation=organisation))

    preparer = Preparer(demo=False)

    async def pages(c: Connection) -> None:
        await c.execute(_EARLIER)
        await preparer.run(c)

    async def scan(c: Connection) -> None:
        await c.execute(_BY_SCAN)
        await c.fetchval(_SCAN)

    return {
        "scan": scan,
        "public figures": figures,
        "indicators of one organisation, as frozen": lambda c: figures(c, NATION),
        "public pages prepared after a move": pages,
    }


async def _seconds(work: Work) -> float:
    """Return how long the work takes in its transaction, which is undone."""
    async with ENGINE.transaction(settings=EVERYTHING) as transaction:
        begun = time.perf_counter()
        await work(transaction.connection)
        seconds = time.perf_counter() - begun
        await transaction.rollback()
    return seconds


def _row(work: str, samples: list[float], scans: list[float]) -> Figure:
    ratio, met = compared(samples, scans, lambda found: found <= _MOST)
    return Figure(
        code="B5",
        work=work,
        unit="s",
        samples=tuple(samples),
        limit_name="one sequential scan",
        limits=tuple(scans),
        ratio=ratio,
        target=f"≤ {_MOST:.0f}",
        met=met,
    )
