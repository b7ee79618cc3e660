"""What the pages of people show: one struct each, the whole context of its template."""

from datetime import datetime

import msgspec

from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Link, Pages, type_tone


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """A person in the list, with the desks that are held still."""

    href: str
    name: str
    login: str
    desks: tuple[str, ...]
    state: str
    tone: type_tone


class PeoplePage(msgspec.Struct, frozen=True, kw_only=True):
    """The people of an administrator; `waiting` requests and `ending` desks are told on top."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    filters: Form
    filtered: bool
    lines: tuple[PersonLine, ...]
    pages: Pages
    waiting: int
    ending: int


class DeputyLine(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands in at a desk, with which roles, on which days; `end` is where to end it."""

    name: str
    roles: str
    days: str
    end: str | None


class HandoverLine(msgspec.Struct, frozen=True, kw_only=True):
    """A handing over of the work of a desk: to whom, when; `cancel` while it is to come."""

    sentence: str
    cancel: str | None


class DeskLine(msgspec.Struct, frozen=True, kw_only=True):
    """A desk with its roles and days; `ways` change it. `over`: nobody sits there any more."""

    title: str
    office: str
    roles: str
    days: str
    over: bool
    soon: bool
    ways: tuple[Link, ...]
    deputies: tuple[DeputyLine, ...]
    handovers: tuple[HandoverLine, ...] = ()


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to an account: when, in words, by whom."""

    at: datetime
    sentence: str
    by: str


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """One person: account and desks, never a secret; `ways` change the account.

    `note` says why there are none, `alone` that one administrator alone set the address.
    `request` leads to what is open about the account.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    href: str
    name: str
    login: str
    email: str | None
    alone: str | None = None
    superior: str | None
    state: str
    tone: type_tone
    sessions: int
    factor: bool
    ways: tuple[Link, ...]
    enable: bool
    note: str | None
    request: Link | None
    desks: tuple[DeskLine, ...]
    history: tuple[HistoryLine, ...]


class RequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A request in the list."""

    href: str
    number: str
    kind: str
    who: str
    office: str
    state: str
    at: datetime


class RequestsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Invitations and resets of an administrator's offices, the newest first."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[RequestLine, ...]
    pages: Pages


class RequestPage(msgspec.Struct, frozen=True, kw_only=True):
    """One request. `form` is None where the reader does not confirm it, `note` says why.

    `begin` leads to where what somebody asked for themself is taken up.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    href: str
    state: str
    rows: tuple[tuple[str, str], ...]
    form: Form | None
    button: str
    note: str | None
    begin: str | None
    withdraws: bool


class CodePage(msgspec.Struct, frozen=True, kw_only=True):
    """A one-time code, shown this once to who confirmed."""

    title: str
    crumbs: tuple[Crumb, ...]
    address: str
    login: str
    code: str
    until: str
    mailed: bool
    invited: bool


class RedeemPage(msgspec.Struct, frozen=True, kw_only=True):
    """Where a code is typed, then what is done with it; `done` once it was."""

    form: Form
    login: str | None = None
    new_password: bool = True
    new_factor: bool = False
    done: str | None = None


class AskPage(msgspec.Struct, frozen=True, kw_only=True):
    """Who forgot the password asks; `asked` says the same for every login."""

    form: Form
    asked: str | None = None


class StandInPage(msgspec.Struct, frozen=True, kw_only=True):
    """One's own desks and those of the people below, and who stands in there.

    `names` are those of the desks, in their order; `sits` are desks at which one stands in.
    """

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    desks: tuple[DeskLine, ...]
    names: tuple[str, ...]
    sits: tuple[str, ...]
