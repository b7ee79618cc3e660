"""Mailing a notice: told to the server once, whatever dies and whenever.

That sending begins is committed before the server is spoken to. Whoever finds it begun and not
ended cannot know whether the server took the message, and does not send it again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Final, TypeVar

import structlog

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing
from netralitas.jobs.mail import Delivery, MailServer, NotTakenError, deliver
from netralitas.jobs.queue import Payload
from netralitas.law.entries import LawData
from netralitas.notices import store
from netralitas.notices.message import Envelope, compose
from netralitas.notices.queries import outgoing
from netralitas.settings import Settings

_log: Final = structlog.get_logger("netralitas.notices")

_Result = TypeVar("_Result")

FollowLaw = Callable[[Connection], Awaitable[LawData]]
"""Gives the law in force, by which a deadline has its name."""


class Sending:
    """The handler of `send_notice` jobs."""

    def __init__(self, settings: Settings, follow_law: FollowLaw) -> None:
        """Take from the settings which server, who sends, and what the links begin with."""
        self._server = MailServer.of(settings)
        self._envelope = Envelope.of(settings)
        self._follow_law = follow_law

    async def __call__(self, connection: Connection, payload: Payload) -> None:
        """Hold that the notice was sent, or that it cannot be, or raise NotTakenError to try again.

        Nothing is sent to whoever was excluded or disabled meanwhile, nor of what has ended.
        """
        notice = await outgoing(connection, payload["notice"])
        if self._server is None or notice is None:
            return
        law = await self._follow_law(connection)
        message = compose(notice, law.book, self._envelope)
        if not await _apart(lambda c: store.begin_sending(c, notice.id, clock.now())):
            _log.warning("notice_uncertain", notice=notice.id)
            return
        delivery = await deliver(self._server, message)
        await self._note(notice.id, delivery)

    async def _note(self, notice: int, delivery: Delivery) -> None:
        match delivery:
            case Delivery.TAKEN:
                await _apart(lambda c: store.sent(c, notice, clock.now()))
            case Delivery.UNKNOWN:
                _log.warning("notice_uncertain", notice=notice)
            case Delivery.REFUSED:
                await _apart(lambda c: store.not_sent(c, notice))
                _log.warning("notice_refused", notice=notice)
            case Delivery.LATER:
                await _apart(lambda c: store.not_sent(c, notice))
                raise NotTakenError(notice)


async def _apart(work: Callable[[Connection], Awaitable[_Result]]) -> _Result:
    """Return what `work` returns once it is committed: in a transaction beside the job's own."""

    async def alone() -> _Result:
        async with writing(EVERYTHING) as c:
            return await work(c)

    # A block opened here would be a savepoint of the job's transaction; a new context has none.
    return await asyncio.create_task(alone(), context=Context())
