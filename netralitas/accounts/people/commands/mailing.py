"""Whoever is to use a one-time code is written to; no name, and a code only to the invited.

An address for mail is changed by one administrator alone. Of an invitation it was confirmed by a
second; of a reset the code is handed over, so that nobody gets at an account through its mail.
"""

from email.message import EmailMessage
from typing import Final

from netralitas import clock
from netralitas.accounts.people import codes
from netralitas.accounts.people.domain import RequestKind
from netralitas.accounts.people.words import REDEEM
from netralitas.database.connection import Connection, Row
from netralitas.jobs.mail import Delivery, MailServer, NotTakenError, deliver, plain_message
from netralitas.jobs.queue import Payload
from netralitas.settings import Settings

_REQUEST: Final = """
SELECT r.id, r.kind, r.confirmed_at, r.expires_at, r.code, f.email
FROM account_request r JOIN officer f ON f.id = r.officer
WHERE r.id = $1 AND r.state = 'confirmed' AND r.expires_at > $2 AND f.email IS NOT NULL
"""
_SUBJECT: Final = "Akun Netralitas Anda"
_INVITED: Final = """\
Sebuah akun Netralitas dibuat untuk Anda. Buat kata sandi Anda sendiri di halaman ini:

{address}

Kode sekali pakai: {code}

Kode berlaku 72 jam dan hanya sekali. Bila Anda tidak menunggu undangan ini, hubungi administrator
kantor Anda dan jangan gunakan kodenya.
"""
_RESET: Final = """\
Dua administrator menyetujui penggantian kata sandi atau faktor kedua akun Netralitas Anda. Semua
sesi Anda sudah diakhiri. Kode sekali pakai diserahkan langsung oleh administrator, bukan lewat
surel; ketik kode itu di halaman ini dalam 72 jam:

{address}

Bila Anda tidak memintanya, segera hubungi administrator kantor Anda.
"""


class MailingCodes:
    """The handler of the jobs that write to who has a code to use."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings which server, who sends, and what codes are made of."""
        self._server = MailServer.of(settings)
        self._settings = settings

    async def __call__(self, connection: Connection, payload: Payload) -> None:
        """Hold that they were written to, or the code is good no more; NotTakenError: again."""
        row = await connection.fetchrow(_REQUEST, payload["request"], clock.now())
        if self._server is None or row is None:
            return
        if await deliver(self._server, self._message(row)) is Delivery.LATER:
            raise NotTakenError

    def _message(self, row: Row) -> EmailMessage:
        settings = self._settings
        text = _INVITED if row["kind"] == RequestKind.INVITATION else _RESET
        code = codes.code_of(row["id"], row["confirmed_at"], settings)
        told = text.format(address=f"{settings.base_url.rstrip('/')}{REDEEM}", code=code)
        return plain_message(settings, to=row["email"], subject=_SUBJECT, text=told)
