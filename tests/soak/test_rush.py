"""The rush: all read the public pages, somebody guesses codes, and officers move cases."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from statistics import quantiles

import httpx
import pytest

from netralitas.intake import codes
from netralitas.public import sections
from tests.concurrency.walkers import Tally
from tests.programs import Demo
from tests.soak.conftest import Tell, weight
from tests.soak.test_load import MOST_GROWTH, MOVES, load, told

pytestmark = pytest.mark.soak

READERS = 32
PAGES = (
    *("/", "/angka", "/angka/semua", "/hasil", "/hasil/koreksi", "/log", "/layanan"),
    *(sections.OPEN_DATA, f"{sections.OPEN_DATA}/hasil.csv", sections.OUTCOME_FEED),
)
BREATH = 0.25  # seconds that a reader looks at a page
PATIENCE = 30.0  # seconds: no request hangs longer
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
SLOWEST = 5.0  # seconds for 99 of 100 pages, on a machine that is busy with moves
QUARTERS = 4


@dataclass(slots=True)
class Rush:
    """What visitors saw: statuses of pages and of guessed codes, and how long pages took."""

    read: Counter[int] = field(default_factory=Counter)
    guessed: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)


@asynccontextmanager
async def visitors(demo: Demo) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a connection for each reader and one for who guesses."""
    limits = httpx.Limits(max_connections=READERS + 1)
    async with httpx.AsyncClient(base_url=demo.address, limits=limits, timeout=PATIENCE) as visitor:
        yield visitor


async def read_on(visitor: httpx.AsyncClient, first: int, seen: Rush) -> None:
    """Open page after page until cancelled; every other time only if it changed."""
    kept: dict[str, str] = {}
    for page in islice(cycle(PAGES), first % len(PAGES), None):
        headers = {"If-None-Match": kept.pop(page)} if page in kept else {}
        begun = time.monotonic()
        answer = await visitor.get(page, headers=headers)
        seen.seconds.append(time.monotonic() - begun)
        seen.read[answer.status_code] += 1
        if not headers:
            kept[page] = answer.headers["etag"]
        await asyncio.sleep(BREATH)  # the pace of a reader: nothing is waited for


async def guess_on(visitor: httpx.AsyncClient, seen: Rush) -> None:
    """Ask for the status of codes that nobody has until cancelled."""
    for number in count(1):
        code = codes.make(number.to_bytes(codes.CHANCE_BYTES))
        answer = await visitor.post(sections.STATUS, data={"code": code}, headers=SAME_ORIGIN)
        seen.guessed[answer.status_code] += 1


async def test_while_everybody_reads_and_somebody_guesses_no_move_is_lost(
    running_demo: Demo, tell: Tell
) -> None:
    seen = Rush()

    async def rush(demo: Demo, tally: Tally) -> None:
        async with visitors(demo) as visitor, asyncio.TaskGroup() as tasks:
            crowd = [tasks.create_task(read_on(visitor, n, seen)) for n in range(READERS)]
            crowd.append(tasks.create_task(guess_on(visitor, seen)))
            for quarter in range(1, QUARTERS + 1):
                await tally.reached(MOVES * quarter // QUARTERS)
                seen.weights.append(weight(demo))
            for one in crowd:
                one.cancel()

    done = await load(running_demo, rush)
    told(tell, "rush", done)
    ninety_ninth = quantiles(seen.seconds, n=100)[-1]
    tell("rush: public pages", f"{seen.read.total():,}, 99 of 100 within {ninety_ninth:.2f} s")
    tell("rush: guessed codes", f"{seen.guessed.total():,}, {seen.guessed[404]} were looked up")
    tell(
        "rush: memory of the web server by quarters",
        " ".join(f"{megabytes:.0f}" for megabytes in seen.weights) + " MB",
    )
    assert done.tally.statuses == {303}
    assert len(done.tally.acknowledged) == MOVES
    assert done.read == {200}
    assert set(seen.read) == {200, 304}
    assert set(seen.guessed) == {404, 429}
    assert ninety_ninth <= SLOWEST
    assert seen.weights[-1] <= MOST_GROWTH * seen.weights[0]
