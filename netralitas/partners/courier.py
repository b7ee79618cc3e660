"""Exchanges with partners beside the jobs of the worker: several at once, none of them waiting.

While a partner is asked there is no transaction.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import httpx
import structlog

from netralitas.database.away import is_away
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.guard import Guard
from netralitas.law.book import RuleBook
from netralitas.law.entries import LawData
from netralitas.partners import claims
from netralitas.partners.calling import Caller
from netralitas.partners.claims import Claimed, LostError
from netralitas.partners.domain import Problem
from netralitas.partners.fetching import Fetching
from netralitas.partners.pulling import Pulling
from netralitas.partners.sealing import PartnerSealer
from netralitas.partners.turn import Turn, alive, fail
from netralitas.partners.wire import FailedError
from netralitas.vault.cipher import SealError

SLOTS: Final = 2
"""So many partners are asked at once; the jobs find a connection all the same."""

_POLL_SECONDS: Final = 0.5

_log = structlog.get_logger("netralitas.partners")

Follow = Callable[[Connection], Awaitable[LawData]]
"""Gives the law in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What every turn has; `largest` is the longest file in bytes."""

    sealer: PartnerSealer
    guard: Guard
    storage: Storage
    follow: Follow
    largest: int


class Courier:
    """The exchange with partners in one worker; any number of workers may run beside each other.

    Guaranteed: a package enters once and whole, or not at all; a step is told in the order of the
    log of its proceeding, and once, because each try has the same key.
    """

    def __init__(self, house: House, *, tls: ssl.SSLContext | None = None) -> None:
        """`tls` says whose certificates are trusted, for tests."""
        self._house = house
        self._tls = tls
        self._serving: set[asyncio.Task[None]] = set()

    async def step(self) -> bool:
        """Begin the turn of whoever is due, as far as slots are free; return whether any has it."""
        free = SLOTS - len(self._serving)
        if free:
            async with writing(EVERYTHING) as c:
                found = await claims.claim(c, free)
                book = (await self._house.follow(c)).book if found else None
            for partner in found:
                task = asyncio.create_task(self._turn(partner, book), name=str(partner.id))
                self._serving.add(task)
                task.add_done_callback(self._over)
        if not self._serving:
            return False
        await asyncio.wait(
            tuple(self._serving), timeout=_POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        return True

    async def finish(self) -> None:
        """Let every turn that is under way end."""
        if self._serving:
            await asyncio.wait(tuple(self._serving))

    def _over(self, task: asyncio.Task[None]) -> None:
        """Say what went wrong in a turn; it concerns this partner alone."""
        self._serving.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, LostError):
            _log.warning("partner_lost", partner=task.get_name())
        elif error is not None and not is_away(error):
            _log.error("partner_broken", partner=task.get_name(), exc_info=error)

    async def _turn(self, partner: Claimed, book: RuleBook | None) -> None:
        house = self._house
        try:
            token = house.sealer.open(partner.token, partner.id)
        except SealError:
            await fail(partner, FailedError(Problem.SEALED))
            return
        if book is None:
            return
        async with Caller.to(partner.address, token, house.guard, self._trusted()) as caller:
            fetching = Fetching(
                caller=caller,
                storage=house.storage,
                largest=house.largest,
                alive=partial(alive, partner),
            )
            pulling = Pulling(partner=partner, caller=caller, fetching=fetching, book=book)
            await Turn(partner=partner, caller=caller, pulling=pulling).take()

    def _trusted(self) -> ssl.SSLContext:
        """Return whose certificates are trusted; read once, for it takes long."""
        if self._tls is None:
            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls
