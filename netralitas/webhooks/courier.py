"""Tells receivers what happened: several at once, each in order, none of them waiting for another.

It runs beside the jobs of the worker and takes neither their turn nor, but for a moment each, a
connection: while a message is under way there is no transaction.
"""

import asyncio
import ssl
import time
from collections.abc import Callable
from typing import Final

import httpx
import structlog

from netralitas import clock
from netralitas.database.away import is_away
from netralitas.evidence.web.guard import Guard
from netralitas.vault.cipher import SealError
from netralitas.webhooks import claims
from netralitas.webhooks.claims import Claimed, LostError
from netralitas.webhooks.sealing import WebhookSealer
from netralitas.webhooks.sending import Sender
from netralitas.webhooks.turn import House, Turn

SLOTS: Final = 8
"""So many receivers are told at once; one that hangs holds a slot for ten seconds, then waits."""

CONNECTIONS: Final = 2
"""However many receivers are told, the jobs find a connection."""

_POLL_SECONDS: Final = 0.5

_log = structlog.get_logger("netralitas.webhooks")


class Courier:
    """The sending of webhooks in one worker; any number of workers may run beside each other.

    Guaranteed: a receiver is told of every event of its topics that its organisation reads, in the
    order of the log; of one again, under the same id, where a worker died before it could say that
    it arrived.
    """

    def __init__(
        self,
        sealer: WebhookSealer,
        guard: Guard,
        base_url: str,
        *,
        tls: ssl.SSLContext | None = None,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        """`base_url` begins links; `tls` says whose certificates are trusted, for tests."""
        self._sealer = sealer
        self._guard = guard
        self._tls = tls
        self._serving: set[asyncio.Task[None]] = set()
        self._house = House(
            room=asyncio.Semaphore(CONNECTIONS),
            base_url=base_url,
            elapsed=elapsed,
            stopping=asyncio.Event(),
        )

    async def step(self) -> bool:
        """Begin to tell whoever is waiting, as far as slots are free; return whether any is told.

        Returns when one of them has had its turn, or soon.
        """
        free = SLOTS - len(self._serving)
        if free:
            async with self._house.writing() as c:
                found = await claims.claim(c, free)
            for receiver in found:
                task = asyncio.create_task(self._serve(receiver))
                self._serving.add(task)
                task.add_done_callback(self._serving.discard)
        if not self._serving:
            return False
        await asyncio.wait(
            tuple(self._serving), timeout=_POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        return True

    async def finish(self) -> None:
        """Let every message that is under way end, and note what became of it."""
        self._house.stopping.set()
        if self._serving:
            await asyncio.wait(tuple(self._serving))

    async def _serve(self, receiver: Claimed) -> None:
        """Tell one receiver for a while; whatever goes wrong concerns this receiver alone."""
        try:
            keys = self._keys(receiver)
            async with Sender.to(receiver.url, self._guard, self._trusted()) as sender:
                turn = Turn(self._house, receiver, sender, keys)
                await turn.send_asked()
                if receiver.follows:
                    await turn.follow()
                else:
                    await turn.end(told_all=False)
        except LostError:
            _log.warning("webhook_lost", receiver=receiver.id)
        except Exception as error:  # noqa: BLE001 - the other receivers are told all the same
            if not is_away(error):
                _log.exception("webhook_broken", receiver=receiver.id)

    def _keys(self, receiver: Claimed) -> tuple[bytes, ...]:
        """Return the secrets in force, the new one first; none where they cannot be opened."""
        sealed = [receiver.secret]
        if receiver.old_secret and receiver.old_until and clock.now() < receiver.old_until:
            sealed.append(receiver.old_secret)
        try:
            return tuple(self._sealer.open(each, receiver.id) for each in sealed)
        except SealError:
            return ()

    def _trusted(self) -> ssl.SSLContext:
        """Return whose certificates are trusted; read once, for it takes long."""
        if self._tls is None:
            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls
