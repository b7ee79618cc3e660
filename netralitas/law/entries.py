"""The law data as entries, one for each thing that can change, and the way back. Pure.

The body of an entry is what the data file says of the thing, in JSON: days as "2024-02-14", times
as "16:00:00". So the committed files, the database and an exported file speak one language.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from netralitas.law.book import (
    DATA,
    RULE_FILES,
    RuleBook,
    read_calendar,
    read_regimes,
    read_rules,
)
from netralitas.law.calendar import Calendar
from netralitas.law.hours import OfficeHours, read_hours
from netralitas.law.laws.register import Register, read_register
from netralitas.law.violations.catalogue import Editions, read_editions

Body = Mapping[str, object]
"""What an entry says of its thing, as JSON holds it."""
Key = tuple[str, str]
"""The kind of an entry and its key within the kind: ("holiday", "2026-03-20")."""

RULE: Final = "rule"
HOLIDAY: Final = "holiday"
YEAR: Final = "year"
OFFICE_HOURS: Final = "office_hours"
REGIME: Final = "regime"
VIOLATIONS: Final = "violations"
LAW: Final = "law"

_Table = dict[str, Any]  # as tomllib reads one, and as the readers of the law take it
_DAYS: Final = frozenset({"on", "decree_on", "valid_from", "valid_to", "set_on"})
_TIMES: Final = frozenset({"cutoff", "opens", "closes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LawData:
    """All that an edition of the law says."""

    edition: int
    book: RuleBook
    hours: OfficeHours
    violations: Editions
    laws: Register


def rule_key(code: str, version: int) -> str:
    """Return the key of one version of a rule: "pemilu.report_window#1"."""
    return f"{code}#{version}"


def holiday_key(on: date, region: str = "") -> str:
    """Return the key of a day off: "2026-03-20", with a region "2026-03-20@19.06"."""
    return f"{on.isoformat()}@{region}" if region else on.isoformat()


def committed() -> dict[Key, Body]:
    """Return every entry of the committed files."""
    return dict(_committed())


def law_data(entries: Mapping[Key, Body], *, edition: int, calendar_version: int) -> LawData:
    """Return what the entries say together; ValueError names what is wrong with them."""
    years, holidays = _of(entries, YEAR), _of(entries, HOLIDAY)
    calendars = _calendars(years, holidays, calendar_version)
    return LawData(
        edition=edition,
        book=RuleBook(
            read_rules(_of(entries, RULE).values()),
            calendars.pop(""),
            read_regimes(_of(entries, REGIME).values()),
            regional=calendars,
            edition=edition,
        ),
        hours=read_hours(_of(entries, OFFICE_HOURS).values()),
        violations=read_editions(_violations(_of(entries, VIOLATIONS))),
        laws=read_register({"kinds": law_kinds(), "law": list(_of(entries, LAW).values())}),
    )


def law_kinds() -> Mapping[str, Sequence[str]]:
    """Return the kinds of law that the register knows, each with its spellings."""
    kinds: Mapping[str, Sequence[str]] = _file("laws.toml")["kinds"]
    return kinds


def live(body: Body) -> _Table:
    """Return what a body says as a data file holds it; ValueError as `lively` has it."""
    return {name: lively(value, name) for name, value in body.items()}


def plain(value: object) -> object:
    """Return the value as JSON can hold it."""
    match value:
        case date() | time():
            return value.isoformat()
        case dict():
            return {key: plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
    return value


def lively(value: object, name: str = "") -> object:
    """Return the value as a data file holds it; ValueError for a day or a time that is none."""
    match value:
        case str() if name in _DAYS:
            return date.fromisoformat(value)
        case str() if name in _TIMES:
            return time.fromisoformat(value)
        case dict():
            return {key: lively(inner, key) for key, inner in value.items()}
        case list():
            return [lively(inner) for inner in value]
    return value


def _of(entries: Mapping[Key, Body], kind: str) -> dict[str, _Table]:
    return {key: live(body) for (found, key), body in entries.items() if found == kind}


def _body(table: _Table) -> Body:
    return {name: plain(value) for name, value in table.items()}


def _committed() -> Iterator[tuple[Key, Body]]:
    for name in RULE_FILES:
        for rule in _file(name)["rule"]:
            yield (RULE, rule_key(rule["code"], rule["version"])), _body(rule)
    for year in _file("calendar.toml")["year"]:
        days = year.pop("days")
        yield (YEAR, str(year["year"])), _body(year)
        for day in days:
            yield (HOLIDAY, holiday_key(day["on"])), _body(day)
    for note in _file("regimes.toml")["regime"]:
        yield (REGIME, note["regime"]), _body(note)
    table = _file("violations.toml")
    for edition in table["edition"]:
        yield (VIOLATIONS, edition["code"]), _body({**edition, "source": table["source"]})
    for law in _file("laws.toml")["law"]:
        yield (LAW, law["id"]), _body(law)


def _calendars(
    years: Mapping[str, _Table], holidays: Mapping[str, _Table], version: int
) -> dict[str, Calendar]:
    """Return the calendar of each region that has days of its own; under "" that of the nation."""
    regions = {"", *(key.partition("@")[2] for key in holidays)}
    return {region: _calendar(region, years, holidays, version) for region in regions}


def _calendar(
    region: str, years: Mapping[str, _Table], holidays: Mapping[str, _Table], version: int
) -> Calendar:
    province = region.partition(".")[0]
    days = {
        day["on"]: day  # of two for one day that of the smaller place, which is sorted later
        for key, day in sorted(holidays.items())
        if key.partition("@")[2] in {"", province, region}
    }
    table = [
        {**year, "days": [day for on, day in days.items() if on.year == year["year"]]}
        for _, year in sorted(years.items())
    ]
    stray = sorted(on for on in days if str(on.year) not in years)
    if stray:
        raise ValueError(f"{stray[0]} lies in a year that is not loaded")
    return read_calendar({"version": version, "year": table})


def _violations(editions: Mapping[str, _Table]) -> _Table:
    sources = [edition.pop("source") for edition in editions.values()]
    return {
        "source": {key: text for found in sources for key, text in found.items()},
        "edition": list(editions.values()),
    }


def _file(name: str) -> _Table:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
