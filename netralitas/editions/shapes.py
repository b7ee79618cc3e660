"""What the body of each kind of entry may hold; pure.

Where the law has a type of its own for the thing, the body holds its fields.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import msgspec
from msgspec.inspect import DataclassType, Field, NoneType, StructType, Type, UnionType, type_info

from netralitas.editions.domain import EntryKind
from netralitas.law.calendar import DayKind
from netralitas.law.domain import Certainty, RegimeNote, Rule
from netralitas.law.entries import Body
from netralitas.law.hours import Hours
from netralitas.law.laws.domain import Law
from netralitas.law.violations.domain import Clause, Level, Phase


class DayOff(msgspec.Struct, frozen=True, kw_only=True):
    """A day off; without a `source` it rests on the decree of its year."""

    on: date
    kind: DayKind
    name: str
    source: str | None = None
    decree_on: date | None = None


class CalendarYear(msgspec.Struct, frozen=True, kw_only=True):
    """A year of the calendar, with the decree for each kind of day off."""

    year: int
    provisional: bool
    source: dict[DayKind, str]


class CatalogueItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a catalogue; without days of its own it holds as long as the catalogue."""

    code: str
    act: str
    phase: Phase
    level: Level
    level_certainty: Certainty
    certainty: Certainty
    sources: list[str]
    person: str | None = None
    clauses: list[Clause] = []
    no_clause: str = ""
    valid_from: date | msgspec.UnsetType = msgspec.UNSET
    valid_to: date | None = None


class CatalogueConflict(msgspec.Struct, frozen=True, kw_only=True):
    """Where sources of a catalogue differ."""

    code: str
    about: str
    concerns: list[str]
    said: str
    said_by: list[str]
    taken: str
    taken_from: list[str]
    why: str


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """An edition of the catalogue of violations, with the addresses of its sources."""

    code: str
    law: str
    title: str
    valid_from: date
    checked: str
    certainty: Certainty
    sources: list[str]
    note: str
    source: dict[str, str]
    violation: list[CatalogueItem]
    conflict: list[CatalogueConflict] = []
    valid_to: date | None = None


SHAPES: Final[Mapping[EntryKind, type]] = {
    EntryKind.RULE: Rule,
    EntryKind.HOLIDAY: DayOff,
    EntryKind.YEAR: CalendarYear,
    EntryKind.OFFICE_HOURS: Hours,
    EntryKind.REGIME: RegimeNote,
    EntryKind.VIOLATIONS: Catalogue,
    EntryKind.LAW: Law,
}
_DERIVED: Final[Mapping[type, frozenset[str]]] = {
    Rule: frozenset({"added"}),
    Law: frozenset({"replaced_by", "amended_by"}),
}
"""Fields that no data says, because they are computed."""
Composite = DataclassType | StructType


def day_off(body: Body) -> DayOff:
    """Return a day off as its body says it; msgspec.ValidationError for what is none."""
    return msgspec.convert(body, DayOff)


def calendar_year(body: Body) -> CalendarYear:
    """Return a year as its body says it; msgspec.ValidationError for what is none."""
    return msgspec.convert(body, CalendarYear)


def shape_of(kind: EntryKind) -> Type:
    """Return what the body of a kind holds."""
    return type_info(SHAPES[kind])


def fields_of(shape: Composite) -> Mapping[str, Field]:
    """Return the fields that a body may hold, by name."""
    derived = _DERIVED.get(shape.cls, frozenset())
    return {field.name: field for field in shape.fields if field.name not in derived}


def needed(field: Field) -> bool:
    """Say whether the field is always said: it has no default and cannot be nothing."""
    return field.required and not may_be_nothing(field.type)


def may_be_nothing(shape: Type) -> bool:
    """Say whether null stands for the absence of the value."""
    return isinstance(shape, UnionType) and any(isinstance(one, NoneType) for one in shape.types)


def parts(shape: Type) -> Iterator[Type]:
    """Yield what a shape consists of: the choices of a union, the members of a list."""
    if isinstance(shape, UnionType):
        yield from (one for one in shape.types if not isinstance(one, NoneType))
    member = getattr(shape, "item_type", None)
    if member is not None:
        yield member
