"""What the pages of the lists show: one struct each, the whole context of its template."""

from datetime import date, datetime

import msgspec

from netralitas.evaluation.queries.coming import DecisionLine
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
    sees_archive: bool
    may_see_addresses: bool
    may_import: bool
    filtered: bool
    closed: bool


class CaseCard(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it is found or remembered: its number, what it is about, where it stands.

    The subject may be empty where it would only be said that it is hidden.
    """

    href: str
    number: str
    subject: str
    stage: str
    detail: str


class ComingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting or an activity that is planned: its day, what it is, of which kind.

    `late` says that its day has passed and nobody recorded what became of it.
    """

    on: date
    title: str
    href: str
    kind: str
    late: bool = False


class MeetingWork(msgspec.Struct, frozen=True, kw_only=True):
    """The work of who keeps meetings and reads no cases."""

    meetings: tuple[ComingLine, ...]
    decisions: tuple[DecisionLine, ...]
    decisions_more: bool
    activities: tuple[ComingLine, ...]
    may_keep: bool
    may_plan: bool


class DuePart(msgspec.Struct, frozen=True, kw_only=True):
    """What the own side has to do by today, and the latest of what others have let pass.

    `board`: whether the person has the board of follow-ups.
    """

    due: tuple[Line, ...]
    due_more: bool
    others: tuple[Line, ...]
    others_more: bool
    board: bool


class ArrivedPart(msgspec.Struct, frozen=True, kw_only=True):
    """What came in, or runs, under its title; without cards `nothing` and `hint` are said."""

    title: str
    nothing: str
    hint: str
    cards: tuple[CaseCard, ...]


class InboxCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports of the public wait for an office, and how many messages nobody has read."""

    waiting: int
    unread: int


class HomePage(msgspec.Struct, frozen=True, kw_only=True):
    """What one person needs to know in the morning; a part is None where it is not their work.

    `exchange` is how many requests under an agreement wait for their office.
    """

    title: str
    today: date
    deadlines: DuePart | None = None
    arrived: ArrivedPart | None = None
    waiting: tuple[Line, ...] | None = None
    meeting_work: MeetingWork | None = None
    coming: tuple[ComingLine, ...] = ()
    may_take_in: bool = False
    inbox: InboxCounts | None = None
    complaints: int | None = None
    agreements: tuple[ComingLine, ...] = ()
    exchange: int = 0


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
    """A month of deadlines as a calendar and as a list of the same.

    `sessions` leads to the calendar of clarifications, for who reads that one.
    """

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
    sessions: str | None
    filtered: bool


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found; `called` names what was looked for, without a NIP in it."""

    called: str
    cases: tuple[CaseCard, ...]
    more: bool
