"""From the bytes of a line to a `CaseLine`: what is not understood is kept and said, not guessed.

A field that a case cannot do without, or that has the wrong shape, refuses the line. Any other
value that is not of its kind stays unknown; what was written is kept beside the case.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta
from msgspec.structs import FieldInfo, fields

from netralitas.imports.cases import words
from netralitas.imports.cases.line import CaseLine, Date, Day, Part, When
from netralitas.imports.cases.moments import moment_of
from netralitas.imports.cases.report import Report

LARGEST: Final = 1_000_000
"""How many bytes a line may have."""

_WITHHELD: Final = frozenset(
    {
        *("nip", "nik", "reporter", "reporters", "informant", "informants", "witness"),
        *("witnesses", "pelapor", "saksi", "pemberi_informasi", "penemu"),
    }
)
_DATES: Final = (Day, Date, When)
_ZONE: Final = "Asia/Jakarta"
_Part = TypeVar("_Part", bound=Part)


def read_line(content: bytes, report: Report) -> CaseLine | None:
    """Return what a line of JSON says; None where it is refused, and `report` says why."""
    if len(content) > LARGEST:
        report.refuse("", words.TOO_LONG)
        return None
    try:
        value = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        report.refuse("", words.NO_JSON)
        return None
    return read_case(value, report)


def read_case(value: object, report: Report) -> CaseLine | None:
    """Return what an object says as a case; None where it is refused."""
    if not _storable(value):
        report.refuse("", words.NO_TEXT)
        return None
    found = _part(CaseLine, value, "", report)
    return None if report.refused() else found


def _part(kind: type[_Part], value: object, path: str, report: Report) -> _Part | None:
    """Return an object as a part of a line; None where it cannot be one."""
    if not isinstance(value, dict):
        report.refuse(path, words.NO_OBJECT)
        return None
    known = {field.encode_name: field for field in fields(kind)}
    _strangers(value, known, path, report)
    given = {name: value[name] for name in known if value.get(name) not in (None, "", [], {})}
    missing = [n for n, f in known.items() if f.required and n not in given]
    if missing:
        report.refuse(path, words.required(missing))
        return None
    read = {}
    for name, raw in given.items():
        found = _value(known[name], raw, f"{path}.{name}" if path else name, report)
        if found is not NODEFAULT:
            read[known[name].name] = found
    if any(field.required and field.name not in read for field in known.values()):
        return None
    return kind(**read)


def _strangers(
    value: Mapping[str, object], known: Mapping[str, FieldInfo], path: str, report: Report
) -> None:
    """Say which fields nobody knows; their values are kept, unless they would name a person."""
    for name, raw in value.items():
        where = f"{path}.{name}" if path else name
        if name in known:
            continue
        if name.casefold() in _WITHHELD:
            report.tell(where, words.WITHHELD)
        else:
            report.keep(where, raw, words.UNKNOWN_FIELD)


def _value(field: FieldInfo, raw: object, path: str, report: Report) -> Any:  # noqa: ANN401 - of any field
    """Return the value of a field; NODEFAULT where it stays unknown, or the line is refused."""
    inner = _struct_of(field.type)
    if get_origin(field.type) is tuple and not isinstance(raw, list):
        report.refuse(path, words.NO_LIST)
        return NODEFAULT
    if inner is not None:
        return _parts(inner, raw, path, report)
    if isinstance(raw, int) and not isinstance(raw, bool) and str in _kinds(field.type):
        raw = str(raw)  # a year or a number without its quotation marks
    try:
        found = msgspec.convert(raw, field.type)
        if isinstance(found, str) and _is_date(field.type):
            moment_of(found, _ZONE)
    except msgspec.ValidationError:
        _misread(field, raw, path, report)
        return NODEFAULT
    except ValueError:
        report.keep(path, raw, words.NO_DATE)
        return NODEFAULT
    return found


def _parts(kind: type[Part], raw: object, path: str, report: Report) -> Any:  # noqa: ANN401 - one or several
    if not isinstance(raw, list):
        found = _part(kind, raw, path, report)
        return NODEFAULT if found is None else found
    every = [_part(kind, each, f"{path}[{at}]", report) for at, each in enumerate(raw)]
    return tuple(each for each in every if each is not None)


def _misread(field: FieldInfo, raw: object, path: str, report: Report) -> None:
    """Say that a value is not of the kind of its field: refused, or kept as it was written."""
    choices = [str(choice) for choice in _choices(field.type)]
    if choices:
        sentence = words.unknown_choice(raw, choices)
    elif Day in _kinds(field.type):
        sentence = words.COARSE
    else:
        sentence = words.unreadable(raw, _how(field.type))
    if field.required:
        report.refuse(path, sentence)
    else:
        report.keep(path, raw, sentence)


def _kinds(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - annotations are of any kind
    """Return what a value may be, None apart; an annotated kind with its plain one."""
    plain = (annotation,) if get_origin(annotation) is not None else ()
    inner = [one for one in get_args(annotation) if one is not NoneType]
    return (*plain, annotation, *inner, *(each for one in inner for each in get_args(one)))


def _struct_of(annotation: Any) -> type[Part] | None:  # noqa: ANN401 - as above
    """Return the part that a field holds, or a list of which it holds."""
    found = (one for one in _kinds(annotation) if isinstance(one, type) and issubclass(one, Part))
    return next(found, None)


def _is_date(annotation: Any) -> bool:  # noqa: ANN401 - as above
    return any(date in _kinds(annotation) for date in _DATES)


def _choices(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for one in _kinds(annotation):
        if isinstance(one, type) and issubclass(one, Enum):
            yield from (each.value for each in one)
        elif isinstance(one, str):
            yield one


def _how(annotation: Any) -> str | None:  # noqa: ANN401 - as above
    """Return how a value of the kind is written, where the format says it."""
    metas = (one for one in _kinds(annotation) if isinstance(one, Meta))
    return next((meta.description for meta in metas if meta.description), None)


def _storable(value: object) -> bool:
    """Say whether the database can hold all text in it."""
    if isinstance(value, str):
        return "\x00" not in value
    if isinstance(value, dict):
        return all(_storable(key) and _storable(each) for key, each in value.items())
    return not isinstance(value, list) or all(map(_storable, value))
