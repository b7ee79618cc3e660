"""What the worker tells about the record: how much waits, and for how long."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from typing import Final

import structlog
from prometheus_client import Gauge

from netralitas import measuring
from netralitas.database.away import is_away
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.jobs.worker import Worker
from netralitas.measuring.queries import Waiting, waiting
from netralitas.web.metrics import REGISTRY

LOOK_EVERY: Final = 15.0  # seconds
OTHER: Final = "other"

_log = structlog.get_logger("netralitas.measuring")


def _gauge(name: str, what: str, *labels: str) -> Gauge:
    return Gauge(f"netralitas_{name}", what, labels, registry=REGISTRY)


_DATABASE = _gauge("database_up", "1 when the last look at the database succeeded")
_JOBS = _gauge("jobs", "Jobs, by kind and whether they wait or were given up", "kind", "state")
_OLDEST = _gauge("job_oldest_seconds", "How long the oldest job of a kind has been due", "kind")
_PENDING = _gauge("log_pending_events", "Events without a place in the log")
_LAG = _gauge("log_lag_seconds", "How long the first of them has waited")
_LEAVES = _gauge("log_leaves", "Leaves of the log")
_HEAD = _gauge("log_head_age_seconds", "Since when the newest head is signed")
_CLOCKS = _gauge("clocks", "Open deadlines, by when they are due", "due")
_NOTICES = _gauge("notices", "Notices by what became of their message", "state")
_LATE = _gauge("round_late_seconds", "How late a round of the worker is", "round")


@asynccontextmanager
async def told(worker: Worker, port: int | None) -> AsyncIterator[None]:
    """Tell about the record at this port until the block ends; None: tell nobody."""
    measuring.plan(port, 1)
    if port is None:
        yield
        return
    measuring.listen()
    looking = asyncio.create_task(_look(worker))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


def tell(now: Waiting, kinds: Collection[str], rounds: Collection[str]) -> None:
    """Hold that these figures are told; a kind of job or a round that is not ours has no name."""
    _JOBS.clear()
    _OLDEST.clear()
    for kind in kinds:  # none waiting is a figure too
        _JOBS.labels(kind, "waiting").set(0)
    for queue in now.queues:
        kind = queue.kind if queue.kind in kinds else OTHER
        _JOBS.labels(kind, "waiting").inc(queue.waiting)
        _JOBS.labels(kind, "held").inc(queue.held)
        _OLDEST.labels(kind).set(queue.oldest)
    _PENDING.set(now.log.pending)
    _LAG.set(now.log.oldest)
    _LEAVES.set(now.log.leaves)
    _HEAD.set(now.log.head_age)
    for due, number in now.clocks.items():
        _CLOCKS.labels(due).set(number)
    for state, number in now.notices.items():
        _NOTICES.labels(state).set(number)
    for name in rounds:
        _LATE.labels(name).set(now.rounds.get(name, 0))


async def _look(worker: Worker) -> None:
    """Look again and again, also after a time without the database."""
    while True:
        try:
            async with reading(EVERYTHING) as connection:
                now = await waiting(connection)
        except Exception as error:  # noqa: BLE001 - nobody may miss a figure more than the work
            _DATABASE.set(0)
            if not is_away(error):
                _log.warning("not_measured", problem=type(error).__name__)
        else:
            _DATABASE.set(1)
            tell(now, worker.handlers, worker.periodic)
        await asyncio.sleep(LOOK_EVERY)
