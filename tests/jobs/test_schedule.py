"""Periodic work: due by its rule, done with its effect, once however many workers there are."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.jobs.schedule import Periodic, every
from netralitas.jobs.worker import Worker
from tests.jobs.effects import effects, make_effect

pytestmark = pytest.mark.usefixtures("working")


async def work(connection: Connection) -> None:
    await make_effect(connection, {})


async def fail(connection: Connection) -> None:
    await make_effect(connection, {})
    raise ValueError("Siti Aminah")


async def next_run() -> timedelta:
    """How long from now until the work is due."""
    async with reading(EVERYTHING) as connection:
        wait: timedelta = await connection.fetchval("SELECT next_run - now() FROM job_schedule")
    return wait


async def make_due() -> None:
    async with writing(EVERYTHING) as connection:
        await connection.execute("UPDATE job_schedule SET next_run = now() - '1 s'::interval")


def worker(run: object = work, interval: timedelta = timedelta(hours=1)) -> Worker:
    periodic = Periodic(run=run, following=every(interval))  # type: ignore[arg-type]  # two handlers
    return Worker({}, {"nightly": periodic})


async def test_new_work_waits_until_its_rule_says_so() -> None:
    assert not await worker().do_periodic()
    assert timedelta(minutes=59) < await next_run() <= timedelta(hours=1)


async def test_due_work_is_done_once_and_moves_on() -> None:
    once = worker()
    await once.do_periodic()
    await make_due()
    assert await once.do_periodic()
    assert not await once.do_periodic()
    assert await effects() == 1
    assert await next_run() > timedelta(minutes=59)


async def test_a_second_worker_leaves_alone_what_the_first_does() -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def slow(connection: Connection) -> None:
        begun.set()
        await may_end.wait()
        await make_effect(connection, {})

    first = worker(slow)
    await first.do_periodic()
    await make_due()
    task = asyncio.create_task(first.do_periodic())
    await begun.wait()
    assert not await worker().do_periodic()
    may_end.set()
    assert await task
    assert not await worker().do_periodic()
    assert await effects() == 1


async def test_failing_work_has_no_effect_and_comes_again_in_a_minute() -> None:
    failing = worker(fail)
    await failing.do_periodic()
    await make_due()
    with capture_logs() as lines:
        assert await failing.do_periodic()
    assert await effects() == 0
    assert timedelta(seconds=50) < await next_run() <= timedelta(minutes=1)
    assert [(line["event"], line["problem"]) for line in lines] == [
        ("periodic_failed", "ValueError")
    ]


async def test_work_that_this_program_does_not_know_is_left_alone() -> None:
    await worker().do_periodic()
    await make_due()
    assert not await Worker(
        {}, {"other": Periodic(run=work, following=every(timedelta(1)))}
    ).do_periodic()
    assert await effects() == 0
