"""Floods at the public door: proof of work, a queue for the rest, a field for machines."""

from datetime import UTC, datetime, timedelta
from itertools import count

import httpx
import pytest
import structlog

from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox.collecting import clear_away
from netralitas.public.reporting import proof
from netralitas.public.reporting.door import QUEUE
from tests.conftest import Database
from tests.public.conftest import SECRET, Seconds, connected
from tests.public.reporting import Somebody

DIGEST = bytes(range(32))
NOW = 1_700_000_000


@pytest.fixture
def somebody(visitor: httpx.AsyncClient) -> Somebody:
    return Somebody(visitor)


def solve(task: str) -> str:
    return next(str(n) for n in count() if proof.zero_bits(f"{task}.{n}") >= proof.BITS)


def test_a_solved_task_is_taken_for_its_own_draft_and_for_a_while_only() -> None:
    task = proof.task(DIGEST, SECRET, NOW)
    number = solve(task)
    assert proof.solved(task, number, DIGEST, SECRET, NOW + 60)
    assert not proof.solved(task, number, bytes(32), SECRET, NOW + 60)
    assert not proof.solved(task, number, DIGEST, bytes(32), NOW + 60)
    assert not proof.solved(task, number, DIGEST, SECRET, NOW + 5 * 60 * 60)
    assert not proof.solved(task, number, DIGEST, SECRET, NOW - 60)


@pytest.mark.parametrize(
    ("task", "number"),
    [("", ""), ("x.y", "1"), ("²", "1"), ("1700000000", "1"), ("1" * 5000 + ".a", "9" * 5000)],
)
def test_anything_else_is_no_proof(task: str, number: str) -> None:
    assert not proof.solved(task, number, DIGEST, SECRET, NOW)


def test_an_unsolved_task_is_no_proof() -> None:
    task = proof.task(DIGEST, SECRET, NOW)
    wrong = next(str(n) for n in count() if proof.zero_bits(f"{task}.{n}") < proof.BITS)
    assert not proof.solved(task, wrong, DIGEST, SECRET, NOW)


async def task_of(somebody: Somebody) -> str:
    shown = (await somebody.get("/periksa")).text
    return shown.partition('data-task="')[2].partition('"')[0]


async def test_a_report_with_proof_is_marked_and_passes_a_full_queue(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await _fill_the_queue(somebody)
    await _another(somebody)
    assert (await somebody.send()).status_code == 503
    task = await task_of(somebody)
    sent = await somebody.send(tugas=task, jawaban=solve(task))
    assert sent.status_code == 303
    async with connected(clone, "postgres") as root:
        proved = await root.fetch("SELECT proved FROM inbox.report ORDER BY id")
    assert [row["proved"] for row in proved] == [True]


async def test_without_proof_reports_queue_and_nothing_is_lost(
    somebody: Somebody, office: OfficeKeys, seconds: Seconds, clone: Database
) -> None:
    await _fill_the_queue(somebody)
    await _another(somebody)
    waiting = await somebody.send()
    assert waiting.status_code == 503
    assert waiting.headers["retry-after"] == "1"
    assert "antre" in waiting.text
    assert "Kirim lagi" in waiting.text
    seconds.now += QUEUE.seconds
    assert (await somebody.send()).status_code == 303
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.report") == 1


async def test_a_machine_that_fills_in_every_field_sends_nothing(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all()
    trapped = await somebody.send(situs="https://iklan.example")
    assert trapped.status_code == 422
    assert "harus dibiarkan kosong" in trapped.text
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.report") == 0


async def test_no_line_of_the_log_knows_a_code_a_name_or_an_address(
    somebody: Somebody, office: OfficeKeys
) -> None:
    with structlog.testing.capture_logs() as logged:
        await somebody.answer_all("confidential")
        await somebody.upload("Nama Orang.pdf")
        await somebody.send()
        await somebody.client.post("/cek-status", data={"code": somebody.code})
    said = str(logged)
    assert "/lapor/kirim" in said
    for secret in (somebody.code, somebody.code.replace("-", ""), "Pelapor", "Orang", "127.0.0.1"):
        assert secret not in said


async def test_drafts_that_nobody_touched_for_two_weeks_are_forgotten_and_reports_are_not(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all()
    await somebody.send()
    for days in (15, 13):
        await _another(somebody)
        await somebody.upload()
        async with connected(clone, "postgres") as root:
            touched = datetime.now(UTC) - timedelta(days=days)
            await root.execute(
                "UPDATE inbox.draft SET touched_at = $1 WHERE digest = $2",
                *(touched, somebody.digest),
            )
    async with connected(clone, "postgres") as root:
        await root.execute("UPDATE inbox.draft SET touched_at = '2020-01-01' WHERE wrapped IS NULL")
    async with connected(clone, "worker") as worker:
        await worker.execute("SET netralitas.everything = 'yes'")
        await clear_away(worker)
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.draft") == 2
        assert await root.fetchval("SELECT count(DISTINCT digest) FROM inbox.piece") == 1


async def _another(somebody: Somebody) -> None:
    somebody.client.cookies.clear()
    await somebody.answer_all()


async def _fill_the_queue(somebody: Somebody) -> None:
    """Take every place of the queue, with a draft that is not complete."""
    await somebody.begin()
    for _ in range(QUEUE.tries):
        assert (await somebody.send()).status_code == 303
