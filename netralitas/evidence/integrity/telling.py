"""The mail to an administrator: how many files are not what they were, and where it is said."""

from email.message import EmailMessage
from typing import Final

from netralitas.database.connection import Connection
from netralitas.jobs.mail import Delivery, MailServer, NotTakenError, deliver, plain_message
from netralitas.jobs.queue import Payload
from netralitas.settings import Settings

TELL: Final = "tell_file_alarm"
"""The job that mails one administrator: {"officer": id}."""

_SUBJECT: Final = "Berkas bukti perlu diperiksa"
_TEXT: Final = """\
{amount} berkas yang disimpan Netralitas berubah, hilang, atau terinfeksi.
Sidik berkas dan perkara yang memakainya tertulis di halaman ini:

{address}

Pulihkan berkas dari cadangan, lalu periksa kembali dengan: netralitas evidence check --all

Surel ini dikirim otomatis dan tidak perlu dibalas.
"""
_WHOM: Final = "SELECT email FROM officer WHERE id = $1 AND disabled_at IS NULL"
_HOW_MANY: Final = "SELECT count(*) FROM file_alarm WHERE ended_at IS NULL"


class TellingAlarm:
    """The handler of the jobs that mail an alarm; it names no file and no case."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings which server, who sends, and what the link begins with."""
        self._server = MailServer.of(settings)
        self._settings = settings

    async def __call__(self, connection: Connection, payload: Payload) -> None:
        """Hold that the administrator was told, or need not be; NotTakenError to try again."""
        address = await connection.fetchval(_WHOM, payload["officer"])
        amount = await connection.fetchval(_HOW_MANY)
        if self._server is None or address is None or not amount:
            return
        if await deliver(self._server, self._message(address, amount)) is Delivery.LATER:
            raise NotTakenError

    def _message(self, to: str, amount: int) -> EmailMessage:
        place = f"{self._settings.base_url.rstrip('/')}/administrasi/berkas"
        text = _TEXT.format(amount=amount, address=place)
        return plain_message(self._settings, to=to, subject=_SUBJECT, text=text)
