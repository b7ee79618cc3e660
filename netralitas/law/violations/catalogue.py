"""The editions of the catalogue as committed data, found by the day and by the code of an item."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from netralitas.law.domain import Certainty
from netralitas.law.refusals import NoEdition, UnknownViolation
from netralitas.law.violations.domain import (
    Clause,
    Conflict,
    Edition,
    Level,
    Phase,
    Source,
    Violation,
)

_DATA: Final = Path(__file__).parents[1] / "data" / "violations.toml"
_Entry = Mapping[str, Any]


class Editions:
    """Every edition of the catalogue, the oldest first."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        """Order the editions; refuse none, an overlap, and a code used twice with ValueError."""
        self.all = tuple(sorted(editions, key=lambda edition: edition.valid_from))
        if not self.all:
            raise ValueError("a catalogue has an edition")
        for earlier, later in pairwise(self.all):
            if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
                raise ValueError(f"{later.code}: it overlaps {earlier.code}")
        self._items: dict[str, Violation] = {}
        for item in (item for edition in self.all for item in edition.violations):
            if item.code in self._items:
                raise ValueError(f"{item.code}: the code stands twice")
            self._items[item.code] = item

    def edition(self, on: date) -> Edition:
        """Return the edition in force on the day `on`; raise NoEdition."""
        for edition in self.all:
            if edition.in_force(on):
                return edition
        raise NoEdition(on, self.all[0].valid_from)

    def violation(self, code: str) -> Violation:
        """Return the item of the code, of whichever edition; raise UnknownViolation."""
        if code not in self._items:
            raise UnknownViolation(code)
        return self._items[code]


def catalogue(on: date) -> Edition:
    """Return the edition in force on the day `on`; raise NoEdition."""
    return load().edition(on)


def violation(code: str) -> Violation:
    """Return the item of the code, as "skb2022.D8"; raise UnknownViolation."""
    return load().violation(code)


@lru_cache(maxsize=1)
def load() -> Editions:
    """Return the committed editions; read once in the life of the process."""
    return read_editions(tomllib.loads(_DATA.read_text(encoding="utf-8")))


def read_editions(table: _Entry) -> Editions:
    """Return the editions written in the table; raise ValueError that names the faulty entry."""
    sources = {key: Source(key=key, address=text) for key, text in table["source"].items()}
    return Editions([_edition(entry, sources) for entry in table["edition"]])


def _edition(entry: _Entry, sources: Mapping[str, Source]) -> Edition:
    code = entry.get("code", "?")
    conflicts = tuple(_conflict(each, sources) for each in entry.get("conflict", ()))
    try:
        edition = Edition(
            code=entry["code"],
            law=entry["law"],
            title=entry["title"],
            valid_from=entry["valid_from"],
            valid_to=entry.get("valid_to"),
            checked=entry["checked"],
            certainty=Certainty(entry["certainty"]),
            sources=_sources(entry["sources"], sources),
            note=entry["note"],
            violations=tuple(
                _violation(each, entry, conflicts, sources) for each in entry["violation"]
            ),
            conflicts=conflicts,
        )
    except KeyError as error:
        raise ValueError(f"{code}: {error} is missing or unknown") from error
    _refuse_dangling(edition)
    return edition


def _violation(
    entry: _Entry, edition: _Entry, conflicts: Iterable[Conflict], sources: Mapping[str, Source]
) -> Violation:
    code = entry.get("code", "?")
    try:
        item = Violation(
            code=entry["code"],
            edition=edition["code"],
            act=entry["act"],
            person=entry.get("person"),
            phase=Phase(entry["phase"]),
            level=Level(entry["level"]),
            level_certainty=Certainty(entry["level_certainty"]),
            clauses=tuple(_clause(clause) for clause in entry.get("clauses", ())),
            no_clause=entry.get("no_clause", ""),
            certainty=Certainty(entry["certainty"]),
            sources=_sources(entry["sources"], sources),
            conflicts=tuple(conflict for conflict in conflicts if code in conflict.concerns),
            valid_from=entry.get("valid_from", edition["valid_from"]),
            valid_to=entry.get("valid_to", edition.get("valid_to")),
        )
    except KeyError as error:
        raise ValueError(f"{code}: {error} is missing or unknown") from error
    except ValueError as error:
        raise ValueError(f"{code}: {error}") from error
    if not item.act.strip() or bool(item.clauses) is bool(item.no_clause.strip()):
        raise ValueError(f"{code}: it needs an act, and clauses or why there are none")
    return item


def _clause(entry: _Entry) -> Clause:
    return Clause(
        article=entry["article"],
        certainty=Certainty(entry["certainty"]),
        valid_from=entry.get("valid_from"),
        valid_to=entry.get("valid_to"),
    )


def _conflict(entry: _Entry, sources: Mapping[str, Source]) -> Conflict:
    try:
        return Conflict(
            code=entry["code"],
            about=entry["about"],
            concerns=tuple(entry["concerns"]),
            said=entry["said"],
            said_by=_sources(entry["said_by"], sources),
            taken=entry["taken"],
            taken_from=_sources(entry["taken_from"], sources),
            why=entry["why"],
        )
    except KeyError as error:
        raise ValueError(f"{entry.get('code', '?')}: {error} is missing or unknown") from error


def _sources(keys: Iterable[str], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    found = tuple(sources[key] for key in keys)
    if not found:
        raise KeyError("sources")
    return found


def _refuse_dangling(edition: Edition) -> None:
    items = {item.code for item in edition.violations}
    for conflict in edition.conflicts:
        unknown = set(conflict.concerns) - items
        if unknown or not conflict.concerns:
            raise ValueError(f"{conflict.code}: it concerns no item {sorted(unknown)}")
