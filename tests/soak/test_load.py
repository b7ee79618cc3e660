"""Weeks of an office in minutes: many clients at once, quietly at first, then while things die."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from itertools import chain, cycle, islice

import pytest

from tests.concurrency.afterwards import the_record_is_whole
from tests.concurrency.scene import set_the_scene
from tests.concurrency.walkers import Case, Tally, Walker, story
from tests.programs import Demo
from tests.soak.conftest import Tell, part_of, weight

pytestmark = pytest.mark.soak

CLIENTS = 8
READERS = 4
CASES_EACH = part_of(40, least=2)
PER_CASE = 50
MOVES = CLIENTS * CASES_EACH * PER_CASE
LISTS = ("/beranda", "/perkara", "/tenggat", "/perkara/cari")
BREATH = 0.05  # seconds that a reader looks at a page
MOST_GROWTH = 1.15  # of the web server's memory, from the first quarter of the moves to the end
JOBS_DONE_WITHIN = 300.0  # seconds

KILLED: tuple[Callable[[Demo], int | None], ...] = (
    Demo.web_worker,
    Demo.database,
    lambda demo: demo.child("worker"),
    lambda demo: demo.child("serve"),
)
"""One after the other, and then again."""

KILLS = 12

Meanwhile = Callable[[Demo, Tally], Coroutine[None, None, None]]


@dataclass(slots=True, kw_only=True)
class Load:
    """What one load did and saw; `read` are the statuses of the pages."""

    cases: list[Case]
    tally: Tally = field(default_factory=Tally)
    pages: int = 0
    read: set[int] = field(default_factory=set)
    seconds: float = 0.0


async def load(demo: Demo, meanwhile: Meanwhile) -> Load:
    """Let every client make its moves while others read and something happens; return it all."""
    cookies, cases = await set_the_scene(demo.settings(), CLIENTS, CASES_EACH)
    done = Load(cases=list(chain.from_iterable(cases)))
    begun = time.monotonic()
    async with asyncio.TaskGroup() as tasks:
        walks = [
            tasks.create_task(Walker(demo.port, cookie, done.tally).walk(own, story(PER_CASE)))
            for cookie, own in zip(cookies, cases, strict=True)
        ]
        tasks.create_task(meanwhile(demo, done.tally))
        readers = [tasks.create_task(read_on(demo, cookie, done)) for cookie in cookies[:READERS]]
        await asyncio.gather(*walks)
        done.seconds = time.monotonic() - begun
        for reader in readers:
            reader.cancel()
    return done


async def read_on(demo: Demo, cookie: str, done: Load) -> None:
    """Open cases and lists in turn until cancelled."""
    reader = Walker(demo.port, cookie, Tally())
    cases = (f"/perkara/{case.id}" for case in cycle(done.cases))
    try:
        while True:
            for page in chain(islice(cases, len(LISTS)), LISTS):
                status, _ = await reader._ask("GET", page)
                done.pages += 1
                done.read.add(status)
                await asyncio.sleep(BREATH)  # the pace of a reader: nothing is waited for
    finally:
        reader._hang_up()


async def test_under_load_the_web_server_stays_as_light_as_it_was(
    running_demo: Demo, tell: Tell
) -> None:
    weights: list[float] = []

    async def weigh(demo: Demo, tally: Tally) -> None:
        for quarter in range(1, 5):
            await tally.reached(MOVES * quarter // 4)
            weights.append(weight(demo))

    done = await load(running_demo, weigh)
    told(tell, "load", done)
    tell(
        "load: memory of the web server by quarters", " ".join(f"{w:.0f}" for w in weights) + " MB"
    )
    assert done.tally.statuses == {303}
    assert done.read == {200}
    assert len(done.tally.acknowledged) == MOVES
    assert weights[-1] <= MOST_GROWTH * weights[0]


async def test_whatever_dies_under_load_nothing_acknowledged_is_lost(
    running_demo: Demo, tell: Tell
) -> None:
    async def kill(demo: Demo, tally: Tally) -> None:
        for number, which in enumerate(islice(cycle(KILLED), KILLS), start=1):
            await tally.reached(MOVES * number // (KILLS + 1))
            await asyncio.to_thread(demo.kill, which)

    done = await load(running_demo, kill)
    told(tell, "faults", done)
    tell("faults: processes killed", f"{KILLS}: web, database, worker, server in turn")
    tell("faults: answers lost", f"{done.tally.lost}, {done.tally.turned_out} were recorded")
    assert len(done.tally.acknowledged) + done.tally.turned_out == MOVES
    assert done.tally.lost > 0
    assert done.tally.statuses <= {200, 303, 409, 503}
    assert done.read <= {0, 200, 503}
    begun = time.monotonic()
    await the_record_is_whole(
        running_demo, done.tally, done.cases, moves=PER_CASE, patience=JOBS_DONE_WITHIN
    )
    tell("faults: jobs done and record whole after", f"{time.monotonic() - begun:.0f} s")


def told(tell: Tell, name: str, done: Load) -> None:
    """Tell what a load did."""
    rate = MOVES / done.seconds
    tell(f"{name}: moves", f"{MOVES:,} by {CLIENTS} clients, {rate:.0f} a second")
    tell(f"{name}: pages read meanwhile", f"{done.pages:,} by {READERS} readers")
