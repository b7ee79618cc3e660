"""Asking for work: with the command or not at all."""

from datetime import UTC, datetime

import pytest

from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, Context, writing
from netralitas.jobs.queue import enqueue, held
from tests.jobs.effects import change_jobs, queue
from tests.world import Addressed

pytestmark = pytest.mark.usefixtures("working")


async def test_a_job_exists_when_its_command_commits() -> None:
    async with writing(EVERYTHING) as c:
        assert await enqueue(c, "index_case", {"case_file": 7})
    assert await queue() == [("index_case", 0, None)]


async def test_a_job_of_an_undone_command_never_was() -> None:
    async with ENGINE.transaction(settings=EVERYTHING) as transaction:
        await enqueue(transaction.connection, "index_case", {"case_file": 7})
        await transaction.rollback()
    assert await queue() == []


async def test_a_natural_key_keeps_one_job_however_often_it_is_asked_for() -> None:
    async with writing(EVERYTHING) as c:
        answers = [
            await enqueue(c, "index_case", {"case_file": case}, natural_key=f"index {case}")
            for case in (7, 7, 8)
        ]
    assert answers == [True, False, True]
    assert len(await queue()) == 2


async def test_a_job_carries_ids_and_is_due_when_it_was_said() -> None:
    due = datetime(2030, 1, 2, 3, 4, tzinfo=UTC)
    async with writing(EVERYTHING) as c:
        await enqueue(c, "remind", {"clock": 5, "officer": 6}, due_at=due)
        row = await c.fetchrow("SELECT payload, due_at FROM job")
    assert tuple(row) == ({"clock": 5, "officer": 6}, due)


async def test_held_jobs_are_shown_with_the_kind_of_their_problem() -> None:
    async with writing(EVERYTHING) as c:
        for kind in ("tried", "given_up", "killed_its_worker", "runs_for_the_last_time"):
            await enqueue(c, kind, {})
    await change_jobs("UPDATE job SET tries = 7, problem = 'TypeError' WHERE kind = 'tried'")
    await change_jobs("UPDATE job SET tries = 8, problem = 'TypeError' WHERE kind = 'given_up'")
    await change_jobs(
        "UPDATE job SET tries = 8, lease = now() - '1 s'::interval WHERE kind ~ 'kil'"
    )
    await change_jobs(
        "UPDATE job SET tries = 8, lease = now() + '1 h'::interval WHERE kind ~ 'run'"
    )
    async with writing(EVERYTHING) as c:
        shown = [(job.kind, job.problem) for job in await held(c)]
    assert shown == [("given_up", "TypeError"), ("killed_its_worker", None)]


async def test_the_staff_application_asks_for_work_and_does_none(
    server: EmbeddedServer, working: Addressed
) -> None:
    assert server.answers()
    await ENGINE.close()
    await ENGINE.open(working.dsn("app"))
    async with writing(Context(organisation=1, officer=1)) as c:
        assert await enqueue(c, "index_case", {"case_file": 7}, natural_key="7")
    with pytest.raises(Exception, match="permission denied"):
        await change_jobs("DELETE FROM job")
