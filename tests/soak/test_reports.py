"""200 reports a minute come in by the public door while officers read their pages."""

import asyncio
import multiprocessing
import os
import time
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from itertools import cycle

import httpx
import pytest

from netralitas.database.transactions import EVERYTHING, reading
from tests.concurrency.scene import opened, set_the_scene
from tests.programs import Demo, until
from tests.soak.conftest import Tell, part_of, weight
from tests.soak.reporters import Post, Reporter, Solve, solution

pytestmark = pytest.mark.soak

A_MINUTE = 200
REPORTS = part_of(5 * A_MINUTE, least=40)
ALONE = part_of(60, least=10)  # seconds in which officers read and nobody reports
READERS = 2
PAGES = ("/beranda", "/perkara", "/tenggat", "/perkara/cari", "/kotak-masuk")
BREATH = 0.2  # seconds that a reader looks at a page
MOST_GROWTH = 1.15  # of the web server's memory, from the first quarter of the reports to the end
SLOWER, LATER = 1.5, 0.05  # times, and seconds: how much longer a staff page may take meanwhile
OPENING = 120.0  # seconds: the worker looks for offices every minute
PATIENCE = 30.0  # seconds: no request hangs longer


def door_is_open(demo: Demo) -> bool:
    """Say whether the worker has shown an office that takes reports in."""
    return 'href="/lapor/nama"' in httpx.get(f"{demo.address}/lapor").text


@asynccontextmanager
async def officers(demo: Demo) -> AsyncIterator[list[httpx.AsyncClient]]:
    """Browsers in which the investigator of the office is signed in."""
    cookies, _ = await set_the_scene(demo.settings(), READERS, cases_each=1)
    transport = httpx.AsyncHTTPTransport()
    async with transport:
        yield [
            httpx.AsyncClient(
                transport=transport,
                base_url=demo.address,
                headers={"Cookie": cookie},
                timeout=PATIENCE,
            )
            for cookie in cookies
        ]


async def read_on(officer: httpx.AsyncClient, seconds: list[float]) -> None:
    """Open page after page until cancelled, and note how long each took."""
    for page in cycle(PAGES):
        begun = time.monotonic()
        answer = await officer.get(page)
        assert answer.status_code == 200, f"{answer.status_code} for {page}"
        seconds.append(time.monotonic() - begun)
        await asyncio.sleep(BREATH)  # the pace of a reader: nothing is waited for


@asynccontextmanager
async def read_meanwhile(browsers: Sequence[httpx.AsyncClient]) -> AsyncIterator[list[float]]:
    """Let officers read while the block runs; gives how long their pages took."""
    seconds: list[float] = []
    async with asyncio.TaskGroup() as tasks:
        readers = [tasks.create_task(read_on(browser, seconds)) for browser in browsers]
        yield seconds
        for reader in readers:
            reader.cancel()


@asynccontextmanager
async def devices() -> AsyncIterator[Solve]:
    """What solves the tasks of visitors: a process that never takes time from the server."""
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawning, initializer=os.nice, initargs=(19,)) as pool:
        loop = asyncio.get_running_loop()

        async def solve(task: str) -> str:
            return await loop.run_in_executor(pool, solution, task)

        yield solve


async def report_all(demo: Demo, post: Post) -> None:
    """Let a visitor come every 0.3 seconds, each second one without proof of work."""
    async with (
        httpx.AsyncHTTPTransport() as transport,
        devices() as solve,
        asyncio.TaskGroup() as tasks,
    ):
        begun = time.monotonic()
        for number in range(REPORTS):
            client = httpx.AsyncClient(
                transport=transport,
                base_url=demo.address,
                timeout=PATIENCE,
                follow_redirects=True,
                trust_env=False,
            )
            able = solve if number % 2 else None
            visitor = Reporter(client=client, post=post, solve=able, name=f"Pelapor {number}")
            tasks.create_task(visitor.report(photo=number % 4 < 2))
            # People come when they come, however busy the server is.
            await asyncio.sleep(max(0.0, begun + (number + 1) * 60 / A_MINUTE - time.monotonic()))


async def weigh(demo: Demo, post: Post, weights: list[float]) -> None:
    """Weigh the web server after each quarter of the reports."""
    for quarter in range(1, 5):
        await post.reached(REPORTS * quarter // 4)
        weights.append(weight(demo))


async def kept(demo: Demo) -> list[tuple[int, str]]:
    """The reports in the inbox by id: id and number."""
    async with opened(demo.settings()), reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT id, number FROM inbox.report ORDER BY id")
    return [(row["id"], row["number"]) for row in rows]


def slowest(seconds: Sequence[float]) -> float:
    """How long the slowest of twenty takes, in seconds."""
    return sorted(seconds)[len(seconds) * 95 // 100]


async def test_two_hundred_reports_a_minute_are_all_kept_once_and_in_order(
    running_demo: Demo, tell: Tell
) -> None:
    await asyncio.to_thread(until, "the door opens", lambda: door_is_open(running_demo), OPENING)
    before, post, weights = await kept(running_demo), Post(), list[float]()
    async with officers(running_demo) as browsers:
        for page in PAGES:
            await browsers[0].get(page)  # what is slow once is no measure
        async with read_meanwhile(browsers) as alone:
            await asyncio.sleep(ALONE)  # what is measured is time
        begun = time.monotonic()
        async with read_meanwhile(browsers) as meanwhile, asyncio.TaskGroup() as tasks:
            tasks.create_task(weigh(running_demo, post, weights))
            await report_all(running_demo, post)
    minutes = (max(one.answered for one in post.acknowledged) - begun) / 60
    told(tell, post, minutes, weights, alone, meanwhile)
    sent = (await kept(running_demo))[len(before) :]
    assert len(post.acknowledged) == REPORTS
    assert sorted(number for _, number in sent) == sorted(one.number for one in post.acknowledged)
    in_the_order_of_their_answers(post, [number for _, number in sent])
    assert set(post.statuses) <= {200, 503}
    assert REPORTS / minutes >= 0.9 * A_MINUTE
    assert weights[-1] <= MOST_GROWTH * weights[0]
    assert slowest(meanwhile) <= SLOWER * slowest(alone) + LATER


def in_the_order_of_their_answers(post: Post, numbers: Sequence[str]) -> None:
    """Hold that nobody who was answered before another sent stands behind them in the inbox."""
    known, latest = {one.number: one for one in post.acknowledged}, 0.0
    for number in numbers:
        assert known[number].answered >= latest, f"{number} stands too far behind"
        latest = max(latest, known[number].sent)


def told(
    tell: Tell,
    post: Post,
    minutes: float,
    weights: Sequence[float],
    alone: Sequence[float],
    meanwhile: Sequence[float],
) -> None:
    """Put the figures into the table."""
    asked = ", ".join(f"{status}: {amount}" for status, amount in sorted(post.statuses.items()))
    tell("reports: sent, three times each", f"{REPORTS:,}, {REPORTS / minutes:.0f} a minute")
    tell("reports: pages shown to visitors", f"{asked}; p95 {slowest(post.seconds) * 1000:.0f} ms")
    tell(
        "reports: memory of the web server by quarters",
        " ".join(f"{each:.0f}" for each in weights) + " MB",
    )
    tell(
        "reports: p95 of staff pages, before and meanwhile",
        f"{slowest(alone) * 1000:.0f} and {slowest(meanwhile) * 1000:.0f} ms"
        f" ({len(alone)} and {len(meanwhile)} pages)",
    )
