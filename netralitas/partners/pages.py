"""What the pages of partners show."""

from datetime import datetime

import msgspec

from netralitas.web.parts import Crumb, type_tone


class PartnerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A partner in the list; `open` is how much waits for people."""

    href: str
    name: str
    host: str
    sender: str
    state: str
    tone: type_tone
    open: int


class PartnersPage(msgspec.Struct, frozen=True, kw_only=True):
    """The partners of an office, those that ended last."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[PartnerLine, ...]
    new: str


class HeldLine(msgspec.Struct, frozen=True, kw_only=True):
    """A package that cannot come in: why, which paper it concerns, when it is tried again."""

    number: int
    why: str
    paper: str | None
    tries: int
    next_at: datetime
    again: str | None


class AnswerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A step that is not recorded at the partner: what, on which case, why, what may be done."""

    step: str
    case: str
    href: str
    why: str
    state: str
    tone: type_tone
    at: datetime
    again: str | None
    settle: str | None


class ApartLine(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding that stands otherwise there than here, and nothing of ours is on its way."""

    case: str
    href: str
    process: str
    here: str
    there: str


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case that came from the partner."""

    href: str
    name: str
    arrived_at: datetime


class PartnerPage(msgspec.Struct, frozen=True, kw_only=True):
    """One partner: whether it answers, what waits, what a person has to do.

    `tried` is what it said when the connection was tried just now, `refused` why it did not work.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    href: str
    address: str
    sender: str
    state: str
    tone: type_tone
    reason: str | None
    made_at: datetime
    pulled_at: datetime | None
    next_at: datetime | None
    waiting: int
    tried: str | None
    refused: str | None
    held: tuple[HeldLine, ...]
    answers: tuple[AnswerLine, ...]
    apart: tuple[ApartLine, ...]
    cases: tuple[CaseLine, ...]
    pauses: bool
    goes_on: bool
    alive: bool


class ExchangedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a case that a person has to record at the sender, and where they say that it is."""

    step: str
    why: str
    settle: str | None


class Exchanged(msgspec.Struct, frozen=True, kw_only=True):
    """Where a case came from, and whether its last step has reached the sender."""

    partner: str
    arrived_at: datetime
    last: str | None
    tone: type_tone
    lines: tuple[ExchangedLine, ...]
    apart: tuple[str, ...]
