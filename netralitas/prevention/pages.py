"""What the pages of prevention show: one struct each, the whole context of its template."""

from datetime import date

import msgspec

from netralitas.web.parts import Crumb, Pages, type_tone


class FilterChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One drop-down of the filters: its name in the address, options as value and words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


class ActivityLine(msgspec.Struct, frozen=True, kw_only=True):
    """One activity of a list; `held_on` None while it was not held."""

    href: str
    title: str
    theme: str
    kind: str
    planned_on: date
    held_on: date | None
    region: str
    organiser: str
    state: str
    tone: type_tone
    people: int | None


class ActivitiesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The activities of a year, the latest first; `filtered` when something is left out."""

    filters: tuple[FilterChoice, ...]
    filtered: bool
    lines: tuple[ActivityLine, ...]
    pages: Pages
    may_plan: bool
    crumbs: tuple[Crumb, ...]
