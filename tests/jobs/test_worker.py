"""The worker: each effect exactly once, whatever fails and whoever dies."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import Context
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.jobs.queue import MOST_TRIES, Payload
from netralitas.jobs.worker import Worker
from tests.jobs.effects import ask, change_jobs, effects, make_effect, queue, until
from tests.world import Addressed

pytestmark = pytest.mark.usefixtures("working")

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("crashing_worker.py")


@asynccontextmanager
async def running(worker: Worker) -> AsyncIterator[asyncio.Task[None]]:
    """The worker at work, stopped by SIGTERM at the end."""
    task = asyncio.create_task(worker.run())
    try:
        yield task
    finally:
        os.kill(os.getpid(), signal.SIGTERM)
        await task


async def fail(connection: Connection, payload: Payload) -> None:
    """Make the effect, then fail in a sentence with a name in it."""
    await make_effect(connection, payload)
    raise ValueError("Siti Aminah")


async def test_a_job_is_done_once_and_gone() -> None:
    await ask()
    worker = Worker({"effect": make_effect})
    assert await worker.do_job()
    assert not await worker.do_job()
    assert (await queue(), await effects()) == ([], 1)


async def test_a_failing_job_has_no_effect_and_waits_for_its_next_try() -> None:
    await ask()
    worker = Worker({"effect": fail})
    assert await worker.do_job()
    assert (await queue(), await effects()) == ([("effect", 1, "ValueError")], 0)
    assert not await worker.do_job()
    await change_jobs("UPDATE job SET due_at = now()")
    assert await Worker({"effect": make_effect}).do_job()
    assert (await queue(), await effects()) == ([], 1)


async def test_neither_the_queue_nor_the_log_holds_the_words_of_an_error() -> None:
    await ask()
    with capture_logs() as lines:
        await Worker({"effect": fail}).do_job()
    assert [line["event"] for line in lines] == ["job_failed"]
    assert "Siti" not in repr([{**line, "exc_info": None} for line in lines])
    assert "Siti" not in repr(await queue())


async def test_after_eight_tries_a_job_is_held() -> None:
    await ask()
    worker = Worker({"effect": fail})
    with capture_logs() as lines:
        for _ in range(MOST_TRIES):
            assert await worker.do_job()
            await change_jobs("UPDATE job SET due_at = now()")
    assert not await worker.do_job()
    assert await queue() == [("effect", MOST_TRIES, "ValueError")]
    assert [line["event"] for line in lines].count("job_held") == 1


async def test_a_job_of_unknown_kind_is_kept_with_its_problem() -> None:
    await ask("nobody_knows")
    await Worker({"effect": make_effect}).do_job()
    assert await queue() == [("nobody_knows", 1, "UnknownKindError")]


async def test_a_job_that_is_not_due_waits() -> None:
    await ask()
    await change_jobs("UPDATE job SET due_at = now() + '1 h'::interval")
    assert not await Worker({"effect": make_effect}).do_job()


async def test_a_worker_that_lost_its_job_leaves_no_effect() -> None:
    async def overtaken(connection: Connection, payload: Payload) -> None:
        await make_effect(connection, payload)
        await asyncio.create_task(  # outside of this transaction: another worker
            change_jobs("UPDATE job SET tries = tries + 1"), context=empty
        )

    empty = Context()
    await ask()
    with capture_logs() as lines:
        await Worker({"effect": overtaken}).do_job()
    assert [line["event"] for line in lines] == ["job_lost"]
    assert (await queue(), await effects()) == ([("effect", 2, None)], 0)


async def test_a_living_worker_keeps_its_job_beyond_the_first_lease() -> None:
    lease = timedelta(seconds=0.6)
    other = Worker({"effect": make_effect}, lease=lease)
    taken: list[bool] = []

    async def leases() -> set[object]:
        async with reading(EVERYTHING) as connection:
            return {await connection.fetchval("SELECT lease FROM job")}

    async def slow(connection: Connection, payload: Payload) -> None:
        begun.set()
        await make_effect(connection, payload)
        await finished.wait()

    begun, finished = asyncio.Event(), asyncio.Event()
    await ask()
    task = asyncio.create_task(Worker({"effect": slow}, lease=lease).do_job())
    await begun.wait()
    seen: set[object] = set()

    async def renewed_often() -> bool:
        seen.update(await leases())
        taken.append(await other.do_job())
        return len(seen - {None}) > 5  # a third of the lease each: two leases and more

    await until(renewed_often)
    finished.set()
    assert await task
    assert not any(taken)
    assert (await queue(), await effects()) == ([], 1)


async def test_two_workers_share_the_queue() -> None:
    for _ in range(20):
        await ask()
    workers = [Worker({"effect": make_effect}) for _ in range(2)]

    async def drain(worker: Worker) -> int:
        done = 0
        while await worker.do_job():
            done += 1
        return done

    done = await asyncio.gather(*(drain(worker) for worker in workers))
    assert (sum(done), await effects(), await queue()) == (20, 20, [])


async def test_a_killed_workers_job_is_taken_over_after_the_lease(working: Addressed) -> None:
    await ask()
    arguments = [sys.executable, str(PROGRAM), working.dsn("worker"), "1.0"]
    victim = await asyncio.create_subprocess_exec(
        *arguments, stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert victim.stdout is not None
    assert await victim.stdout.readline() == b"made\n"
    heir = Worker({"effect": make_effect})
    assert not await heir.do_job()
    victim.kill()
    await victim.wait()
    assert await effects() == 0
    assert await queue() == [("effect", 1, None)]

    async def taken_over() -> bool:
        return await heir.do_job()

    await until(taken_over)
    assert (await queue(), await effects()) == ([], 1)


async def test_a_worker_told_to_stop_finishes_what_it_does() -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def slow(connection: Connection, payload: Payload) -> None:
        begun.set()
        await may_end.wait()
        await make_effect(connection, payload)

    for _ in range(2):
        await ask()
    worker = Worker({"effect": slow})
    async with running(worker) as task:
        await begun.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await worker.stopping.wait()
        assert not task.done()
        may_end.set()
    assert (len(await queue()), await effects()) == (1, 1)


async def test_a_running_worker_finds_a_job_that_comes_later() -> None:
    async with running(Worker({"effect": make_effect})):
        await ask()

        async def done() -> bool:
            return await effects() == 1

        await until(done)
    assert await queue() == []
