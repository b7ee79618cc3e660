"""What an entry says, property by property, in words; pure."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from netralitas.editions.domain import EntryKind
from netralitas.law.book import read_rules
from netralitas.law.calendar import KIND_WORDS, DayKind
from netralitas.law.domain import Certainty
from netralitas.law.entries import lively
from netralitas.law.hours import read_hours
from netralitas.law.words import CERTAINTIES
from netralitas.legislation.words import plain_day, validity
from netralitas.legislation.words.rules import properties

_NAMES: Final = ("code", "id")  # by which of its fields a part of a list is known


def told(kind: str, body: Mapping[str, Any]) -> dict[str, str]:
    """Return what a body says by the words for it, in the order of the page."""
    live: dict[str, Any] = lively(dict(body))
    match kind:
        case EntryKind.RULE:
            [rule] = read_rules([live])
            return {"Aturan": rule.label, **properties(rule)}
        case EntryKind.HOLIDAY:
            return _holiday(body)
        case EntryKind.YEAR:
            return _year(body)
        case EntryKind.OFFICE_HOURS:
            return _hours(live)
    return dict(_fields(body))


def _holiday(body: Mapping[str, Any]) -> dict[str, str]:
    decree = lively(body.get("decree_on"), "on")
    said = {
        "Hari": f"{body['name']} ({KIND_WORDS[DayKind(body['kind'])]})",
        "Dasar": body.get("source", "keputusan untuk tahunnya"),
        "Tanggal keputusan": plain_day(decree) if decree else "",
    }
    return {label: text for label, text in said.items() if text}


def _year(body: Mapping[str, Any]) -> dict[str, str]:
    sure = "sementara" if body["provisional"] else "pasti"
    decrees = {f"Dasar {KIND_WORDS[DayKind(kind)]}": text for kind, text in body["source"].items()}
    return {"Keadaan": sure, **decrees}


def _hours(live: Mapping[str, Any]) -> dict[str, str]:
    [hours] = read_hours([live]).all
    return {
        "Buka": hours.sentence,
        "Berlaku": validity(hours.valid_from, hours.valid_to),
        "Dasar": hours.basis,
        "Kepastian": CERTAINTIES[Certainty(hours.certainty)],
    }


def _fields(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each field with the way to it: "violation D8 level"."""
    match value:
        case Mapping():
            for name, inner in value.items():
                yield from _fields(inner, f"{path} {str(name).replace('_', ' ')}".strip())
        case list() if any(isinstance(part, Mapping) for part in value):
            for place, part in enumerate(value, 1):
                yield from _fields(part, f"{path} {_name(part, place)}")
        case list():
            yield path, "; ".join(map(str, value))
        case bool():
            yield path, "ya" if value else "tidak"
        case None:
            return
        case _:
            yield path, str(value)


def _name(part: object, place: int) -> str:
    known = part if isinstance(part, Mapping) else {}
    return str(next((known[name] for name in _NAMES if name in known), place))
