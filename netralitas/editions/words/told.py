"""What an entry says, property by property, in words; pure."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from netralitas.editions.domain import EntryKind
from netralitas.editions.faults import type_path
from netralitas.editions.shapes import calendar_year, day_off
from netralitas.editions.words.fields import field_label
from netralitas.law.book import read_rules
from netralitas.law.calendar import KIND_WORDS
from netralitas.law.certainty_words import CERTAINTIES
from netralitas.law.domain import Certainty, Side
from netralitas.law.entries import Body, live
from netralitas.law.hours import read_hours
from netralitas.law.violations.domain import LEVELS, PHASES, Level, Phase
from netralitas.legislation.words import month_said, plain_day, validity
from netralitas.legislation.words.rules import properties

_BY_CODE: Final = {"violation"}  # whose parts are known by a code, not by their place
_OF_EXTENSION: Final = ("extendable", "maximum")
_CODES: Final = {EntryKind.RULE: ("start", "alternative_starts", "extended_as")}
_SIDES: Final = {Side.AFTER: "maju", Side.BEFORE: "mundur"}


def told(kind: EntryKind, body: Body) -> dict[str, str]:
    """Return what a body says by the words for it, in the order of the page."""
    match kind:
        case EntryKind.RULE:
            [rule] = read_rules([live(body)])
            return {
                "Aturan": rule.label,
                **properties(rule),
                **_some(kind, body, _OF_EXTENSION),
            }
        case EntryKind.HOLIDAY:
            return _holiday(body)
        case EntryKind.YEAR:
            return _year(body)
        case EntryKind.OFFICE_HOURS:
            return _hours(body)
    return fields_told(kind, body)


def further_told(kind: EntryKind, body: Body) -> dict[str, str]:
    """Return what a body says in codes, which `told` leaves out: only their change is worth a row.

    A change that neither shows is one of a single field: see `fields_told`.
    """
    return _some(kind, body, _CODES.get(kind, ()))


def fields_told(kind: EntryKind, body: Body) -> dict[str, str]:
    """Return what each field of a body says, by its label."""
    return {field_label(kind, path): said for path, said in _fields(live(body), ()) if said}


def _some(kind: EntryKind, body: Body, names: Collection[str]) -> dict[str, str]:
    return fields_told(kind, {name: said for name, said in body.items() if name in names})


def _holiday(body: Body) -> dict[str, str]:
    day = day_off(body)
    said = {
        "Hari": f"{day.name} ({KIND_WORDS[day.kind]})",
        "Dasar": day.source or "keputusan untuk tahunnya",
        "Tanggal keputusan": plain_day(day.decree_on) if day.decree_on else "",
    }
    return {label: text for label, text in said.items() if text}


def _year(body: Body) -> dict[str, str]:
    year = calendar_year(body)
    decrees = {f"Dasar {KIND_WORDS[kind]}": text for kind, text in year.source.items()}
    return {"Keadaan": "sementara" if year.provisional else "pasti", **decrees}


def _hours(body: Body) -> dict[str, str]:
    [hours] = read_hours([live(body)]).all
    return {
        "Buka": hours.sentence,
        "Berlaku": validity(hours.valid_from, hours.valid_to),
        "Dasar": hours.basis,
        "Kepastian": CERTAINTIES[hours.certainty],
    }


def _fields(value: object, path: type_path) -> Iterator[tuple[type_path, str]]:
    """Yield each field with the way to it; lists of parts part by part."""
    match value:
        case Mapping():
            for name, inner in value.items():
                yield from _fields(inner, (*path, name))
        case list() if any(isinstance(part, Mapping) for part in value):
            for place, part in enumerate(value, 1):
                yield from _fields(part, (*path, _known_by(path, part) or place))
        case None:
            return
        case _:
            yield path, _said(str(path[-1]), value)


def _known_by(path: type_path, part: Mapping[str, object]) -> str:
    return str(part["code"]) if path[-1] in _BY_CODE else ""


def _said(name: str, value: object) -> str:
    match value:
        case list():
            return "; ".join(map(str, value))
        case bool():
            return "ya" if value else "tidak"
        case date():
            return plain_day(value)
    return _called(name, str(value))


def _called(name: str, value: str) -> str:
    """Return what a value is called where it is a code or a month, by the name of its field."""
    match name:
        case "checked":
            return month_said(value)
        case "phase":
            return PHASES[Phase(value)]
        case "level":
            return LEVELS[Level(value)]
        case "side":
            return _SIDES[Side(value)]
        case _ if name.endswith("certainty"):
            return CERTAINTIES[Certainty(value)]
    return value
