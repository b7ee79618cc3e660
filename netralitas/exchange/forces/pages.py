"""What the pages of task forces show: one struct each, the whole context of its template."""

from datetime import date

import msgspec

from netralitas.web.parts import Crumb, Link, type_tone


class ForceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A task force in the list: its decree, its term, how many are in it."""

    href: str
    kind: str
    name: str
    decree: str
    term: str
    members: int
    standing: str
    tone: type_tone


class ForcesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every task force and naming of liaison officers under an agreement, the latest first.

    `soon` is whose days end within a month, and of what.
    """

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    forms: Link | None
    soon: tuple[str, ...]
    lines: tuple[ForceLine, ...]


class MemberLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with office, capacity and days; `ends` leads to the form that ends them."""

    name: str
    organisation: str
    capacity: str
    post: str
    contact: str
    term: str
    standing: str
    tone: type_tone
    ends: str


class ForcePage(msgspec.Struct, frozen=True, kw_only=True):
    """One task force: its decree, tasks and people; `soon` is what ends within a month."""

    title: str
    kind: str
    crumbs: tuple[Crumb, ...]
    standing: str
    tone: type_tone
    facts: tuple[tuple[str, str], ...]
    tasks: str
    members: tuple[MemberLine, ...]
    soon: tuple[str, ...]
    roster: str
    acts: tuple[Link, ...]
    history: tuple[str, ...]


class ShiftLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on duty: who, from when to when, where; `cancel` takes back what is to come."""

    name: str
    organisation: str
    hours: str
    place: str
    cancel: str


class DayLine(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the roster; `free` names the holiday or the weekend where it is no working day."""

    on: date
    weekday: str
    free: str
    shifts: tuple[ShiftLine, ...]


class RosterPage(msgspec.Struct, frozen=True, kw_only=True):
    """Who is on duty on each day of a month; `bare` is how many working days nobody is."""

    title: str
    crumbs: tuple[Crumb, ...]
    month: str
    earlier: str
    later: str
    fills: Link | None
    days: tuple[DayLine, ...]
    bare: int
