"""A person is told by mail what happened to their own account: that something did, not what."""

from email.message import EmailMessage
from typing import Final

import structlog

from netralitas.database.connection import Connection
from netralitas.jobs.mail import Delivery, MailServer, NotTakenError, deliver, plain_message
from netralitas.jobs.queue import Payload, enqueue
from netralitas.settings import Settings

TELL_OFFICER: Final = "tell_officer"
"""The job that mails an officer to look at their account: {"officer": id}."""

_TO: Final = "SELECT email FROM officer WHERE id = $1 AND disabled_at IS NULL"
_SUBJECT: Final = "Periksa akun Anda"
_TEXT: Final = """\
Ada perubahan pada cara masuk ke akun Netralitas Anda: kata sandi, faktor kedua, atau kode
pemulihan.
Periksa sesi dan cara masuk Anda di halaman akun:
{address}

Bila bukan Anda yang melakukannya, hubungi administrator kantor Anda sekarang juga.

Surel ini dikirim otomatis oleh Netralitas dan tidak perlu dibalas.
"""

_log: Final = structlog.get_logger("netralitas.accounts")


async def tell_officer(c: Connection, officer: int, settings: Settings) -> None:
    """Have an officer told after the commit; without a mail server their page alone says it."""
    if settings.smtp_host:
        await enqueue(c, TELL_OFFICER, {"officer": officer})


class TellingOfficers:
    """The handler of `tell_officer` jobs; twice is better than never here."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings which server, who sends, and where the page is."""
        self._server = MailServer.of(settings)
        self._settings = settings

    async def __call__(self, connection: Connection, payload: Payload) -> None:
        """Hold that the officer was told, or has no address; NotTakenError to try again."""
        to = await connection.fetchval(_TO, payload["officer"])
        if self._server is None or not to:
            return
        delivery = await deliver(self._server, self._message(to))
        if delivery is Delivery.LATER:
            raise NotTakenError(payload["officer"])
        if delivery is not Delivery.TAKEN:
            _log.warning("account_mail_uncertain", officer=payload["officer"])

    def _message(self, to: str) -> EmailMessage:
        address = f"{self._settings.base_url.rstrip('/')}/akun/sesi"
        text = _TEXT.format(address=address)
        return plain_message(self._settings, to=to, subject=_SUBJECT, text=text)
