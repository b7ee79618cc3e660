"""Whoever keeps the partners of an office is written to each morning while one needs a person.

An exchange that stands still is seen by nobody: no case comes in, and no list shows what is not
there. The mail says where to look, and nothing of partners or cases.
"""

from email.message import EmailMessage
from typing import Final

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.database.connection import Connection
from netralitas.jobs.mail import Delivery, MailServer, NotTakenError, deliver, plain_message
from netralitas.jobs.queue import Payload, enqueue
from netralitas.settings import Settings

WARN: Final = "warn_of_partners"
"""The job that mails an administrator to look at the partners: {"officer": id}."""

LONG_AWAY: Final = 5
"""Failures in a row after which a partner is not away for a moment: an hour and a half."""

# $1 is now, $2 the role, $3 how many failures are too many.
_CONCERNED: Final = """
SELECT DISTINCT f.id
FROM partner p JOIN organisation o ON o.id = p.organisation
JOIN desk d ON d.organisation = o.id JOIN officer f ON f.id = d.officer
WHERE (p.state = 'stopped' OR p.state = 'active' AND (
           p.failures >= $3
           OR EXISTS (SELECT FROM partner_package k WHERE k.partner = p.id AND k.state = 'held')
           OR EXISTS (SELECT FROM partner_answer a
                      WHERE a.partner = p.id AND a.state IN ('refused', 'by_hand'))))
  AND $2::text = ANY (d.roles) AND f.disabled_at IS NULL AND f.email IS NOT NULL
  AND d.valid_from <= ($1::timestamptz AT TIME ZONE o.zone)::date
  AND (d.valid_to IS NULL OR ($1::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
ORDER BY f.id
"""
_TO: Final = "SELECT email FROM officer WHERE id = $1 AND disabled_at IS NULL"
_SUBJECT: Final = "Periksa pertukaran dengan mitra"
_TEXT: Final = """\
Pertukaran perkara dengan instalasi mitra kantor Anda terhenti atau menunggu tindakan Anda. Selama
itu, perkara mungkin tidak masuk dan langkah kantor Anda mungkin tidak sampai kepada pengirim.

Lihat sebabnya dan lanjutkan di halaman ini:
{address}

Surel ini dikirim otomatis oleh Netralitas setiap pagi sampai tidak ada lagi yang menunggu, dan
tidak perlu dibalas.
"""


class WarningOfPartners:
    """Finds each morning who is to be written to, and writes to them."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings which server, who sends, and where the page is."""
        self._server = MailServer.of(settings)
        self._settings = settings

    async def run(self, connection: Connection) -> None:
        """Have the administrators written to whose partners need a person; for the worker."""
        if self._server is None:
            return
        about = (clock.now(), Role.ADMINISTRATOR.value, LONG_AWAY)
        for row in await connection.fetch(_CONCERNED, *about):
            await enqueue(connection, WARN, {"officer": row["id"]})

    async def write(self, connection: Connection, payload: Payload) -> None:
        """Hold that an administrator was written to, or has no address; NotTakenError: again."""
        to = await connection.fetchval(_TO, payload["officer"])
        if self._server is None or not to:
            return
        if await deliver(self._server, self._message(to)) is Delivery.LATER:
            raise NotTakenError(payload["officer"])

    def _message(self, to: str) -> EmailMessage:
        address = f"{self._settings.base_url.rstrip('/')}/pengelolaan/mitra"
        text = _TEXT.format(address=address)
        return plain_message(self._settings, to=to, subject=_SUBJECT, text=text)
