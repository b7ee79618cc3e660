"""A complaint goes into the inbox, sealed to its office; what its code shows meanwhile."""

from datetime import date
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.intake.door import OfficeShown
from netralitas.intake.envelope import seal_to
from netralitas.public.pages import StatusPage
from netralitas.public.reporting.holder import Holder
from netralitas.public.service import words
from netralitas.publication.domain import Told
from netralitas.service.door import Said, place, write_said

_SEND: Final = """
INSERT INTO inbox.complaint (digest, number, office, proved, key_id, for_office, mailbox, sent_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (digest) DO NOTHING
"""
_WAITS: Final = "SELECT true FROM inbox.complaint WHERE digest = $1"


async def send(
    connection: Connection,
    holder: Holder,
    office: OfficeShown,
    said: Said,
    *,
    number: str,
    proved: bool,
) -> None:
    """Hold that the complaint waits for the office; sent again it is the same one.

    Neither this site nor its code opens it any more.
    """
    sealed = seal_to(office.public_key, write_said(said), place(holder.digest))
    await connection.execute(
        _SEND,
        *(holder.digest, number, office.id, proved, office.key_id, sealed),
        *(holder.keys.mailbox_public, clock.now()),
    )


async def complaint_waits(connection: Connection, holder: Holder) -> bool:
    """Say whether a complaint of this code has not been taken out of the inbox yet."""
    return bool(await connection.fetchval(_WAITS, holder.digest))


def waiting_complaint(today: date) -> StatusPage:
    """Return the page of a complaint that the worker has not seen yet."""
    told = Told(status=words.WAITING, sentence=words.WAITING_SENTENCE, since=today)
    return StatusPage(told=told, named=False, complaint=True)
