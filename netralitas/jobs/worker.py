"""The worker: one job at a time beside the periodic work, until told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from datetime import timedelta
from typing import Final, Protocol

import structlog

from netralitas import clock, request_id
from netralitas.database.away import is_away
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing
from netralitas.jobs import claims, schedule
from netralitas.jobs.claims import Job
from netralitas.jobs.queue import MOST_TRIES, Payload
from netralitas.jobs.schedule import Periodic

Handler = Callable[[Connection, Payload], Awaitable[None]]
"""Does a job in the transaction that also removes it: both happen, or neither."""

LEASE: Final = timedelta(seconds=30)
POLL_SECONDS: Final = 0.5
_LONGEST_WAIT: Final = timedelta(hours=1)
_AFTER_FAILURE: Final = timedelta(minutes=1)

_log = structlog.get_logger("netralitas.jobs")


class Beside(Protocol):
    """Work that goes on beside jobs and periodic work, in transactions of its own."""

    async def step(self) -> bool:
        """Do a part of it; return whether there was any, False to be asked again in a while."""

    async def finish(self) -> None:
        """End what is under way; no step follows."""


class UnknownKindError(Exception):
    """No handler is registered for a job of this kind."""


class Worker:
    """Does jobs and periodic work; any number of workers may run beside each other.

    Guaranteed: a job's effect and its end are one transaction, so the effect holds exactly once,
    whatever dies and whenever. The process's engine must be open for the worker's role, with at
    least three connections.
    """

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        periodic: Mapping[str, Periodic] | None = None,
        *,
        lease: timedelta = LEASE,
        beside: Sequence[Beside] = (),
    ) -> None:
        """`handlers` by kind of job; `lease` is how long a silent worker keeps its job."""
        self.handlers = handlers
        self.periodic = periodic or {}
        self.lease = lease
        self.beside = beside
        self.stopping = asyncio.Event()
        self._registered = False

    async def run(self) -> None:
        """Work until SIGTERM or SIGINT; what is under way is finished first."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stopping.set)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._until_stopped(self.do_job))
                if self.periodic:
                    tasks.create_task(self._until_stopped(self.do_periodic))
                for each in self.beside:
                    tasks.create_task(self._go_on_with(each))
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)

    async def do_job(self) -> bool:
        """Do the job that is due longest; return whether there was one."""
        async with writing(EVERYTHING) as connection:
            job = await claims.claim(connection, self.lease)
        if job is None:
            return False
        with request_id.held(job.request) if job.request else nullcontext():
            await self._do(job)
        return True

    async def _do(self, job: Job) -> None:
        """Do a job, and give it back when it fails; its lines carry the request that asked."""
        try:
            # The renewal has a transaction of its own: it must begin outside of the job's.
            async with self._kept(job), writing(EVERYTHING) as connection:
                await self._handler(job.kind)(connection, job.payload)
                await claims.finish(connection, job)
        except claims.LostLeaseError:
            _log.warning("job_lost", job=job.id, kind=job.kind, tries=job.tries)
        except Exception as error:
            if is_away(error):
                raise  # nobody can be told now; the lease will end
            await self._failed(job, error)
        else:
            _log.info("job_done", job=job.id, kind=job.kind, tries=job.tries)

    async def do_periodic(self) -> bool:
        """Do the periodic work that is due longest; return whether there was any."""
        if not self._registered:
            await self._register()
        name: str | None = None
        try:
            async with writing(EVERYTHING) as connection:
                name = await schedule.claim(connection, list(self.periodic))
                if name is None:
                    return False
                work = self.periodic[name]
                await work.run(connection)
                await schedule.move_on(connection, name, work.following(clock.now()))
        except Exception as error:
            if name is None or is_away(error):
                raise
            _log.exception("periodic_failed", name=name, problem=type(error).__name__)
            async with writing(EVERYTHING) as connection:
                await schedule.move_on(connection, name, clock.now() + _AFTER_FAILURE)
        return True

    async def _until_stopped(self, step: Callable[[], Awaitable[bool]]) -> None:
        while not self.stopping.is_set():
            if not await self._through_absence(step):
                await _within(POLL_SECONDS, self.stopping)

    async def _go_on_with(self, work: Beside) -> None:
        try:
            await self._until_stopped(work.step)
        finally:
            await work.finish()

    async def _register(self) -> None:
        async with writing(EVERYTHING) as connection:
            await schedule.register(connection, self.periodic)
        self._registered = True

    async def _through_absence(self, step: Callable[[], Awaitable[bool]]) -> bool:
        """Return what `step` returned; False while the database is away."""
        try:
            return await step()
        except Exception as error:
            if not is_away(error):
                raise
            _log.warning("database_away", problem=type(error).__name__)
            return False

    def _handler(self, kind: str) -> Handler:
        try:
            return self.handlers[kind]
        except KeyError:
            raise UnknownKindError(kind) from None

    async def _failed(self, job: Job, error: Exception) -> None:
        """Give the job back. Messages of errors may quote a row, so only the type is kept."""
        problem = type(error).__name__
        event = "job_held" if job.tries >= MOST_TRIES else "job_failed"
        _log.exception(event, job=job.id, kind=job.kind, tries=job.tries, problem=problem)
        async with writing(EVERYTHING) as connection:
            await claims.give_back(connection, job, pause(job.tries), problem)

    @asynccontextmanager
    async def _kept(self, job: Job) -> AsyncIterator[None]:
        """Renew the lease every third of it, on a connection of its own, until the block ends."""
        done = asyncio.Event()
        renewal = asyncio.create_task(self._renew(job, done))
        try:
            yield
        finally:
            done.set()
            await renewal

    async def _renew(self, job: Job, done: asyncio.Event) -> None:
        while not await _within(self.lease.total_seconds() / 3, done):
            await self._through_absence(lambda: self._renew_once(job))

    async def _renew_once(self, job: Job) -> bool:
        async with writing(EVERYTHING) as connection:
            return await claims.renew(connection, job, self.lease)


def pause(tries: int) -> timedelta:
    """Return how long a job waits after its nth try failed: 5 s, then four times as long each."""
    return min(timedelta(seconds=5 * 4 ** (tries - 1)), _LONGEST_WAIT)


async def _within(seconds: float, event: asyncio.Event) -> bool:
    """Return whether the event came within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
