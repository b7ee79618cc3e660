"""What the pages of a work plan show: one struct each, the whole context of its template."""

import msgspec

from netralitas.web.parts import Crumb, Link


class YearCell(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an indicator in a year: "3 dari 4 (75%)"."""

    year: str
    text: str


class IndicatorLine(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator by year; `how` says where its figures come from, `units` what is counted."""

    aspect: str
    text: str
    units: str
    cells: tuple[YearCell, ...]
    how: str
    href: str
    known: bool


class DutyState(msgspec.Struct, frozen=True, kw_only=True):
    """A duty of a row, and how often activities did it; "" where none of them can."""

    text: str
    often: str = ""
    done: bool = False


class PartyDuties(msgspec.Struct, frozen=True, kw_only=True):
    """What a party promised in a row."""

    party: str
    duties: tuple[DutyState, ...]


class PlanBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the plan: `counted` indicators by year, `plain` ones that are no number."""

    title: str
    programme: str
    about: str
    schedule: str
    counted: tuple[IndicatorLine, ...]
    plain: tuple[IndicatorLine, ...]
    duties: tuple[PartyDuties, ...]


class PlanPage(msgspec.Struct, frozen=True, kw_only=True):
    """The work plan of an agreement by year, with what became of it."""

    crumbs: tuple[Crumb, ...]
    title: str
    about: str
    signed: bool
    public: bool
    heads: tuple[str, ...]
    blocks: tuple[PlanBlock, ...]
    importing: str


class YearLine(msgspec.Struct, frozen=True, kw_only=True):
    """A year of an indicator: target, realisation, share, and the months of it.

    `outside` names the months of it that the schedule does not have.
    """

    year: str
    href: str
    schedule: str
    target: str
    amount: str
    percent: str
    months: str
    outside: str


class CountedLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was counted, and where it is."""

    on: str
    text: str
    href: str


class EntryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that was entered, by whom and what shows it; `withdraw` where it may be."""

    when: str
    amount: str
    source: str
    told: str
    file: str
    withdraw: str
    withdrawn: bool


class IndicatorPage(msgspec.Struct, frozen=True, kw_only=True):
    """One indicator: by year and month, what was counted or entered, and what may be done.

    Of what was counted `more` is not listed; `hidden` is of cases that the reader does not open.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    unit: str
    how: str
    told: str
    definition: str
    doubt: str
    years: tuple[YearLine, ...]
    chosen: str
    counted: tuple[CountedLine, ...]
    more: int
    hidden: int
    entries: tuple[EntryLine, ...]
    moves: tuple[Link, ...]
    end: str
