"""The head of each day goes to a second organisation: what left the house cannot be taken back.

The message holds the signed note and nothing else that is not public: no name, no case, no number
of reports.
"""

from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.jobs.mail import Delivery, MailServer, deliver
from netralitas.jobs.queue import Payload, enqueue
from netralitas.settings import Settings

MAIL_HEAD: Final = "mail_log_head"
"""The job that sends one head to one witness: {"size": leaves, "place": of the address}."""

_NOTE: Final = "SELECT note, day FROM published.log_head WHERE size = $1"
_SUBJECTS: Final = {
    True: "[data rekaan] Kepala catatan {day}",
    False: "Kepala catatan {day}",
}
_TEXT: Final = """\
Kepala catatan publik Netralitas untuk {day}, ditandatangani secara digital.

Simpan pesan ini. Bila kelak catatan tidak lagi melanjutkan kepala ini, pesan ini membuktikannya.
Cara memeriksa: {address}

{note}"""


class NotTaken(Exception):  # noqa: N818 - what happened; the job is tried again
    """The server did not take the message now; later it may."""


async def send_out(connection: Connection, settings: Settings, size: int) -> None:
    """Hold that the head of `size` leaves goes to every witness once this transaction commits."""
    for place in range(len(settings.witnesses)):
        key = f"{MAIL_HEAD}:{size}:{place}"
        await enqueue(connection, MAIL_HEAD, {"size": size, "place": place}, natural_key=key)


class MailingHeads:
    """The handler of the jobs that send a head to a witness."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings which server, who sends, and to whom."""
        self._server = MailServer.of(settings)
        self._settings = settings

    async def __call__(self, connection: Connection, payload: Payload) -> None:
        """Hold that the witness has the head, or is none any more; NotTaken to try again."""
        listed = self._settings.witnesses
        head = await connection.fetchrow(_NOTE, payload["size"])
        if self._server is None or head is None or payload["place"] >= len(listed):
            return
        message = self._message(listed[payload["place"]], head["note"], head["day"].isoformat())
        if await deliver(self._server, message) is Delivery.LATER:
            raise NotTaken

    def _message(self, to: str, note: str, day: str) -> EmailMessage:
        message = EmailMessage()
        message["Subject"] = _SUBJECTS[self._settings.demo].format(day=day)
        message["From"] = self._settings.mail_from
        message["To"] = to
        message["Date"] = format_datetime(clock.now())
        message["Auto-Submitted"] = "auto-generated"
        text = _TEXT.format(day=day, note=note, address=f"{self._settings.public_address}/log")
        message.set_content(text, cte="quoted-printable")
        return message
