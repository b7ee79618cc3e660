"""What the pages of evidence show."""

from datetime import date, datetime

import msgspec

from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Pages


class ExhibitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence in the list; `damaged` says what is wrong with its file."""

    href: str
    name: str
    title: str
    nature: str
    origin: str
    obtained_on: date | None
    entered_at: datetime | None
    size: int
    digest: str
    scan: str
    damaged: str | None
    picture: str | None


class ExhibitsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The evidence of a case, in the order of its ordinals; `add` for who may upload more."""

    crumbs: tuple[Crumb, ...]
    case: int
    amount: int
    lines: tuple[ExhibitLine, ...]
    pages: Pages
    add: str | None


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the log of custody."""

    at: datetime
    act: str
    by: str
    office: str
    purpose: str | None = None
    note: str | None = None


class ExhibitFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a piece of evidence and of its file; `size` in bytes."""

    title: str
    nature: str
    origin: str
    obtained_on: date | None
    description: str | None
    entered_at: datetime | None
    size: int
    media_type: str
    digest: str
    scan: str
    verdict: str
    checked_at: datetime | None


class ExhibitPage(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence.

    `shows` is how its file is shown (image, video, audio), `remark` why it is not; `playing` where
    the purpose of playing it was said; `alarm` warns of a file that is not what it was.
    """

    crumbs: tuple[Crumb, ...]
    case: int
    ordinal: int
    href: str
    name: str
    facts: ExhibitFacts
    alarm: str | None
    usable: bool
    shows: str | None
    remark: str | None
    playing: bool
    log: tuple[LogLine, ...]
    pages: Pages
    edit: str | None
    printed_at: datetime


class UsePage(msgspec.Struct, frozen=True, kw_only=True):
    """The question for what somebody uses a piece of evidence."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    action: str
    back: str
    button: str
    form: Form


class WaitingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that arrived or is arriving for a case; `received` of `size` bytes."""

    token: str
    kind: str
    size: int
    received: int
    whole: bool
    remove: str


class UploadPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form by which evidence is added; `waiting` is what arrived already."""

    crumbs: tuple[Crumb, ...]
    case: int
    action: str
    announcing: str
    back: str
    form: Form
    waiting: tuple[WaitingFile, ...]
    largest: int
