"""Values shown by the macros of `templates/macros/`; queries and pages build them, in words."""

from datetime import date, datetime
from typing import Literal

import msgspec

from netralitas.law.months import MonthShown

type_tone = Literal["neutral", "done", "soon", "late", "waiting"]


class Crumb(msgspec.Struct, frozen=True):
    """One step of the breadcrumb; the page itself has no address."""

    label: str
    href: str | None = None


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One phase of a proceeding on its strip; `note` is a short word such as a date."""

    label: str
    state: Literal["done", "current", "ahead", "skipped"] = "ahead"
    note: str | None = None


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """The stages of one proceeding; several run on one case, each with a strip of its own."""

    title: str
    stages: tuple[Stage, ...]
    holder: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A way that leads on, in a word or two, and where to."""

    label: str
    href: str


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A due date in words: `remaining` ("Sisa 2 hari"), the sentence, the source, steps and months.

    `doubt` names the kind of source of a rule that needs confirmation: "sumber kedua". `ways` lead
    to what the reader may do about it, `reference` to the page about the rule. `updating` says that
    it is still that of an older edition of the law.
    """

    title: str
    remaining: str
    sentence: str
    tone: type_tone = "neutral"
    due: date | datetime | None = None
    source: str | None = None
    doubt: str | None = None
    reference: str | None = None
    updating: str | None = None
    steps: tuple[str, ...] = ()
    months: tuple[MonthShown, ...] = ()
    ways: tuple[Link, ...] = ()


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a timeline: when (in words and for machines), what, and the small print."""

    when: str
    machine: str
    sentence: str
    detail: str | None = None
    tone: type_tone = "neutral"
    corrected: bool = False


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    """A possible move: a link to its form, or the reason why not and who must act.

    `also` names further moves that the same reason blocks.
    """

    label: str
    also: tuple[str, ...] = ()
    href: str | None = None
    who: str | None = None
    blocked: str | None = None
    primary: bool = False


class Tab(msgspec.Struct, frozen=True, kw_only=True):
    """A view of the same thing under its own address."""

    label: str
    href: str
    current: bool = False
    amount: int | None = None


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """The neighbours of a page of a list, by cursor."""

    earlier: str | None = None
    later: str | None = None
    shown: str | None = None
