"""What the pages of webhooks show."""

from datetime import datetime

import msgspec

from netralitas.web.parts import Crumb, Pages, type_tone
from netralitas.webhooks.forms import ReceiverForm


class ReceiverLine(msgspec.Struct, frozen=True, kw_only=True):
    """A receiver in the list; `dead` is how many dead letters it has."""

    href: str
    name: str
    host: str
    topics: str
    state: str
    tone: type_tone
    dead: int


class ReceiversPage(msgspec.Struct, frozen=True, kw_only=True):
    """The receivers of an office, those that ended last."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[ReceiverLine, ...]
    new: str


class NewReceiverPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a new receiver."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    form: ReceiverForm
    action: str
    back: str


class DeliveryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A message and what became of it; of an event its topic alone. `again` sends it once more."""

    id: str
    about: str
    state: str
    tone: type_tone
    tries: int
    answer: str
    at: datetime
    again: str | None


class ReceiverPage(msgspec.Struct, frozen=True, kw_only=True):
    """One receiver with its messages, the newest first.

    `secret` is shown this once. `waits` says what holds the order, with the time of the next try.
    The addresses of acts are None where that act is not for now.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    href: str
    url: str
    topics: tuple[str, ...]
    state: str
    tone: type_tone
    reason: str | None
    made_at: datetime
    old_until: datetime | None
    waits: str | None
    next_at: datetime | None
    secret: str | None
    only_failed: bool
    lines: tuple[DeliveryLine, ...]
    pages: Pages
    pauses: bool
    goes_on: bool
    alive: bool
