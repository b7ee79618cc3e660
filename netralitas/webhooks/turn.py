"""The turn of one receiver: what a person asked for, then what is next in the log, in order."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import structlog

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.webhooks import claims, outbox, policy
from netralitas.webhooks.claims import Claimed
from netralitas.webhooks.domain import Attempt, Happened, Message, Problem
from netralitas.webhooks.messages import message, trial
from netralitas.webhooks.sending import Sender

SLICE_SECONDS: Final = 5.0
"""After so long the next receiver has its turn, whatever is left for this one."""

_KEEP_SECONDS: Final = 1.0

_log = structlog.get_logger("netralitas.webhooks")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What every turn has: a door to the database, the beginning of links, seconds, an end."""

    room: asyncio.Semaphore
    base_url: str
    elapsed: Callable[[], float]
    stopping: asyncio.Event

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Connection]:
        """Yield a transaction that sees everything, when there is room for one."""
        async with self.room, writing(EVERYTHING) as connection:
            yield connection


class Turn:
    """A receiver that is told for a while; every method but `end` may raise LostError."""

    def __init__(
        self, house: House, receiver: Claimed, sender: Sender, keys: Sequence[bytes]
    ) -> None:
        """`keys` sign, the newest first; without any nothing is sent, and that is a failure."""
        self._house = house
        self._receiver = receiver
        self._sender = sender
        self._keys = keys
        self._failures = receiver.failures
        self._end = house.elapsed() + SLICE_SECONDS

    async def send_asked(self) -> None:
        """Send what a person asked for, each once."""
        async with self._house.writing() as c:
            waiting = await outbox.asked_for(c, self._receiver)
        for each in waiting:
            told = each.happened
            sent = self._message(told) if told else trial(each.delivery, each.made_at)
            attempt = await self._send(sent)
            async with self._house.writing() as c:
                await claims.keep(c, self._receiver)
                await outbox.answered(c, each, attempt, clock.now())

    async def follow(self) -> None:
        """Tell what is next in the log, until all is told, something fails or the turn is over."""
        position = self._receiver.position
        while True:
            async with self._house.writing() as c:
                found, end = await outbox.upcoming(c, self._receiver, position)
            if not found and end == position:
                await self.end(told_all=True)
                return
            if not await self._tell(found, end):
                return
            position = end
            if self._is_over():
                await self.end(told_all=False)
                return

    async def end(self, *, told_all: bool) -> None:
        """Let the receiver go."""
        async with self._house.writing() as c:
            await claims.release(c, self._receiver, told_all=told_all)

    async def _tell(self, found: list[Happened], end: int) -> bool:
        """Tell a batch; False where it did not come to its end."""
        told: list[tuple[Happened, Attempt]] = []
        kept = self._house.elapsed()
        for happened in found:
            attempt = await self._send(self._message(happened))
            if attempt.problem is not None:
                await self._note(told, happened.position)
                await self._fail(happened, attempt)
                return False
            told.append((happened, attempt))
            self._failures = 0
            if self._house.elapsed() - kept > _KEEP_SECONDS:
                await self._note(told, happened.position + 1)
                told, kept = [], self._house.elapsed()
                if self._is_over():
                    await self.end(told_all=False)
                    return False
        await self._note(told, end)
        return True

    async def _note(self, told: list[tuple[Happened, Attempt]], position: int) -> None:
        async with self._house.writing() as c:
            await outbox.delivered(c, self._receiver, told, position, clock.now())

    async def _fail(self, happened: Happened, attempt: Attempt) -> None:
        async with self._house.writing() as c:
            await claims.keep(c, self._receiver)
            tries = await outbox.failed(c, self._receiver, happened, attempt, clock.now())
            verdict = policy.after_failure(attempt, tries, self._failures + 1)
            await outbox.judged(c, self._receiver, happened, attempt, verdict)
        _log.warning(
            "webhook_failed",
            receiver=self._receiver.id,
            event_id=happened.event,
            problem=attempt.problem,
            status=attempt.status,
            tries=tries,
            dead=verdict.dead,
            stopped=verdict.stopped,
        )

    async def _send(self, sent: Message) -> Attempt:
        if not self._keys:
            return Attempt(problem=Problem.SECRET)
        return await self._sender.send(sent, self._keys)

    def _message(self, happened: Happened) -> Message:
        return message(happened, self._house.base_url)

    def _is_over(self) -> bool:
        return self._house.stopping.is_set() or self._house.elapsed() >= self._end
