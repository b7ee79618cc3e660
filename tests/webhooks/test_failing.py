"""Receivers that hang, lie or are gone: order is kept, nobody else waits, nothing is lost."""

import asyncio
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from netralitas.database.transactions import EVERYTHING, writing
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.webhooks import claims, policy
from netralitas.webhooks.claims import LostError
from netralitas.webhooks.commands import ask_again, ask_for_trial, give_up, go_on
from netralitas.webhooks.domain import Attempt, Problem
from tests.conftest import Database
from tests.make import Town, make_case, move
from tests.programs import ROOT
from tests.webhooks.receiving import OK, Receiver, receiving, status
from tests.webhooks.telling import AsWorker, ask, courier_for, due_now, entered, tell

DELIVERIES = "SELECT event, state, tries, status, problem FROM webhook_delivery ORDER BY id"
STANDING = "SELECT state, reason, failures, next_at - now() AS rest FROM webhook_receiver"
BROKEN = status("500 Internal Server Error")
GONE = status("410 Gone")


async def two_events(town: Town) -> int:
    """A case with two events that the office reads; its id."""
    opened = await make_case(town)
    await move(town.rina, opened.id, "start_preliminary_study")
    return opened.id


def told_of(receiver: Receiver) -> list[int]:
    """The events of which messages came, in their order."""
    return [each.said["data"]["event"] for each in receiver.told]


async def standing(engine: Database) -> Any:  # noqa: ANN401 - a row
    [row] = await ask(engine, STANDING)
    return row


async def test_what_fails_holds_what_is_behind_it_and_comes_again_under_the_same_id(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    await entered(town.hadi, receiver)
    await two_events(town)
    receiver.answers = [BROKEN]
    with capture_logs() as lines:
        await tell(engine, courier_for(receiver))
    assert [line["event"] for line in lines] == ["webhook_failed"]
    [first] = receiver.ids
    [row] = await ask(engine, DELIVERIES)
    assert tuple(row)[1:] == ("waiting", 1, 500, "fault")
    found = await standing(engine)
    assert found["state"] == "active"
    assert timedelta(seconds=30) < found["rest"] <= policy.WAITS[0]
    await tell(engine, courier_for(receiver))
    assert receiver.ids[1] == first
    assert receiver.told[1].body == receiver.told[0].body
    assert len(receiver.ids) == len({*receiver.ids}) + 1 == 3
    assert [tuple(row)[1:4] for row in await ask(engine, DELIVERIES)] == [
        ("delivered", 2, 204),
        ("delivered", 1, 204),
    ]
    assert (await standing(engine))["failures"] == 0


async def test_after_eight_tries_the_next_goes_on_and_an_outage_costs_one_message(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    number, _ = await entered(town.hadi, receiver)
    await two_events(town)
    receiver.usual = BROKEN
    with capture_logs():
        for _ in range(policy.MOST_TRIES):
            await tell(engine, courier_for(receiver))
        await tell(engine, courier_for(receiver))
    dead, waits = await ask(engine, DELIVERIES)
    assert (dead["state"], dead["tries"]) == ("dead", policy.MOST_TRIES)
    assert (waits["state"], waits["tries"]) == ("waiting", 1)
    found = await standing(engine)
    assert (found["state"], found["reason"]) == ("stopped", "fault")
    receiver.usual, receiver.told = OK, []
    await tell(engine, courier_for(receiver))
    assert receiver.told == []  # it is stopped: nothing is lost, nothing is sent
    await go_on(town.hadi, number)
    await tell(engine, courier_for(receiver))
    assert told_of(receiver) == [waits["event"]]
    [row] = await ask(engine, "SELECT id FROM webhook_delivery WHERE state = 'dead'")
    await ask_again(town.hadi, number, row["id"])
    await tell(engine, courier_for(receiver))
    assert told_of(receiver)[1:] == [dead["event"]]
    assert {row["state"] for row in await ask(engine, DELIVERIES)} == {"delivered"}


async def test_gone_stops_at_once_and_a_person_may_pass_a_message_by(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    number, _ = await entered(town.hadi, receiver)
    await two_events(town)
    receiver.answers = [GONE]
    with capture_logs():
        await tell(engine, courier_for(receiver))
    assert tuple(await standing(engine))[:2] == ("stopped", "gone")
    await give_up(town.hadi, number)
    await go_on(town.hadi, number)
    await tell(engine, courier_for(receiver))
    first, second = await ask(engine, DELIVERIES)
    assert (first["state"], second["state"]) == ("dead", "delivered")
    assert told_of(receiver) == [first["event"], second["event"]]


async def test_a_trial_is_sent_to_one_that_is_stopped_and_changes_nothing_else(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    number, _ = await entered(town.hadi, receiver)
    await two_events(town)
    receiver.answers = [GONE]
    with capture_logs():
        await tell(engine, courier_for(receiver))
    await ask_for_trial(town.hadi, number)
    await tell(engine, courier_for(receiver))
    assert receiver.told[-1].said["type"] == "webhook.trial"
    assert receiver.ids[-1].startswith("trial_")
    assert (await standing(engine))["state"] == "stopped"
    await tell(engine, courier_for(receiver))
    assert len(receiver.told) == 2


async def test_one_that_hangs_delays_nobody_else(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    let_go = asyncio.Event()

    async def hang(_: asyncio.StreamWriter) -> None:
        await let_go.wait()

    async with receiving() as hanging:
        hanging.usual = hang
        await entered(town.hadi, hanging)
        await entered(town.hadi, receiver)
        await two_events(town)
        courier = courier_for(receiver, hanging)
        with capture_logs() as lines:
            async with AsWorker(engine):
                async with asyncio.timeout(30):
                    while len(receiver.told) < 2:
                        await courier.step()
                assert len(hanging.told) == 1
                assert lines == []  # it still hangs
                let_go.set()
                await courier.finish()
    assert [line["problem"] for line in lines] == ["answer"]


async def test_of_two_workers_the_slower_one_changes_nothing(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    await entered(town.hadi, receiver)
    await make_case(town)
    async with AsWorker(engine):
        async with writing(EVERYTHING) as c:
            [first] = await claims.claim(c, 5)
        async with writing(EVERYTHING) as c:
            assert await claims.claim(c, 5) == []
        await ask(engine, "UPDATE webhook_receiver SET lease = now() - interval '1 second'")
        async with writing(EVERYTHING) as c:
            [second] = await claims.claim(c, 5)
        assert second.fence > first.fence
        with pytest.raises(LostError):
            async with writing(EVERYTHING) as c:
                await claims.keep(c, first)
        async with writing(EVERYTHING) as c:
            await claims.keep(c, second)


@given(
    tries=st.integers(1, policy.MOST_TRIES + 2),
    in_a_row=st.integers(1, 40),
    problem=st.sampled_from(Problem),
    retry_after=st.none() | st.integers(0, 10**8),
)
def test_every_failure_has_one_consequence(
    tries: int, in_a_row: int, problem: Problem, retry_after: int | None
) -> None:
    failed = Attempt(problem=problem, retry_after=retry_after)
    verdict = policy.after_failure(failed, tries, in_a_row)
    assert [verdict.dead, verdict.stopped, bool(verdict.wait)].count(True) == 1
    assert verdict.wait <= policy.WAITS[-1]
    if problem is Problem.GONE or in_a_row > policy.MOST_TRIES:
        assert verdict.stopped
    if verdict.wait:
        assert verdict.wait >= policy.WAITS[tries - 1]


def worker_settings(engine: Database, receiver: Receiver, data: Path) -> Settings:
    return Settings(
        data=data,
        demo=True,
        worker_dsn=engine.dsn("worker"),
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url="https://netralitas.test",
        webhook_allow=receiver.place,
    )


async def start(settings: Settings) -> asyncio.subprocess.Process:
    """The worker as it is run."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "netralitas", "worker"),
        cwd=ROOT,
        env={**settings.environment(), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


async def test_a_worker_killed_in_the_middle_tells_again_under_the_same_ids(
    town: Town, engine: Database, receiver: Receiver, tmp_path: Path
) -> None:
    await entered(town.hadi, receiver)
    for _ in range(3):
        await two_events(town)
    worker: asyncio.subprocess.Process | None = None
    all_there = asyncio.Event()

    def kill_at_the_third(_: object) -> None:
        if len(receiver.told) == 3 and worker is not None:
            worker.kill()
        if len({*receiver.ids}) == 6:
            all_there.set()

    receiver.when = kill_at_the_third
    settings = worker_settings(engine, receiver, tmp_path)
    async with asyncio.timeout(120):
        worker = await start(settings)
        await worker.wait()
        killed_after = list(receiver.ids)
        await due_now(engine)  # so long nobody waits for who was killed
        worker = await start(settings)
        await all_there.wait()
        worker.terminate()
        await worker.wait()
    assert len(killed_after) == 3
    again = receiver.ids[3:]
    assert again[: len(killed_after)] == killed_after  # nothing of it had been noted yet
    assert len(again) == len({*again}) == 6
