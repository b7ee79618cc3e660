"""What the pages show on which nothing is changed."""

from datetime import date, datetime

import msgspec

from netralitas.editions.pages.parts import Change, Progress
from netralitas.web.parts import Crumb, Pages


class AdministrationPage(msgspec.Struct, frozen=True, kw_only=True):
    """What an administrator has; `changes_law` for those who may change it."""

    changes_law: bool


class EditionLine(msgspec.Struct, frozen=True, kw_only=True):
    """An edition in the history: when, who, why, what in a few words."""

    href: str
    number: int
    recorded_at: datetime
    officer: str
    reason: str
    changed: str
    amount: int


class HomePage(msgspec.Struct, frozen=True, kw_only=True):
    """The edition in force, what is still being updated, the history; `saved` is one just saved."""

    crumbs: tuple[Crumb, ...]
    edition: int
    saved: int | None
    progress: Progress
    editions: tuple[EditionLine, ...]
    pages: Pages
    year: int


class EditionPage(msgspec.Struct, frozen=True, kw_only=True):
    """What one edition changed, entry by entry."""

    crumbs: tuple[Crumb, ...]
    number: int
    recorded_at: datetime
    officer: str
    reason: str
    amount: int
    changes: tuple[Change, ...]
    pages: Pages
    export: str


class DayLine(msgspec.Struct, frozen=True, kw_only=True):
    """A day off of the year with the way to withdraw it."""

    on: date
    name: str
    kind: str
    where: str
    source: str
    withdraw: str


class CalendarPage(msgspec.Struct, frozen=True, kw_only=True):
    """The days off of a year, and the decrees of those that name none of their own.

    `settle` and `load` lead to forms where these make sense.
    """

    crumbs: tuple[Crumb, ...]
    year: int
    loaded: bool
    provisional: bool
    span: str
    earlier: str | None
    later: str | None
    decrees: tuple[tuple[str, str], ...]
    days: tuple[DayLine, ...]
    settle: str | None
    load: str | None
    following: int


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in its newest version."""

    label: str
    href: str
    bound: str
    article: str
    version: int
    unsure: str | None


class RulesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every rule by its group."""

    crumbs: tuple[Crumb, ...]
    groups: tuple[tuple[str, tuple[RuleLine, ...]], ...]
