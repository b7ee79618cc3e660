"""One message to the mail server of the installation, and what became of it."""

from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as LINES
from email.utils import format_datetime, parseaddr
from enum import StrEnum
from typing import Final

from aiosmtplib import SMTP, SMTPException, SMTPRecipientRefused, SMTPResponseException

from netralitas import clock
from netralitas.settings import Settings

PATIENCE: Final = 20.0
"""Seconds for each answer of the server."""


class Delivery(StrEnum):
    """What is known of a message: whether the server took it, and whether it ever will."""

    TAKEN = "taken"
    REFUSED = "refused"
    LATER = "later"
    UNKNOWN = "unknown"


class NotTakenError(Exception):
    """The server did not take a message now; later it may, so the job is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """How the mail server is reached; with `start_tls` it must offer it, or nothing is said."""

    host: str
    port: int
    user: str
    password: str
    start_tls: bool

    @classmethod
    def of(cls, settings: Settings) -> "MailServer | None":
        """Return the server of the settings, None where there is none: then no mail is sent."""
        if not settings.smtp_host:
            return None
        return cls(
            host=settings.smtp_host,
            port=settings.smtp_port,
            user=settings.smtp_user,
            password=settings.smtp_password,
            start_tls=settings.smtp_start_tls,
        )


def plain_message(settings: Settings, *, to: str, subject: str, text: str) -> EmailMessage:
    """Return a message to one person; of the demo its subject says that nothing in it is real."""
    message = EmailMessage()
    message["Subject"] = f"[data rekaan] {subject}" if settings.demo else subject
    message["From"] = settings.mail_from
    message["To"] = to
    message["Date"] = format_datetime(clock.now())
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    return message


async def deliver(server: MailServer, message: EmailMessage) -> Delivery:
    """Return what became of a message to one recipient; nothing is raised for it.

    Refused for good is what the server refuses of the recipient or the content. A server that
    cannot be reached, or refuses us, may be set right: later. Once the content is on its way, a
    connection that ends says nothing.
    """
    client = SMTP(
        hostname=server.host,
        port=server.port,
        username=server.user or None,
        password=server.password or None,
        start_tls=server.start_tls,
        timeout=PATIENCE,
    )
    try:
        return await _greeted(client, message)
    finally:
        with suppress(SMTPException, OSError):
            await client.quit()
        client.close()


async def _greeted(client: SMTP, message: EmailMessage) -> Delivery:
    try:
        await client.connect()
        await client.mail(parseaddr(message["From"])[1])
        await client.rcpt(parseaddr(message["To"])[1])
    except SMTPRecipientRefused as refusal:
        return _refused(refusal)
    except (SMTPException, OSError):
        return Delivery.LATER
    try:
        await client.data(message.as_bytes(policy=LINES))
    except SMTPResponseException as refusal:
        return _refused(refusal)
    except (SMTPException, OSError):
        return Delivery.UNKNOWN
    return Delivery.TAKEN


def _refused(refusal: SMTPResponseException) -> Delivery:
    """Judge an answer by its code: 5xx for good, 4xx for now, and anything else is no answer."""
    if 400 <= refusal.code < 500:
        return Delivery.LATER
    return Delivery.REFUSED if refusal.code >= 500 else Delivery.UNKNOWN
