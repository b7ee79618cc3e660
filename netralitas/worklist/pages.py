"""What the pages of the lists show: one struct each, the whole context of its template."""

from datetime import date, datetime

import msgspec

from netralitas.web.parts import Pages, Tab, type_tone


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list: proceedings of one case that stand alike.

    `waits` says who holds the ball since when; `left` how long until `due`; `step` what comes next,
    `act` where that is done.
    """

    href: str
    number: str
    subject: str
    respondents: int
    process: str
    stage: str
    waits: str
    waits_since: str
    left: str
    tone: type_tone
    due: datetime | None
    rule: str | None
    investigator: str
    step: str
    act: str


class FilterChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One drop-down of the filters: its name in the address, options as value and words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


class WorklistPage(msgspec.Struct, frozen=True, kw_only=True):
    """The worklist of an organisation; `filtered` when something is left out."""

    tabs: tuple[Tab, ...]
    filters: tuple[FilterChoice, ...]
    kept: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    pages: Pages
    may_take_in: bool
    filtered: bool
    closed: bool


class CaseCard(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it is found or remembered: its number, what it is about, where it stands."""

    href: str
    number: str
    subject: str
    stage: str
    detail: str


class HomePage(msgspec.Struct, frozen=True, kw_only=True):
    """What one person needs to know in the morning; each list is short."""

    title: str
    today: date
    due: tuple[Line, ...]
    due_more: bool
    arrived_title: str
    arrived_hint: str
    arrived: tuple[CaseCard, ...]
    waiting: tuple[Line, ...]
    may_take_in: bool
    sees_deadlines: bool


class AdministratorPage(msgspec.Struct, frozen=True, kw_only=True):
    """What an administrator sees at home: how many there are of each, no case."""

    today: date
    organisations: int
    officers: int
    desks: int


class DayEntry(msgspec.Struct, frozen=True, kw_only=True):
    """How often one kind of deadline ends on a day."""

    label: str
    amount: int


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the calendar; `href` leads to its list when something ends on it."""

    on: date
    inside: bool
    today: bool
    holiday: str | None
    href: str | None
    chosen: bool
    entries: tuple[DayEntry, ...]


class DeadlinesPage(msgspec.Struct, frozen=True, kw_only=True):
    """A month of deadlines as a calendar and as a list of the same."""

    first: date
    earlier: str
    later: str
    this_month: str | None
    weeks: tuple[tuple[Day, ...], ...]
    filters: tuple[FilterChoice, ...]
    month_text: str
    chosen: date | None
    whole_month: str
    lines: tuple[Line, ...]
    pages: Pages
    late: int
    late_href: str
    filtered: bool


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found; `called` names what was looked for, without a NIP in it."""

    called: str
    cases: tuple[CaseCard, ...]
    more: bool
