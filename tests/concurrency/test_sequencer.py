"""The log misses nothing and doubles nothing, whoever writes and whoever dies in the meantime."""

import asyncio
import random
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from netralitas.audit import heads, record, sequencer
from netralitas.audit.verify import verify
from tests.audit.ledger import NAME, SEED, Addressed, Ledger, opened, worker

WRITERS = 8
EVENTS_EACH = 30


@pytest.fixture
async def ledger(clone: Addressed) -> AsyncIterator[Ledger]:
    async with opened(clone) as ledger:
        yield ledger


async def write(ledger: Ledger, streams: list[int], seed: int) -> list[int]:
    """Record events that commit late and in one of ten cases not at all; return the committed."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable mix, no secret
    connection = await worker(ledger.database)
    committed = []
    for _ in range(EVENTS_EACH):
        transaction = connection.transaction()
        await transaction.start()
        head = await record.lock(connection, chance.choice(streams))
        recorded, _ = await record.record(connection, head, ledger.event(head.stream))
        await connection.execute("SELECT pg_sleep($1)", chance.uniform(0, 0.01))
        if chance.random() < 0.1:
            await transaction.rollback()
        else:
            await transaction.commit()
            committed.append(recorded.id)
    await connection.close()
    return committed


async def drain(ledger: Ledger, writers: Sequence["asyncio.Task[list[int]]"] = ()) -> None:
    """Run the sequencer until the writers have ended and nothing waits any more."""
    connection = await worker(ledger.database)
    going_on = True
    while going_on:
        going_on = not all(writer.done() for writer in writers)
        async with connection.transaction():
            moved = await sequencer.sequence(connection, most=5)
        going_on = going_on or moved > 0
    await connection.close()


async def check(ledger: Ledger, committed: list[int]) -> None:
    leaves = await ledger.c.fetch(
        "SELECT position, event, stream, version FROM log_leaf"
        " JOIN event ON event.id = log_leaf.event ORDER BY position"
    )
    assert [leaf["position"] for leaf in leaves] == list(range(len(committed)))
    assert sorted(leaf["event"] for leaf in leaves) == sorted(committed)
    for stream in {leaf["stream"] for leaf in leaves}:
        versions = [leaf["version"] for leaf in leaves if leaf["stream"] == stream]
        assert versions == list(range(1, len(versions) + 1))
    await ledger.sequence()
    verdict = await verify(ledger.database.dsn("auditor"), heads.verifier_of(SEED, NAME))
    assert (verdict.whole, verdict.leaves, verdict.heads) == (True, len(committed), 1)


async def test_eight_writers_and_two_sequencers_lose_and_double_no_event(ledger: Ledger) -> None:
    streams = [(await ledger.case()).stream for _ in range(5)]
    writers = [asyncio.create_task(write(ledger, streams, seed)) for seed in range(WRITERS)]
    await asyncio.gather(drain(ledger, writers), drain(ledger, writers))
    committed = [identity for writer in writers for identity in writer.result()]
    assert WRITERS * EVENTS_EACH * 0.7 < len(committed) < WRITERS * EVENTS_EACH
    await check(ledger, committed)


SEQUENCER = """
import asyncio, sys
from netralitas.audit import sequencer
from tests.audit.ledger import worker

class Here:
    def dsn(self, role="app"):
        return sys.argv[1]

async def main():
    connection = await worker(Here())
    while True:
        async with connection.transaction():
            await sequencer.sequence(connection, 5)
            print("in the middle", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("rounds", [1, 4])
async def test_after_sigkill_the_next_sequencer_goes_on(ledger: Ledger, rounds: int) -> None:
    stream = (await ledger.case()).stream
    committed = await ledger.add(stream, *[ledger.event(stream)] * 60)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", SEQUENCER, ledger.database.dsn("worker")),
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    for _ in range(rounds):
        assert await process.stdout.readline() == b"in the middle\n"
    process.kill()
    assert await process.wait() == -signal.SIGKILL
    await drain(ledger)
    await check(ledger, [one.id for one in committed])
