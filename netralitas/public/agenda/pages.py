"""What the pages of the public agenda show."""

from datetime import date, datetime

import msgspec

from netralitas.public.pages import PublicPage
from netralitas.web.parts import Crumb, Pages, Tab, type_tone


class ActivityLine(msgspec.Struct, frozen=True, kw_only=True):
    """An activity on the agenda; `mark` says what is not as planned, `day` is for machines."""

    href: str
    title: str
    kind: str
    mark: str
    tone: type_tone
    day: date
    when: str
    moved: str | None
    where: str
    audience: str
    held_by: str
    speakers: tuple[str, ...]
    notice: str | None


class AgendaPage(PublicPage, frozen=True, kw_only=True):
    """A page of the agenda: what comes, the nearest first, then what was, the latest first.

    `teaches` where nothing comes at all.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    themes: tuple[Tab, ...]
    coming: tuple[ActivityLine, ...]
    past: tuple[ActivityLine, ...]
    teaches: bool
    pages: Pages


class ChangeLine(msgspec.Struct, frozen=True, kw_only=True):
    """What was told of an activity, and since when: for machines and in words."""

    at: datetime
    said: str
    sentence: str


class MaterialLink(msgspec.Struct, frozen=True, kw_only=True):
    """A material of an activity: its title with type and size, and where it is."""

    href: str
    title: str
    about: str


class ActivityPage(PublicPage, frozen=True, kw_only=True):
    """One activity of the agenda, with everything that was told of it."""

    crumbs: tuple[Crumb, ...]
    line: ActivityLine
    theme: str
    changes: tuple[ChangeLine, ...]
    materials: tuple[MaterialLink, ...]
