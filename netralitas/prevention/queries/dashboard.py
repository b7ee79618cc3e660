"""The dashboard: a year of prevention in few set-based queries, whatever its size."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.database.connection import Connection
from netralitas.prevention import words
from netralitas.prevention.address import WAITING, Filters, address, theme_word
from netralitas.prevention.figures import Cell, Count, Reach, total, totals_by, width
from netralitas.prevention.pages import (
    ActivityLine,
    Dashboard,
    Measure,
    MonthLine,
    PlaceLine,
    ThemeLine,
    UnitLine,
)
from netralitas.prevention.queries.counts import cells, reaches
from netralitas.prevention.queries.filters import theme_choice, year_choice, years
from netralitas.prevention.queries.lines import LINE, PATH, line

UPCOMING: Final = 5
_NOWHERE: Final = "Tanpa kecamatan"

_UPCOMING: Final = f"""
{LINE} WHERE a.state = 'planned' AND a.planned_on >= $1 AND ($2::text IS NULL OR a.theme = $2)
ORDER BY a.planned_on, a.id LIMIT $3
"""
_REGIONS: Final = "SELECT code, name FROM region WHERE code = ANY ($1)"


async def dashboard(c: Connection, actor: Actor, wanted: Filters, today: date) -> Dashboard:
    """Return the year and theme that `wanted` names (this year by default); five statements."""
    year = wanted.year or today.year
    since, until = date(year, 1, 1), date(year + 1, 1, 1)
    counted = await cells(c, since, until, wanted.theme, today)
    units = await reaches(c, actor.organisation, since, until, wanted.theme)
    names = await _names(c, counted)
    shown = (wanted.theme,) if wanted.theme else tuple(Theme)
    sum_of_all = total(counted)
    theme = theme_word(wanted)
    return Dashboard(
        year=year,
        filters=(year_choice(await years(c, today.year), year), theme_choice(wanted)),
        filtered=wanted.theme is not None or year != today.year,
        query=address("", tahun=year, tema=theme),
        total=sum_of_all,
        measure=_measure(sum_of_all, _longest([sum_of_all])),
        theme_names=tuple(THEMES[each] for each in shown),
        themes=_themes(counted, shown),
        months=_months(counted, shown),
        places=_places(counted, names),
        covered=tuple(_unit(unit) for unit in _by_share(units) if unit.covered),
        uncovered=tuple(_unit(unit) for unit in _by_staff(units) if not unit.covered),
        staff=sum(unit.staff for unit in units),
        upcoming=await _upcoming(c, wanted, today),
        waiting_href=address(PATH, tahun=year, tema=theme, keadaan=WAITING),
        list_href=address(PATH, tahun=year, tema=theme),
        may_plan=refusal(actor, Permission.RECORD_ACTIVITY) is None,
    )


async def _names(c: Connection, counted: Iterable[Cell]) -> dict[str, str]:
    codes = sorted({cell.region for cell in counted})
    return {row["code"]: row["name"] for row in await c.fetch(_REGIONS, codes)}


async def _upcoming(c: Connection, wanted: Filters, today: date) -> tuple[ActivityLine, ...]:
    rows = await c.fetch(_UPCOMING, today, wanted.theme, UPCOMING)
    return tuple(line(row, today) for row in rows)


def _themes(counted: Iterable[Cell], shown: Iterable[Theme]) -> tuple[ThemeLine, ...]:
    by_theme = totals_by(counted, lambda cell: cell.theme)
    longest = _longest(by_theme.values())
    found = {theme: by_theme.get(theme, Count()) for theme in shown}
    return tuple(
        ThemeLine(label=THEMES[theme], measure=_measure(count, longest), count=count)
        for theme, count in found.items()
    )


def _months(counted: Iterable[Cell], shown: tuple[Theme, ...]) -> tuple[MonthLine, ...]:
    kept = tuple(counted)
    by_both = totals_by(kept, lambda cell: (cell.month, cell.theme))
    by_month = totals_by(kept, lambda cell: cell.month)
    longest = _longest(by_month.values())
    lines = []
    for month, label in enumerate(words.MONTHS, start=1):
        count = by_month.get(month, Count())
        said = [by_both.get((month, theme), Count()) for theme in shown]
        lines.append(
            MonthLine(
                label=label,
                themes=tuple(words.of_plan(each.held, each.planned) for each in said),
                measure=_measure(count, longest),
                count=count,
            )
        )
    return tuple(lines)


def _places(counted: Iterable[Cell], names: dict[str, str]) -> tuple[PlaceLine, ...]:
    by_place = totals_by(counted, lambda cell: cell.region)
    longest = _longest(by_place.values())
    return tuple(
        PlaceLine(label=names.get(code, code), measure=_measure(count, longest), count=count)
        for code, count in sorted(by_place.items())
    )


def _longest(counts: Iterable[Count]) -> int:
    return max((max(count.planned, count.held) for count in counts), default=0)


def _measure(count: Count, longest: int) -> Measure:
    return Measure(
        words=words.of_plan(count.held, count.planned),
        planned=count.planned,
        held=count.held,
        planned_width=width(count.planned, longest),
        held_width=width(count.held, longest),
    )


def _by_share(units: Iterable[Reach]) -> list[Reach]:
    """Return the units with the smallest share first: that is where to go next."""
    return sorted(units, key=lambda unit: (unit.share or 0, unit.name))


def _by_staff(units: Iterable[Reach]) -> list[Reach]:
    """Return the largest units first: there most people were not reached."""
    return sorted(units, key=lambda unit: (-unit.staff, unit.name))


def _unit(unit: Reach) -> UnitLine:
    return UnitLine(
        name=unit.name,
        region=unit.region or _NOWHERE,
        staff=unit.staff,
        counted_on=unit.counted_on,
        activities=unit.activities,
        most=unit.most,
        share=unit.share,
    )
