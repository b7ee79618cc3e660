"""What the pages of requests show: one struct each, the whole context of its template."""

import msgspec

from netralitas.web.parts import Crumb, Link, Pages, Tab, type_tone


class RequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A request in a list: its letter, between whom, where it stands."""

    href: str
    number: str
    on: str
    kind: str
    subject: str
    between: str
    label: str
    standing: str
    tone: type_tone


class RequestsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The requests under an agreement, or all that wait for an office; `asks` are the forms."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    asks: tuple[Link, ...]
    lines: tuple[RequestLine, ...]
    pages: Pages
    empty: str


class ItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was asked for; `verdict` says whether it may be given, once decided."""

    ordinal: int
    name: str
    basis: str
    verdict: str
    tone: type_tone


class DeliveryLine(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed over on a day; `digest` is that of the file, in hexadecimal."""

    on: str
    what: str
    note: str
    number: str
    label: str
    digest: str


class RequestPage(msgspec.Struct, frozen=True, kw_only=True):
    """One request; `facts` and `decision` are labels with what is said under each.

    `hidden` says that something was handed over which bears a stricter label than the reader's.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    label: str
    standing: str
    tone: type_tone
    article_text: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[ItemLine, ...]
    bases: bool
    decision: tuple[tuple[str, str], ...]
    deliveries: tuple[DeliveryLine, ...]
    hidden: bool
    steps: tuple[Link, ...]
    holder: str
    history: tuple[str, ...]
