"""The head of each day goes to a second organisation: what left the house cannot be taken back.

The message holds the signed note and nothing else that is not public: no name, no case, no number
of reports.
"""

from email.message import EmailMessage
from typing import Final

from netralitas import clock
from netralitas.audit.daily import close_day
from netralitas.audit.heads import Verifier, verifier_of
from netralitas.database.connection import Connection
from netralitas.jobs.mail import Delivery, MailServer, NotTakenError, deliver, plain_message
from netralitas.jobs.queue import Payload, enqueue
from netralitas.law.domain import Zone
from netralitas.settings import Settings

MAIL_HEAD: Final = "mail_log_head"
"""The job that sends one head to one witness: {"size": leaves, "place": of the address}."""

_NOTE: Final = "SELECT note, day FROM published.log_head WHERE size = $1"
_SUBJECT: Final = "Kepala catatan {day}"
_TEXT: Final = """\
Kepala catatan publik Netralitas untuk {day}, ditandatangani secara digital.

Simpan pesan ini. Bila kelak catatan tidak lagi melanjutkan kepala ini, pesan ini membuktikannya.
Cara memeriksa: {address}

{note}"""


def key_told(settings: Settings) -> Verifier | None:
    """Return the public key of the log, which is told on its page; None without its secret."""
    if not settings.secret_log:
        return None
    return verifier_of(settings.secret("log"), settings.log_name)


class Closing:
    """The periodic work `close_day`: after midnight WIB the log of the day is closed, once."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings the secret and the name of the log, and who gets its heads."""
        self._settings = settings

    async def run(self, connection: Connection) -> None:
        """Hold that today has its head, and that every witness gets it after the commit."""
        now, settings = clock.now(), self._settings
        today = now.astimezone(Zone.WIB.tz).date()
        key, name = settings.secret("log"), settings.log_name
        head = await close_day(connection, key, name, today, now)
        if head is None:
            return
        for place in range(len(settings.witnesses)):
            job = f"{MAIL_HEAD}:{head.size}:{place}"
            payload = {"size": head.size, "place": place}
            await enqueue(connection, MAIL_HEAD, payload, natural_key=job)


class MailingHeads:
    """The handler of the jobs that send a head to a witness."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings which server, who sends, and to whom."""
        self._server = MailServer.of(settings)
        self._settings = settings

    async def __call__(self, connection: Connection, payload: Payload) -> None:
        """Hold that the witness has the head, or is none any more; NotTakenError to try again."""
        listed = self._settings.witnesses
        head = await connection.fetchrow(_NOTE, payload["size"])
        if self._server is None or head is None or payload["place"] >= len(listed):
            return
        message = self._message(listed[payload["place"]], head["note"], head["day"].isoformat())
        if await deliver(self._server, message) is Delivery.LATER:
            raise NotTakenError

    def _message(self, to: str, note: str, day: str) -> EmailMessage:
        text = _TEXT.format(day=day, note=note, address=f"{self._settings.public_address}/log")
        return plain_message(self._settings, to=to, subject=_SUBJECT.format(day=day), text=text)
