"""What is wrong with the body of an entry, field by field; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec.inspect import (
    BoolType,
    DataclassType,
    DateType,
    DictType,
    EnumType,
    FrozenSetType,
    IntType,
    ListType,
    StrType,
    StructType,
    TimeType,
    Type,
    UnionType,
    VarTupleType,
)

from netralitas.editions.domain import EntryKind
from netralitas.editions.shapes import (
    Composite,
    fields_of,
    may_be_nothing,
    needed,
    parts,
    shape_of,
)
from netralitas.law.entries import Body, law_kinds

type_path = tuple[str | int, ...]
"""The way to a field: names of fields, and numbers or keys of the parts between them."""


class Problem(StrEnum):
    """What can be wrong with a field; the last ones say what it is not."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_LISTED = "not_listed"
    NO_TEXT = "no_text"
    NO_NUMBER = "no_number"
    NO_YES_OR_NO = "no_yes_or_no"
    NO_DAY = "no_day"
    NO_TIME = "no_time"
    NO_MONTH = "no_month"
    NO_LIST = "no_list"
    NO_GROUP = "no_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A field and what is wrong with it."""

    path: type_path
    problem: Problem


_LISTS: Final = (ListType, VarTupleType, FrozenSetType)
_LEAVES: Final[Mapping[type[Type], tuple[object, Problem]]] = {
    StrType: (str, Problem.NO_TEXT),
    IntType: (int, Problem.NO_NUMBER),
    BoolType: (bool, Problem.NO_YES_OR_NO),
    DateType: (date, Problem.NO_DAY),
    TimeType: (Annotated[time, msgspec.Meta(tz=False)], Problem.NO_TIME),
}
_MONTHS: Final = {"checked"}  # fields that hold a month, for which JSON has only text
_MONTH: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def faults(kind: EntryKind, body: Body) -> tuple[Fault, ...]:
    """Return what is wrong with each field, in the order of the fields; nothing for a sound body.

    How fields go together is not looked at.
    """
    found = tuple(_faults(shape_of(kind), body, ()))
    if not found and kind is EntryKind.LAW and body["kind"] not in law_kinds():
        return (Fault(path=("kind",), problem=Problem.NOT_LISTED),)
    return found


def _faults(shape: Type, value: object, path: type_path) -> Iterator[Fault]:
    match shape:
        case DataclassType() | StructType():
            yield from _of_group(shape, value, path)
        case DictType():
            yield from _of_map(shape, value, path)
        case UnionType():
            if value is not None or not may_be_nothing(shape):
                [one] = parts(shape)
                yield from _faults(one, value, path)
        case EnumType():
            if value not in list(shape.cls):
                yield Fault(path=path, problem=Problem.NOT_LISTED)
        case _ if isinstance(shape, _LISTS):
            yield from _of_list(shape.item_type, value, path)
        case _:
            yield from _of_leaf(shape, value, path)


def _of_group(shape: Composite, value: object, path: type_path) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault(path=path, problem=Problem.NO_GROUP)
        return
    fields = fields_of(shape)
    for name, field in fields.items():
        here = (*path, name)
        if needed(field) and _says_nothing(value.get(name)):
            yield Fault(path=here, problem=Problem.MISSING)
        elif name in value:
            yield from _faults(field.type, value[name], here)
    for name in value:
        if name not in fields:
            yield Fault(path=(*path, name), problem=Problem.UNKNOWN)


def _of_map(shape: DictType, value: object, path: type_path) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault(path=path, problem=Problem.NO_GROUP)
        return
    for key, inner in value.items():
        here = (*path, key)
        if any(_faults(shape.key_type, key, here)):
            yield Fault(path=here, problem=Problem.UNKNOWN)
        else:
            yield from _faults(shape.value_type, inner, here)


def _of_list(member: Type, value: object, path: type_path) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(path=path, problem=Problem.NO_LIST)
        return
    for place, inner in enumerate(value, 1):
        yield from _faults(member, inner, (*path, place))


def _of_leaf(shape: Type, value: object, path: type_path) -> Iterator[Fault]:
    expected, problem = _LEAVES[type(shape)]
    try:
        msgspec.convert(value, expected)
    except msgspec.ValidationError:
        yield Fault(path=path, problem=problem)
    else:
        if path[-1] in _MONTHS and not _MONTH.fullmatch(str(value)):
            yield Fault(path=path, problem=Problem.NO_MONTH)


def _says_nothing(value: object) -> bool:
    """Say whether it is left out, blank or empty; what is required says something."""
    return value is None or value in ([], ()) or (isinstance(value, str) and not value.strip())
