"""What the pages of the clarification show."""

from datetime import date, datetime

import msgspec

from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Deadline, Link, Pages, type_tone
from netralitas.workflow.domain import Basis


class SessionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A session on the list of its case."""

    href: str
    when: str
    place: str
    officer: str
    state: str
    tone: type_tone
    invitation: str
    received: str | None


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to be heard, with their sessions; `invite` leads to the next invitation."""

    label: str
    said: str | None
    sessions: tuple[SessionLine, ...]
    invite: Link | None


class ClarificationPage(msgspec.Struct, frozen=True, kw_only=True):
    """Who is heard in a case, when, and what became of it."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    back: str
    people: tuple[PersonLine, ...]
    basis: tuple[Basis, ...]
    deadlines: tuple[Deadline, ...]
    add: str | None
    finish: str | None
    note: str | None


class AnswerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A question and its answer; `change` leads to its form as long as the minutes do not stand."""

    ordinal: int
    question: str
    answer: str
    change: str | None


class SessionPage(msgspec.Struct, frozen=True, kw_only=True):
    """A session as it goes on, or as it went."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    back: str
    state: str
    tone: type_tone
    figures: tuple[tuple[str, str], ...]
    answers: tuple[AnswerLine, ...]
    form: Form | None
    action: str
    ways: tuple[Link, ...]
    close: str | None
    protected: bool
    refused: tuple[str, ...] = ()


class FormPage(msgspec.Struct, frozen=True, kw_only=True):
    """A form of the clarification; `known` is what it is about, `notes` what the law says."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    lead: str
    action: str
    back: str
    button: str
    form: Form
    selects: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    danger: bool = False
    uploads: bool = False
    refused: tuple[str, ...] = ()
    stale: bool = False
    changed: tuple[str, ...] = ()


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True):
    """How many sessions begin on a day, by what is to be said of them."""

    label: str
    amount: int


class CalendarDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the calendar."""

    on: date
    inside: bool
    today: bool
    holiday: str | None
    href: str | None
    chosen: bool
    entries: tuple[CalendarEntry, ...]


class CalendarLine(msgspec.Struct, frozen=True, kw_only=True):
    """A session on the list of the office."""

    at: datetime
    hours: str
    case: str
    href: str
    role: str
    place: str
    officer: str
    state: str
    tone: type_tone


class CalendarPage(msgspec.Struct, frozen=True, kw_only=True):
    """The sessions of an office in a month, as a calendar and as a list."""

    first: date
    earlier: str
    later: str
    this_month: str | None
    weeks: tuple[tuple[CalendarDay, ...], ...]
    chosen: date | None
    whole_month: str
    lines: tuple[CalendarLine, ...]
    pages: Pages
