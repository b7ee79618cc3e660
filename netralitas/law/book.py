"""The rules and the calendar as committed data, found by code and by the day they were law."""

import tomllib
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import fields
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from netralitas.law.calendar import Calendar, DayKind, SpecialDay
from netralitas.law.domain import (
    Certainty,
    Direction,
    Regime,
    RegimeNote,
    Rule,
    Side,
    Start,
    Unit,
)
from netralitas.law.refusals import NotInForce, UnknownRule

DATA = Path(__file__).parent / "data"
RULE_FILES = ("pemilu.toml", "pemilihan.toml", "asn.toml", "office.toml")
_READ = {
    "unit": Unit,
    "unit_certainty": Certainty,
    "direction": Direction,
    "start_certainty": Certainty,
    "certainty": Certainty,
    "side": Side,
}
_FIELDS = {field.name for field in fields(Rule)} - {"added"}


class RuleBook:
    """Every version of every rule, and the calendar they are counted on."""

    def __init__(
        self,
        rules: Iterable[Rule],
        calendar: Calendar,
        regimes: Mapping[Regime, RegimeNote] | None = None,
        *,
        regional: Mapping[str, Calendar] | None = None,
        edition: int = 1,
    ) -> None:
        """Order the versions; refuse two of them in force on one day with ValueError.

        `regional` are the calendars of regions with days off of their own, by code of the region.
        """
        self._versions: dict[str, tuple[Rule, ...]] = {}
        for rule in sorted(rules, key=_beginning):
            self._versions[rule.code] = (*self._versions.get(rule.code, ()), rule)
        for versions in self._versions.values():
            _refuse_overlap(versions)
        self._calendar = calendar
        self._regimes = dict(regimes or {})
        self._regional = dict(regional or {})
        self.edition = edition

    def codes(self) -> tuple[str, ...]:
        """Return the codes of all rules, in alphabetical order."""
        return tuple(sorted(self._versions))

    def versions(self, code: str) -> tuple[Rule, ...]:
        """Return every version of a rule, the oldest first; raise UnknownRule."""
        if code not in self._versions:
            raise UnknownRule(code)
        return self._versions[code]

    def rule(self, code: str, on: date) -> Rule:
        """Return the version in force on the day `on`; raise UnknownRule or NotInForce."""
        for rule in self.versions(code):
            if rule.in_force(on):
                return rule
        raise NotInForce(code, on)

    def calendar(self) -> Calendar:
        """Return the calendar of working days."""
        return self._calendar

    def at(self, region: str) -> "RuleBook":
        """Return the same rules on the calendar of the region (as "19.06"), or of its province."""
        calendar = self._regional.get(region) or self._regional.get(region.partition(".")[0])
        if calendar is None:
            return self
        there = copy(self)
        vars(there).update(_calendar=calendar)
        return there

    def regions(self) -> tuple[str, ...]:
        """Return the codes of the regions that have days off of their own, in order."""
        return tuple(sorted(self._regional))

    def regime(self, regime: Regime) -> RegimeNote:
        """Return what is said about a regime as a whole."""
        return self._regimes[regime]


@lru_cache(maxsize=1)
def load() -> RuleBook:
    """Return the committed rules and calendar; read once in the life of the process."""
    rules = [rule for name in RULE_FILES for rule in read_rules(_table(name)["rule"])]
    regimes = read_regimes(_table("regimes.toml")["regime"])
    return RuleBook(rules, read_calendar(_table("calendar.toml")), regimes)


def read_rules(entries: Iterable[Mapping[str, Any]]) -> list[Rule]:
    """Return the rules written in the entries; raise ValueError that names the faulty one."""
    return [_rule(entry) for entry in entries]


def read_regimes(entries: Iterable[Mapping[str, Any]]) -> dict[Regime, RegimeNote]:
    """Return what is said about each regime."""
    return {
        Regime(entry["regime"]): RegimeNote(
            regime=Regime(entry["regime"]),
            label=entry["label"],
            note=entry["note"],
            source=entry["source"],
            certainty=Certainty(entry["certainty"]),
        )
        for entry in entries
    }


def read_calendar(table: Mapping[str, Any]) -> Calendar:
    """Return the calendar written in the table; refuse a day listed twice with ValueError."""
    days: dict[date, SpecialDay] = {}
    for year in table["year"]:
        for entry in year["days"]:
            if entry["on"] in days or entry["on"].year != year["year"]:
                raise ValueError(f"{entry['on']} is listed twice or under another year")
            days[entry["on"]] = _special_day(entry, year)
    years = [year["year"] for year in table["year"]]
    if years != list(range(years[0], years[-1] + 1)):
        raise ValueError("the years of a calendar follow one another")
    return Calendar(
        version=table["version"],
        first_year=years[0],
        last_year=years[-1],
        days=days,
        provisional_years=frozenset(y["year"] for y in table["year"] if y["provisional"]),
    )


def _special_day(entry: Mapping[str, Any], year: Mapping[str, Any]) -> SpecialDay:
    return SpecialDay(
        kind=DayKind(entry["kind"]),
        name=entry["name"],
        source=entry.get("source") or year["source"][entry["kind"]],
        provisional=year["provisional"],
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    code = entry.get("code", "?")
    unknown = entry.keys() - _FIELDS
    if unknown:
        raise ValueError(f"{code}: unknown fields {sorted(unknown)}")
    values: dict[str, Any] = {
        name: _READ[name](value) if name in _READ else value for name, value in entry.items()
    }
    values["alternative_starts"] = tuple(_start(s) for s in entry.get("alternative_starts", ()))
    values.setdefault("number", None)
    try:
        return Rule(**values)
    except TypeError as error:
        raise ValueError(f"{code}: {error}") from error


def _start(entry: Mapping[str, str]) -> Start:
    return Start(
        fact=entry["fact"],
        label=entry["label"],
        basis=entry["basis"],
        certainty=Certainty(entry["certainty"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _beginning(rule: Rule) -> tuple[date, int]:
    return rule.valid_from or date.min, rule.version


def _refuse_overlap(versions: tuple[Rule, ...]) -> None:
    for earlier, later in pairwise(versions):
        begins = later.valid_from or date.min
        if earlier.valid_to is None or begins <= earlier.valid_to:
            raise ValueError(f"{later.code}: version {later.version} overlaps {earlier.version}")
