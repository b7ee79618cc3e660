"""B6: `netralitas audit verify` over many events, beside hashing the same bytes."""

import asyncio
import hashlib
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Final

import asyncpg

from bench.datasets import DataSet
from bench.figures import Figure, compared

_TARGET: Final = 0.15
_FLAT: Final = 1.2  # of the memory that few events need
_BATCH: Final = 5000
_EVENTS: Final = re.compile(r"^(\d+) events")
_BYTES: Final = "SELECT canonical FROM event ORDER BY stream, version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One run of the command: what it read, how long it took, the most memory it held."""

    events: int
    seconds: float
    megabytes: float


def measure(small: DataSet, large: DataSet, rounds: int) -> list[Figure]:
    """Return B6: speed over the larger data set, and memory beside that of the smaller one."""
    runs, hashed, less = [], [], []
    for _ in range(rounds):
        runs.append(verify(large))
        hashed.append(asyncio.run(_hash(large.dsn("auditor"))))
        less.append(verify(small))
    events = runs[0].events
    speeds = [run.events / run.seconds for run in runs]
    limits = [events / seconds for seconds in hashed]
    ratio, met = compared(speeds, limits, lambda found: found >= _TARGET)
    memory, few = [run.megabytes for run in runs], [run.megabytes for run in less]
    growth, flat = compared(memory, few, lambda found: found <= _FLAT)
    return [
        Figure(
            code="B6",
            work=f"audit verify over {events:,} events",
            unit="events/s",
            samples=tuple(speeds),
            limit_name="hashlib, the same bytes",
            limits=tuple(limits),
            ratio=ratio,
            target=f"≥ {_TARGET}",
            met=met,
        ),
        Figure(
            code="B6",
            work=f"audit verify over {events:,} events: memory",
            unit="MB",
            samples=tuple(memory),
            limit_name=f"over {less[0].events:,}",
            limits=tuple(few),
            ratio=growth,
            target=f"flat: ≤ {_FLAT}",
            met=flat,
        ),
    ]


def verify(data: DataSet) -> Verified:
    """Run the command; RuntimeError when it does not find the record whole."""
    begun = time.perf_counter()
    started = subprocess.Popen(
        [sys.executable, "-m", "netralitas", "audit", "verify"],
        env=data.settings().environment(),
        stdout=subprocess.PIPE,
    )
    said = started.stdout.read().decode() if started.stdout else ""
    _, status, used = os.wait4(started.pid, 0)
    seconds = time.perf_counter() - begun
    started.returncode = os.waitstatus_to_exitcode(status)
    found = _EVENTS.match(said)
    if started.returncode or found is None:
        raise RuntimeError(f"audit verify: {said}")
    return Verified(events=int(found[1]), seconds=seconds, megabytes=used.ru_maxrss / 1000)


async def _hash(dsn: str) -> float:
    """Return the seconds in which hashlib hashes all canonical bytes, once they are in memory."""
    seconds = 0.0
    c = await asyncpg.connect(dsn)
    try:
        async with c.transaction(readonly=True):
            cursor = await c.cursor(_BYTES)
            while rows := await cursor.fetch(_BATCH):
                texts = [row[0] for row in rows]
                begun = time.perf_counter()
                for text in texts:
                    hashlib.sha256(text).digest()
                seconds += time.perf_counter() - begun
    finally:
        await c.close()
    return seconds
