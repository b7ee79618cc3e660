"""What the pages of the follow-up show: one struct each, the whole context of its template."""

from datetime import date

import msgspec

from netralitas.discipline.advice import Advice
from netralitas.discipline.dates import DateLine
from netralitas.web.parts import Pages, Tab, type_tone


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A respondent as an officer recognises them; `name` is an ordinal for who may not read it."""

    name: str
    detail: str


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed to the office in one case and not received yet.

    `receive` leads to the form that records the receipt, None for those who do not record it.
    """

    href: str
    number: str
    subject: str
    amount: int
    persons: tuple[Named, ...]
    further: int
    waits: str
    receive: str | None
    who: str


class FollowedUp(msgspec.Struct, frozen=True, kw_only=True):
    """A respondent handed to this office: who, the route, where it stands, what is next.

    `advice` proposes a route until one is chosen; `next_href` leads to the form of the next step.
    """

    href: str
    number: str
    person: Named
    state: str
    waits: str
    advice: Advice | None
    dates: tuple[DateLine, ...]
    notes: tuple[str, ...]
    recommended: str | None
    imposed: str | None
    pressure: str | None
    next_label: str
    next_href: str | None


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Respondents with whom the same kind of work is next; `total` counts those of other pages."""

    title: str
    total: int
    respondents: tuple[FollowedUp, ...]


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed to an office: come in, and in hand by what is to be done next."""

    arrivals: tuple[Arrival, ...]
    arrivals_more: bool
    stretches: tuple[Stretch, ...]
    pages: Pages
    total: int


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One respondent on the board, with the proceeding that leads.

    `late` says by how much, and `missed` which deadline.
    """

    href: str
    number: str
    name: str
    office: str
    waits: str
    age: str
    age_tone: type_tone
    late: str | None
    missed: str | None
    pressure: str | None


class BoardColumn(msgspec.Struct, frozen=True, kw_only=True):
    """Those for whom one party holds the ball, the longest first.

    `total` counts all of them, or so many of which there are `more`.
    """

    title: str
    total: int
    more: bool
    cards: tuple[Card, ...]


class LedgerRow(msgspec.Struct, frozen=True, kw_only=True):
    """What was recommended and what was imposed on one respondent, side by side.

    `letter` leads to the letter that recommended it.
    """

    href: str
    number: str
    name: str
    office: str
    letter: str | None
    recommended: str
    imposed: str
    verdict: str
    days: int | None


class ReceiverRow(msgspec.Struct, frozen=True, kw_only=True):
    """How one office stands with what it was handed: the parts add up to `handed`."""

    name: str
    href: str
    handed: int
    unreceived: int
    going: int
    done: int
    late: int
    median: float | None


class ComparedRow(msgspec.Struct, frozen=True, kw_only=True):
    """How decisions compare with what was recommended; the parts add up to `total`."""

    name: str
    href: str
    total: int
    lighter: int
    equal: int
    heavier: int
    none: int
    unknown: int
    undecided: int


class StandingPage(msgspec.Struct, frozen=True, kw_only=True):
    """How each receiver stands, and how decisions compare by official and by authority."""

    beside: tuple[Tab, ...]
    receivers: tuple[ReceiverRow, ...]
    officials: tuple[ComparedRow, ...]
    authorities: tuple[ComparedRow, ...]
    order: str
    print_note: str


class OfficeRow(msgspec.Struct, frozen=True, kw_only=True):
    """An office: how long it has authority, who follows it, what is in doubt."""

    name: str
    employer: str | None
    period: str
    valid: bool
    successor: str | None
    doubt: str | None
    source: str | None
    certainty: str | None


class OfficesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The offices to which something can be handed over, by what they are to it."""

    beside: tuple[Tab, ...]
    groups: tuple[tuple[str, tuple[OfficeRow, ...]], ...]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One drop-down of the filters: its name in the address, options as value and words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


class BoardPage(msgspec.Struct, frozen=True, kw_only=True):
    """The ageing board, and the ledger below it."""

    beside: tuple[Tab, ...]
    today: date
    filters: tuple[Choice, ...]
    late: bool
    filtered: bool
    columns: tuple[BoardColumn, ...]
    ledger: tuple[LedgerRow, ...]
    ledger_pages: Pages
    print_note: str
