"""Messages between an office and whoever holds a code, as the code opens them."""

from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.intake.door import OfficeShown
from netralitas.intake.envelope import message_place, seal_to
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.public.pages import Message
from netralitas.public.reporting import words
from netralitas.public.reporting.holder import Holder
from netralitas.vault.cipher import SealError

_THREAD: Final = """
SELECT from_office, sealed, written_at FROM published.message WHERE digest = $1 ORDER BY ordinal
"""
_WAITING: Final = """
SELECT false AS from_office, for_reporter AS sealed, sent_at AS written_at
FROM inbox.message WHERE digest = $1 ORDER BY id
"""
_WRITE: Final = """
INSERT INTO inbox.message (digest, key_id, for_office, for_reporter, sent_at)
VALUES ($1, $2, $3, $4, $5)
"""


async def messages_of(connection: Connection, holder: Holder, zone: Zone) -> tuple[Message, ...]:
    """Return what was written so far, the oldest first, and then what is still waiting."""
    told = await connection.fetch(_THREAD, holder.digest)
    waiting = await connection.fetch(_WAITING, holder.digest)
    return tuple(
        Message(
            from_office=row["from_office"],
            text=_text(holder, row["sealed"]),
            when=moment(row["written_at"], zone),
            at=row["written_at"],
            waiting=number >= len(told),
        )
        for number, row in enumerate([*told, *waiting])
    )


async def write(connection: Connection, holder: Holder, office: OfficeShown, text: str) -> None:
    """Hold that a message waits for the office, sealed to it and to its writer."""
    plain, place = text.encode(), message_place(holder.digest)
    await connection.execute(
        _WRITE,
        holder.digest,
        office.key_id,
        seal_to(office.public_key, plain, place),
        seal_to(holder.keys.mailbox_public, plain, place),
        clock.now(),
    )


def _text(holder: Holder, sealed: bytes) -> str:
    try:
        return holder.keys.open_mail(sealed, message_place(holder.digest)).decode()
    except (SealError, UnicodeDecodeError):
        return str(words.UNREADABLE)
