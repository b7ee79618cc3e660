"""Many stories told at once, each step in its turn: the record grows in the order of time."""

import asyncio
import heapq
from collections.abc import Coroutine, Iterable
from datetime import datetime
from itertools import count


class Conductor:
    """Lets one story at a time go on: always the one whose next step comes first."""

    def __init__(self, latest: datetime) -> None:
        """No step is later than `latest`: what a story puts there happens then."""
        self._latest = latest
        self._reached: datetime | None = None
        self._waiting: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()
        self._resting = asyncio.Event()

    async def turn(self, at: datetime) -> datetime:
        """Wait for the turn of a step at `at`, and return the moment at which it happens.

        Time never goes back: a step that is asked for too late happens at once.
        """
        moment = min(at, self._latest)
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (moment, next(self._order), turn))
        self._resting.set()
        await turn
        self._reached = moment if self._reached is None else max(moment, self._reached)
        return self._reached

    async def conduct(self, stories: Iterable[Coroutine[None, None, None]]) -> None:
        """Tell all stories to their ends; raises an ExceptionGroup when one of them fails."""
        async with asyncio.TaskGroup() as group:
            for story in stories:
                self._resting.clear()
                group.create_task(self._told(story))
                await self._resting.wait()
            while self._waiting:
                _, _, turn = heapq.heappop(self._waiting)
                self._resting.clear()
                turn.set_result(None)
                await self._resting.wait()

    async def _told(self, story: Coroutine[None, None, None]) -> None:
        try:
            await story
        finally:
            self._resting.set()
