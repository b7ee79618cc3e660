"""The law in force as its administrator sees it: days off, rules, office hours, each to change."""

from datetime import date
from typing import Final

from netralitas.accounts.queries import organisations
from netralitas.database.connection import Connection
from netralitas.editions import addresses
from netralitas.editions.domain import EntryKind
from netralitas.editions.pages.acting import HoursLine
from netralitas.editions.pages.looking import CalendarPage, DayLine, RuleLine, RulesPage
from netralitas.editions.queries import entries
from netralitas.editions.shapes import calendar_year, day_off
from netralitas.law.calendar import KIND_WORDS
from netralitas.law.domain import Rule
from netralitas.law.entries import Body, LawData
from netralitas.law.words import basis, bound, unconfirmed
from netralitas.legislation.words import unsure, validity
from netralitas.legislation.words.rules import GROUPS, group_of
from netralitas.reference.domain import RegionLevel
from netralitas.reference.queries import regions

_NATION: Final = "Seluruh Indonesia"
_ORDER: Final = {title: place for place, (title, _) in enumerate(GROUPS)}

type_pairs = tuple[tuple[str, str], ...]


async def region_choices(c: Connection) -> type_pairs:
    """Return every province, each followed by its regencies, by code and name."""
    provinces = {one.code: one.name for one in await regions(c, RegionLevel.PROVINCE)}
    below = await regions(c, RegionLevel.REGENCY)
    named = {code: f"Provinsi {name.removeprefix('Provinsi ')}" for code, name in provinces.items()}
    named |= {one.code: f"{one.name}, {provinces.get(one.code[:2], '')}" for one in below}
    return tuple(sorted(named.items()))


async def office_choices(c: Connection) -> type_pairs:
    """Return every organisation by code and name."""
    return tuple((one.code, one.name) for one in await organisations(c))


async def calendar_page(c: Connection, law: LawData, year: int) -> CalendarPage:
    """Return the days off of a year, those of regions among them."""
    calendar = law.book.calendar()
    loaded = calendar.first_year <= year <= calendar.last_year
    bodies = await entries(c, law.edition)
    names = dict(await region_choices(c)) if law.book.regions() else {}
    found = sorted(
        (key, body)
        for (kind, key), body in bodies.items()
        if kind == EntryKind.HOLIDAY and key.startswith(f"{year:04}-")
    )
    said = bodies.get((EntryKind.YEAR, str(year)))
    sources = calendar_year(said).source if said else {}
    following = calendar.last_year + 1
    provisional = year in calendar.provisional_years
    return CalendarPage(
        crumbs=addresses.crumbs("Kalender"),
        year=year,
        loaded=loaded,
        provisional=provisional,
        span=f"{calendar.first_year} sampai {calendar.last_year}",
        earlier=_neighbour(law, year - 1),
        later=_neighbour(law, year + 1),
        decrees=tuple((f"Dasar {KIND_WORDS[kind]}", decree) for kind, decree in sources.items()),
        days=tuple(_day(key, body, names) for key, body in found),
        settle=addresses.settle_year(year) if provisional else None,
        load=addresses.load_year(following) if year >= calendar.last_year else None,
        following=following,
    )


def rules_page(law: LawData) -> RulesPage:
    """Return every rule in its newest version, by group."""
    groups: dict[str, list[RuleLine]] = {}
    for code in _in_order(law):
        groups.setdefault(group_of(code), []).append(_rule(law.book.versions(code)[-1]))
    return RulesPage(
        crumbs=addresses.crumbs("Aturan waktu"),
        groups=tuple((title, tuple(lines)) for title, lines in groups.items()),
    )


async def hours_lines(c: Connection, law: LawData) -> tuple[HoursLine, ...]:
    """Return the office hours of every period."""
    names = dict(await office_choices(c))
    return tuple(
        HoursLine(
            organisation=names.get(hours.organisation, hours.organisation),
            sentence=hours.sentence,
            validity=validity(hours.valid_from, hours.valid_to),
            basis=hours.basis,
            unsure=unsure(hours.certainty),
        )
        for hours in law.hours.all
    )


def _in_order(law: LawData) -> list[str]:
    known = [code for _, codes in GROUPS for code in codes]
    places = {code: place for place, code in enumerate(known)}
    return sorted(
        law.book.codes(),
        key=lambda code: (_ORDER.get(group_of(code), len(_ORDER)), places.get(code, len(known))),
    )


def _rule(rule: Rule) -> RuleLine:
    return RuleLine(
        label=rule.label,
        href=addresses.new_version(rule.code),
        bound=bound(rule),
        article=basis(rule),
        version=rule.version,
        unsure=unconfirmed(rule),
    )


def _day(key: str, body: Body, names: dict[str, str]) -> DayLine:
    region = key.partition("@")[2]
    day = day_off(body)
    return DayLine(
        on=day.on,
        name=day.name,
        kind=KIND_WORDS[day.kind],
        where=names.get(region, region) if region else _NATION,
        source=day.source or "",
        withdraw=addresses.withdraw(key),
    )


def _neighbour(law: LawData, year: int) -> str | None:
    return addresses.calendar(year) if law.book.calendar().knows(date(year, 1, 1)) else None
