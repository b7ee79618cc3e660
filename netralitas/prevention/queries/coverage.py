"""Respondents beside coverage, and the map made of both; groups that are too small stay hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.charts.queries import shown
from netralitas.database.connection import Connection
from netralitas.prevention import figure_words
from netralitas.prevention.address import Filters, address, theme_word
from netralitas.prevention.dashboard_charts import beside_each_other
from netralitas.prevention.dashboard_pages import (
    Coverage,
    CoverageLine,
    PartShown,
    Tile,
    TileDistrict,
    VulnerabilityMap,
)
from netralitas.prevention.pages import FilterChoice
from netralitas.prevention.protection import Beside, District, Group, Workplace, beside
from netralitas.prevention.queries.dashboard_lines import NOWHERE
from netralitas.prevention.queries.filters import theme_choice, year_choice, years
from netralitas.prevention.queries.matching import matched
from netralitas.prevention.queries.reaching import reaches
from netralitas.prevention.queries.scope import scope_of
from netralitas.prevention.queries.views import COVERAGE, DASHBOARD, MAP, tabs
from netralitas.prevention.vulnerability import VERSION, WEIGHTS, Part, vulnerability_of
from netralitas.web.parts import Crumb

_REGIONS: Final = "SELECT code, name FROM region WHERE code = ANY ($1)"
_STEPS: Final = 20  # hundredths: tiles have six shades


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for which year and theme, at which moment, under which threshold."""

    actor: Actor
    wanted: Filters
    now: datetime
    threshold: int

    @property
    def year(self) -> int:
        """Return the year that is looked at: this one by default."""
        return self.wanted.year or self.now.astimezone(ZoneInfo(self.actor.zone)).year


async def coverage(c: Connection, asked: Asked) -> Coverage:
    """Return respondents beside coverage, by sub-district and by unit; seven statements."""
    found = await _beside(c, asked)
    names = await _names(c, found)
    year, theme = asked.year, asked.wanted.theme
    districts = tuple(_line(each.whole, _label(each, names), "") for each in found.districts)
    said = figure_words.shown(year, theme)
    drawn = [chart for chart in beside_each_other(districts, said) if not chart.empty]
    return Coverage(
        year=year,
        theme=figure_words.theme(theme),
        tabs=tabs(asked.actor, COVERAGE, asked.wanted),
        filters=await _filters(c, asked),
        filtered=asked.wanted != Filters(),
        query=address("", tahun=year, tema=theme_word(asked.wanted)),
        threshold=asked.threshold,
        total=_line(found.total, "Semua", "") if found.total else None,
        districts=districts,
        units=tuple(
            _line(group, _name(group), _label(each, names))
            for each in found.districts
            for group in each.groups
        ),
        placed=found.placed,
        nowhere=found.nowhere,
        crumbs=(Crumb("Pencegahan", DASHBOARD), Crumb("Laporan dan jangkauan")),
        charts=await shown(c, drawn),
    )


async def vulnerability_map(c: Connection, asked: Asked) -> VulnerabilityMap:
    """Return the groups with their scores, by sub-district, the highest first; six statements."""
    found = await _beside(c, asked)
    names = await _names(c, found)
    districts = [
        TileDistrict(
            whole=_tile(each.whole, _label(each, names)),
            tiles=tuple(sorted((_tile(group, _name(group)) for group in each.groups), key=_first)),
        )
        for each in found.districts
    ]
    return VulnerabilityMap(
        year=asked.year,
        theme=figure_words.theme(asked.wanted.theme),
        tabs=tabs(asked.actor, MAP, asked.wanted),
        filters=await _filters(c, asked),
        filtered=asked.wanted != Filters(),
        query=address("", tahun=asked.year, tema=theme_word(asked.wanted)),
        threshold=asked.threshold,
        version=VERSION,
        parts=tuple(_part(part) for part in Part),
        districts=tuple(sorted(districts, key=lambda each: _first(each.whole))),
        nowhere=found.nowhere,
        crumbs=(Crumb("Pencegahan", DASHBOARD), Crumb("Peta kerawanan")),
    )


async def _beside(c: Connection, asked: Asked) -> Beside:
    scope = scope_of(Filters(theme=asked.wanted.theme), asked.year)
    units = await reaches(c, asked.actor.organisation, scope)
    zone = ZoneInfo(asked.actor.zone)
    found = await matched(
        c, asked.actor.organisation, asked.year, asked.wanted.theme, asked.now, zone
    )
    workplaces = (
        Workplace(
            unit=unit.id,
            name=unit.name,
            district=unit.district,
            staff=unit.staff,
            reached=unit.reached,
        )
        for unit in units
    )
    return beside(workplaces, found, asked.threshold)


async def _names(c: Connection, found: Beside) -> dict[str, str]:
    codes = sorted({code for each in found.districts for code in each.codes if code})
    return {row["code"]: row["name"] for row in await c.fetch(_REGIONS, codes)}


async def _filters(c: Connection, asked: Asked) -> tuple[FilterChoice, ...]:
    this_year = asked.now.astimezone(ZoneInfo(asked.actor.zone)).year
    offered = await years(c, this_year)
    return (year_choice(offered, asked.year), theme_choice(asked.wanted))


def _label(district: District, names: Mapping[str, str]) -> str:
    said = [names.get(code, code) if code else NOWHERE for code in district.codes]
    return _joined(said)


def _name(group: Group) -> str:
    """Return the name of a group: that of its unit, or of the largest and how many others."""
    largest = max(group.units, key=lambda unit: unit.staff)
    others = len(group.units) - 1
    return f"{largest.name} dan {others} unit lain" if others else largest.name


def _joined(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} dan {said[-1]}"


def _together(group: Group) -> tuple[str, ...]:
    return tuple(unit.name for unit in group.units) if len(group.units) > 1 else ()


def _line(group: Group, label: str, place: str) -> CoverageLine:
    return CoverageLine(
        label=label,
        place=place,
        together=_together(group) if place else (),
        staff=group.staff,
        covered=group.covered,
        respondents=group.reported.respondents,
        per_thousand=figure_words.tenths(group.per_thousand),
    )


def _tile(group: Group, label: str) -> Tile:
    found = vulnerability_of(group)
    degree, tone = figure_words.DEGREES[found.degree]
    return Tile(
        label=label,
        together=_together(group),
        staff=group.staff,
        score=found.score,
        degree=degree,
        tone=tone,
        shade=str(found.score // _STEPS),
        parts=tuple(found.parts[part] for part in Part),
    )


def _first(tile: Tile) -> tuple[int, str]:
    return -tile.score, tile.label


def _part(part: Part) -> PartShown:
    label, sentence = figure_words.PARTS[part]
    return PartShown(label=label, sentence=sentence, weight=WEIGHTS[part])
