"""The public door as its handlers use it: who holds a code, their draft, how fast one may go."""

import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from litestar.connection import ASGIConnection

from netralitas.database.connection import Connection
from netralitas.database.engine import Engine
from netralitas.database.transactions import asking, receiving
from netralitas.intake import codes
from netralitas.intake.door import OfficeShown
from netralitas.public import words as public_words
from netralitas.public.reporting import questions, words
from netralitas.public.reporting.drafts import Draft, Sent, find
from netralitas.public.reporting.holder import Holder, cookie_name
from netralitas.public.reporting.offices import offices
from netralitas.public.throttle import Bucket, Rate, Throttle
from netralitas.web.refusals import TooMany

type_connection = ASGIConnection[Any, Any, Any, Any]

QUEUE: Final = Rate(tries=60, seconds=0.2)
"""Reports without proof, of everybody together."""
STARTS: Final = Rate(tries=300, seconds=0.1)
"""New drafts, of everybody together."""
STARTS_OF_ONE: Final = Rate(tries=300, seconds=0.25)
"""New drafts of one address, which a whole village may share."""


class Elsewhere(Exception):  # noqa: N818 - a way on, not an error
    """This page is not for now; `address` is where to go instead."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Everything a handler of the public door needs; nothing in it is about one person."""

    engine: Engine
    secret: bytes = field(repr=False)
    https: bool
    largest: int
    seconds: Callable[[], float]
    address: Callable[[type_connection], str]
    guesses: Throttle
    starts: Throttle
    queue: Bucket

    def holder(self, request: type_connection) -> Holder | None:
        """Return who asks, by their cookie; None without one that can be a code."""
        code = request.cookies.get(cookie_name(https=self.https), "")
        return Holder.of(code, self.secret) if codes.is_well_formed(code) else None

    def holder_of(self, code: str) -> Holder:
        """Return who holds a code that was typed."""
        return Holder.of(code, self.secret)

    def count_try(self, request: type_connection) -> None:
        """Take one try at a code for an address; TooMany when there is none left."""
        seconds = self.guesses.wait(self.address(request))
        if seconds:
            raise TooMany(public_words.too_often(seconds), retry_after=seconds)

    def count_start(self, request: type_connection) -> None:
        """Take one new draft for an address; TooMany when there is none left."""
        seconds = self.starts.wait(self.address(request))
        if seconds:
            raise TooMany(str(words.BUSY), retry_after=seconds)

    def wait(self) -> int:
        """Take a place in the queue and return 0, or return how many seconds to wait."""
        seconds = self.queue.wait(self.seconds())
        if seconds:
            return max(1, math.ceil(seconds))
        self.queue.take()
        return 0

    async def offices(self) -> tuple[OfficeShown, ...]:
        """Return the offices that take reports in; DatabaseAway."""
        async with asking(self.engine) as connection:
            return await offices(connection)

    async def drafted(self, request: type_connection) -> Draft:
        """Return the draft of who asks; Elsewhere as `changing` raises it."""
        async with self.changing(request) as (_, draft):
            return draft

    @asynccontextmanager
    async def changing(self, request: type_connection) -> AsyncIterator[tuple[Connection, Draft]]:
        """Yield the transaction and the draft of who asks; nobody else changes it meanwhile.

        Raises Elsewhere: to the receipt when it was sent, to the page for a code without one. A
        cookie with a code that has no draft counts as a try.
        """
        holder = self.holder(request)
        if holder is None:
            raise Elsewhere(questions.RESUME)
        async with receiving(self.engine, holder.digest) as connection:
            draft = await find(connection, holder, changing=True)
            if draft is None:
                self.count_try(request)
                raise Elsewhere(questions.RESUME)
            if isinstance(draft, Sent):
                raise Elsewhere(questions.RECEIPT)
            yield connection, draft


def new_door(  # noqa: PLR0913 - what the process has, once
    *,
    engine: Engine,
    secret: bytes,
    https: bool,
    largest: int,
    seconds: Callable[[], float],
    address: Callable[[type_connection], str],
    guesses: Throttle,
) -> Door:
    """Return the door of a process; tries at codes are counted with those of the status page."""
    return Door(
        engine=engine,
        secret=secret,
        https=https,
        largest=largest,
        seconds=seconds,
        address=address,
        guesses=guesses,
        starts=Throttle(seconds, each=STARTS_OF_ONE, together=STARTS),
        queue=Bucket(QUEUE, seconds()),
    )
