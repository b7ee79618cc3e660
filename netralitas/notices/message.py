"""The mail of a notice: number, name of the deadline, date and link; no name and no subject."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.notices import words
from netralitas.notices.domain import Outgoing
from netralitas.settings import Settings
from netralitas.web.templates import render

_SUBJECTS: Final = {True: "[data rekaan] Pengingat tenggat: {}", False: "Pengingat tenggat: {}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is the same for every message of an installation."""

    sender: str
    base_url: str
    installation: str
    demo: bool

    @classmethod
    def of(cls, settings: Settings) -> "Envelope":
        """Return it as the settings say."""
        return cls(
            sender=settings.mail_from,
            base_url=settings.base_url.rstrip("/"),
            installation=settings.log_name,
            demo=settings.demo,
        )


class MailPage(msgspec.Struct, frozen=True, kw_only=True):
    """What both parts of the message say."""

    subject: str
    sentence: str
    number: str
    href: str
    demo: bool
    said: words.Said


def compose(notice: Outgoing, book: RuleBook, envelope: Envelope) -> EmailMessage:
    """Return the message; its id is the same each time, so that a copy can be known as one."""
    now, number = clock.now(), words.number(notice.about)
    page = MailPage(
        subject=_SUBJECTS[envelope.demo].format(number),
        sentence=words.of_deadline(
            book, notice.kind, notice.rule, notice.due_at, (Zone(notice.zone), now)
        ),
        said=words.said(notice.about),
        number=number,
        href=f"{envelope.base_url}{words.path(notice.about)}",
        demo=envelope.demo,
    )
    message = EmailMessage()
    message["Subject"] = page.subject
    message["From"] = envelope.sender
    message["To"] = notice.to
    message["Date"] = format_datetime(now)
    host = envelope.sender.rpartition("@")[2].rstrip(">")
    message["Message-ID"] = f"<notice-{notice.id}.{envelope.installation}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    text, html = (render(f"notices/mail.{kind}", page=page) for kind in ("txt", "html"))
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    return message
