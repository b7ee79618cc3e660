"""The rooms that have a page: found by token, and what is sent from them, sealed."""

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from litestar.connection import ASGIConnection

from netralitas import clock
from netralitas.database.engine import Engine
from netralitas.database.transactions import asking, receiving
from netralitas.intake.envelope import attendance_place, seal_to
from netralitas.prevention.attending.door import ADDRESS, Shown, type_said, write_said
from netralitas.public import words as public_words
from netralitas.public.attending import words
from netralitas.public.throttle import Rate, Throttle
from netralitas.refusals import NotVisible
from netralitas.web.refusals import TooMany

type_connection = ASGIConnection[Any, Any, Any, Any]

SENT: Final = Rate(tries=600, seconds=0.1)
"""What is sent, of everybody together."""
SENT_OF_ONE: Final = Rate(tries=400, seconds=0.25)
"""What is sent of one address, which a whole room may share."""

_TOKEN: Final = re.compile(r"[a-z2-7]{16}")
_NUMBER: Final = re.compile(r"[0-9a-f]{32}")
_ROOM: Final = """
SELECT content, key_id, public_key, opens_at, closes_at FROM published.attendance WHERE token = $1
"""
_SEND: Final = """
INSERT INTO inbox.attendance (digest, token, key_id, for_office, sent_at)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT (digest) DO NOTHING
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A page of a room: what it shows, its hours, the key to which it seals."""

    token: str
    shown: Shown
    opens_at: datetime
    closes_at: datetime
    key_id: str
    public_key: bytes

    @property
    def address(self) -> str:
        """Return where its page is."""
        return f"{ADDRESS}/{self.token}"

    def is_open(self, now: datetime) -> bool:
        """Say whether something can be sent from it."""
        return self.opens_at <= now < self.closes_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Every room that has a page, for the handlers of one process."""

    engine: Engine
    sent: Throttle
    guesses: Throttle
    address: Callable[[type_connection], str]

    async def find(self, request: type_connection, token: str) -> Room:
        """Return the room of a token; NotVisible for none, which counts as a try at guessing."""
        row = None
        if _TOKEN.fullmatch(token):
            async with asking(self.engine) as connection:
                row = await connection.fetchrow(_ROOM, token)
        if row is None:
            self._hold(self.guesses, request, public_words.too_often)
            raise NotVisible
        return Room(
            token=token,
            shown=msgspec.convert(row["content"], Shown),
            opens_at=row["opens_at"],
            closes_at=row["closes_at"],
            key_id=row["key_id"],
            public_key=row["public_key"],
        )

    async def send(
        self, request: type_connection, room: Room, said: type_said, number: str | None
    ) -> None:
        """Hold that what was said waits for the office, once for each number of a form."""
        self._hold(self.sent, request, lambda _: str(words.BUSY))
        digest = _digest(room.token, number)
        place = attendance_place(digest, room.token)
        sealed = seal_to(room.public_key, write_said(said), place)
        async with receiving(self.engine, digest) as connection:
            await connection.execute(_SEND, digest, room.token, room.key_id, sealed, clock.now())

    def _hold(
        self, throttle: Throttle, request: type_connection, sentence: Callable[[int], str]
    ) -> None:
        seconds = throttle.wait(self.address(request))
        if seconds:
            raise TooMany(sentence(seconds), retry_after=seconds)


def new_rooms(
    engine: Engine,
    seconds: Callable[[], float],
    guesses: Throttle,
    address: Callable[[type_connection], str],
) -> Rooms:
    """Return the rooms of a process; `guesses` are counted with those of other codes."""
    sent = Throttle(seconds, each=SENT_OF_ONE, together=SENT)
    return Rooms(engine=engine, sent=sent, guesses=guesses, address=address)


def new_number() -> str:
    """Return a number for one form, by chance."""
    return secrets.token_hex(16)


def _digest(token: str, number: str | None) -> bytes:
    """Return under what a form is kept; one whose number is not ours is on its own."""
    own = number if number and _NUMBER.fullmatch(number) else new_number()
    return hashlib.sha256(f"attendance {token} {own}".encode()).digest()
