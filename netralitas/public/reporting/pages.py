"""What the pages of the public door show: one struct each, the whole context of its template."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from netralitas.intake.door import Service
from netralitas.public.forms import CodeForm
from netralitas.public.pages import PublicPage
from netralitas.public.reporting.files import Kept
from netralitas.public.reporting.forms import Question


class OfficeLine(msgspec.Struct, frozen=True, kw_only=True):
    """An office on the start page: its name and when it serves."""

    name: str
    service: Service


class StartPage(PublicPage, frozen=True, kw_only=True):
    """Where a report begins; `going_on` leads back to one that this browser has open."""

    offices: tuple[OfficeLine, ...]
    levels: tuple[tuple[str, str], ...]
    going_on: str | None = None
    closed: str = ""


class DoorPage(PublicPage, frozen=True, kw_only=True):
    """A page of a report that is being written. `back` leads to the question before."""

    title: str
    back: str


class QuestionPage(DoorPage, frozen=True, kw_only=True):
    """One question: its place among all, its help, and its form."""

    key: str
    lead: str
    place: int
    of: int
    form: Question
    hints: tuple[str, ...] = ()
    button: str
    has_code: bool


class FilesPage(DoorPage, frozen=True, kw_only=True):
    """The files of a draft, and where another one is chosen; `wrong` was just refused.

    `said` is what the script says while it sends.
    """

    lead: str
    place: int
    of: int
    files: tuple[Kept, ...]
    most: int
    largest: int
    piece: int
    hint: str
    said: Mapping[str, str]
    wrong: str = ""
    has_code: bool = True


class CodePage(PublicPage, frozen=True, kw_only=True):
    """The code, right after the first answer and whenever it is asked for."""

    code: str
    next: str
    days: int


class ResumePage(PublicPage, frozen=True, kw_only=True):
    """Where a code is typed to go on; `missing` after one that has no draft."""

    form: CodeForm
    missing: str = ""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A day that the law counts to: the sentence, where it stands, and what is not sure of it.

    `rule` is the name of the rule where it stands in front of the sentence.
    """

    sentence: str
    rule: str = ""
    source: str = ""
    doubt: str | None = None
    steps: tuple[str, ...] = ()


class WindowPage(DoorPage, frozen=True, kw_only=True):
    """Until when this could be reported, and how that is counted."""

    window: Counted
    next: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An answer on the summary, with the way to change it."""

    label: str
    value: str
    href: str


class SummaryPage(DoorPage, frozen=True, kw_only=True):
    """Everything that was answered, and sending. `task` is the proof of work; `wrong` stops it."""

    lines: tuple[Line, ...]
    office: str | None
    service: Service
    level: str
    task: str
    bits: int
    wrong: str = ""
    wrong_href: str = ""
    trapped: str = ""


class QueuePage(PublicPage, frozen=True, kw_only=True):
    """Sending has to wait; nothing is lost."""

    sentence: str
    seconds: int
    task: str
    bits: int


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file on a receipt: what it is, how large, and its digest in groups."""

    title: str
    digest: str


class ReceiptPage(PublicPage, frozen=True, kw_only=True):
    """The receipt of a report that was sent."""

    number: str
    code: str
    office: str
    sent: str
    sent_at: datetime
    kind: str
    files: tuple[FileLine, ...]
    dates: tuple[Counted, ...]
    steps: tuple[str, ...]
    service: Service
    digest: str
