"""A worker that is killed while it moves deadlines: nothing is lost, nothing is done twice."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from netralitas import clock
from netralitas.audit.domain import Moment
from netralitas.cases import recounting
from netralitas.cases.commands import make_move
from netralitas.cases.moving import MoveRequest, Target
from netralitas.cases.recounting import JOB
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.editions.current import LAW
from netralitas.jobs.queue import Payload
from netralitas.jobs.worker import Worker
from netralitas.law import book
from tests.conftest import Database
from tests.editions.conftest import change, clocks, day_off, events
from tests.editions.test_recounting import last_day, next_workday, open_case, running
from tests.jobs.effects import until
from tests.make import ZONE, Town, proceedings

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("hanging_worker.py")
CASES = 9


async def recount(connection: Connection, _: Payload) -> None:
    await recounting.recount_chunk(connection, await LAW.follow(connection))


async def killed_in_the_third_chunk(dsn: str) -> None:
    """Run the program until its third chunk is done and not committed, then kill it."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, str(PROGRAM), dsn, "1.0"),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert program.stdout is not None
    async for line in program.stdout:
        if line == b"third chunk\n":
            break
    else:
        raise AssertionError("the program ended before its third chunk")
    program.kill()
    await program.wait()


async def as_worker(clone: Database) -> None:
    """Open the engine anew as the worker has it."""
    await ENGINE.close()
    await ENGINE.open(clone.dsn("worker"))


async def moved_events(cases: list[int]) -> list[int]:
    return [len(await events(case, "case.deadline_moved")) for case in cases]


async def test_a_killed_job_is_taken_up_where_it_stood(town: Town, clone: Database) -> None:
    cases = [(await open_case(town))[0] for _ in range(CASES)]
    off = last_day(await running(cases[0]))
    await change(town, day_off(off))
    await killed_in_the_third_chunk(clone.dsn("worker"))
    await as_worker(clone)
    assert sorted(await moved_events(cases)) == [0] * 5 + [1] * 4, "two chunks stand, no half one"
    heir = Worker({JOB: recount})

    async def settled() -> bool:
        await heir.do_job()
        return sum(await moved_events(cases)) == CASES

    await until(settled)
    assert await moved_events(cases) == [1] * CASES
    assert {last_day(await running(case)) for case in cases} == {next_workday(off)}
    assert [len(await clocks(case)) for case in cases] == [2] * CASES
    while await heir.do_job():
        pass
    assert await moved_events(cases) == [1] * CASES


async def test_a_case_that_moves_during_the_job_is_counted_once_and_loses_nothing(
    town: Town, clone: Database
) -> None:
    cases = [(await open_case(town))[0] for _ in range(CASES)]
    off = last_day(await running(cases[0]))
    await change(town, day_off(off))
    await as_worker(clone)
    worker = Worker({JOB: recount})

    async def start(case: int) -> None:
        (handling,) = await proceedings(case)
        request = MoveRequest(
            case=case,
            targets=(Target(id=handling["id"], version=handling["version"]),),
            move="start_preliminary_study",
            happened=Moment.time(clock.now(), ZONE),
        )
        await make_move(town.rina, request, book=book.load())

    async def work() -> None:
        while await worker.do_job():
            pass

    await asyncio.gather(work(), *(start(case) for case in cases))
    await work()
    assert await moved_events(cases) == [1] * CASES
    assert {row["state"] for case in cases for row in await proceedings(case)} == {
        "preliminary_study"
    }
    async with writing(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM job WHERE kind = $1", JOB) == 0
