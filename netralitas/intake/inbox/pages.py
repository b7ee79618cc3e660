"""What the pages of the inbox and of messages show. No list and no struct of them holds a name.

The one exception is the report that is taken in by name: `identity` is then shown at the desk.
"""

from datetime import datetime

import msgspec

from netralitas.intake.inbox.forms import AccusedForm, MessageForm, RefusalForm, TakingForm
from netralitas.web.parts import Crumb, Pages


class WaitingLine(msgspec.Struct, frozen=True, kw_only=True):
    """One report that waits: its number, kind, since when; never who sent it."""

    href: str
    number: str
    kind: str
    sent_at: datetime
    waits: str
    files: int


class UnreadLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case in which somebody who holds a code has written what nobody has read."""

    href: str
    number: str
    amount: int
    since: datetime


class InboxPage(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for an office; what came without proof of work stands apart from the rest."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[WaitingLine, ...]
    unproved: tuple[WaitingLine, ...]
    unproved_more: bool
    pages: Pages
    unread: tuple[UnreadLine, ...]


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a report: digest, size and type; `view` is where a safe copy is looked at."""

    title: str
    kind: str
    size: int
    digest: str
    view: str | None


class SentPage(msgspec.Struct, frozen=True, kw_only=True):
    """One report that waits, with the form that takes it in and the one that refuses it.

    `taking` is None where its answers do not open. `identity` is empty unless it is named.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    kind: str
    about: str
    number: str
    sent_at: datetime
    proved: bool
    unreadable: str | None
    identity: tuple[tuple[str, str], ...]
    witnesses: int
    files: tuple[FileLine, ...]
    taking: TakingForm | None
    accused: AccusedForm | None
    refusal: RefusalForm
    take: str
    action: str
    refuse: str


class MessageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One message: from which side, when, its text; `unread` until the office has seen it."""

    sender: str
    from_office: bool
    written_at: datetime
    text: str
    unread: bool


class ThreadPage(msgspec.Struct, frozen=True, kw_only=True):
    """The messages of a case, the oldest first; `form` is None for who only reads."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    case: int
    action: str
    lines: tuple[MessageLine, ...]
    closed: str | None
    form: MessageForm | None
