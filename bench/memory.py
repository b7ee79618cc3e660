"""B8: what the web process weighs after work, and the worker while it works."""

import asyncio
import time
from typing import Final

import asyncpg

from bench.datasets import DataSet
from bench.figures import Figure
from bench.processes import running
from bench.web import Web, free_port, process

_FACTOR: Final = 2
_MORE: Final = 60.0  # megabytes
_WORKER_MOST: Final = 350.0  # megabytes
_JOBS: Final = 2_000
_PATIENCE: Final = 300.0  # seconds
_LEFT: Final = "SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM log_pending)"


def measure(data: DataSet, worked: Web, after: str) -> list[Figure]:
    """Return B8; `worked` is the server that the measurements named in `after` have used.

    The worker does jobs and log that the moves have left in `data`.
    """
    port = free_port()
    with process(["-m", "bench.hello", str(port)], port, "/") as hello:
        idle = hello.megabytes()
    used = worked.megabytes()
    jobs, most = _worker(data)
    return [
        Figure(
            code="B8",
            work=f"web server after {after}, both its processes",
            unit="MB",
            samples=(used,),
            limit_name="idle hello-world",
            limits=(idle,),
            ratio=used / idle,
            target=f"≤ {_FACTOR} x + {_MORE:.0f} MB",
            met=used <= _FACTOR * idle + _MORE,
        ),
        Figure(
            code="B8",
            work="worker, the most it ever held",
            unit="MB",
            samples=(most,),
            target=f"≤ {_WORKER_MOST:.0f} MB",
            met=most <= _WORKER_MOST,
            note=f"{jobs:,} jobs, and the log",
        ),
    ]


def _worker(data: DataSet) -> tuple[int, float]:
    """Return how many jobs the worker did, and its peak; the log has every event by then."""
    begun, _ = asyncio.run(_left(data))
    enough = max(0, begun - _JOBS)
    end = time.monotonic() + _PATIENCE
    with running(["-m", "netralitas", "worker"], data.settings().environment()) as worker:
        jobs, pending = asyncio.run(_left(data))
        while pending or jobs > enough:
            if time.monotonic() > end:
                raise RuntimeError(f"{jobs} jobs and {pending} events wait after {_PATIENCE:.0f} s")
            worker.stays(0.2)
            jobs, pending = asyncio.run(_left(data))
        return begun - jobs, worker.most_megabytes()


async def _left(data: DataSet) -> tuple[int, int]:
    c = await asyncpg.connect(data.dsn("worker"), server_settings={"netralitas.everything": "yes"})
    try:
        jobs, pending = await c.fetchrow(_LEFT)
        return jobs, pending
    finally:
        await c.close()
