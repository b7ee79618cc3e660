"""The dashboard: a year of prevention in few set-based queries, whatever its size."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.cases.domain import Theme
from netralitas.charts.domain import Chart
from netralitas.charts.queries import shown
from netralitas.database.connection import Connection
from netralitas.prevention import dashboard_charts as charts
from netralitas.prevention import figure_words, words
from netralitas.prevention.address import WAITING, Filters, address, dashboard_address, theme_word
from netralitas.prevention.dashboard_pages import Dashboard, GainLine, MonthLine
from netralitas.prevention.figures import Cell, Reach, total
from netralitas.prevention.pages import ActivityLine
from netralitas.prevention.queries import dashboard_lines as lines
from netralitas.prevention.queries.counts import cells, gains, spent
from netralitas.prevention.queries.filters import further_choices, theme_choice, year_choice, years
from netralitas.prevention.queries.lines import LINE, PATH, line
from netralitas.prevention.queries.reaching import reaches
from netralitas.prevention.queries.scope import scope_of
from netralitas.prevention.queries.views import DASHBOARD, tabs

UPCOMING: Final = 5

_UPCOMING: Final = f"""
{LINE} WHERE a.state IN ('planned', 'announced') AND a.planned_on >= $1
  AND ($2::text IS NULL OR a.theme = $2)
ORDER BY a.planned_on, a.id LIMIT $3
"""
_REGIONS: Final = "SELECT code, name FROM region WHERE code = ANY ($1)"


async def dashboard(c: Connection, actor: Actor, wanted: Filters, today: date) -> Dashboard:
    """Return what `wanted` names (this year by default) with its charts; eight statements."""
    year = wanted.year or today.year
    scope = scope_of(wanted, year)
    counted = await cells(c, scope, today)
    known = await reaches(c, actor.organisation, scope)
    units = tuple(unit for unit in known if _is_shown(unit, wanted))
    names = await _names(c, counted, known, wanted)
    themes = _themes(counted, wanted)
    months = lines.months(counted, themes, wanted.month)
    tested = tuple(map(lines.gain_line, await gains(c, scope)))
    further = further_choices(wanted, names, known)
    said = figure_words.shown(year, wanted.theme, further)
    sum_of_all, theme = total(counted), theme_word(wanted)
    drawn = _charts(months, units, tested, said)
    return Dashboard(
        year=year,
        said=said,
        tabs=tabs(actor, DASHBOARD, wanted),
        filters=(year_choice(await years(c, today.year), year), theme_choice(wanted)),
        further=further,
        filtered=wanted != Filters() and wanted != Filters(year=today.year),
        query=dashboard_address(wanted, year),
        total=sum_of_all,
        measure=lines.measure(sum_of_all, lines.longest([sum_of_all])),
        theme_names=tuple(map(words.theme, themes)),
        themes=lines.themes(counted, themes),
        kinds=lines.kinds(counted),
        months=months,
        places=lines.places(counted, names),
        covered=tuple(lines.unit(unit) for unit in lines.by_share(units) if unit.covered),
        uncovered=tuple(lines.unit(unit) for unit in lines.by_staff(units) if not unit.covered),
        reach=lines.reach_total(units),
        spent=tuple(map(lines.spent_line, await spent(c, scope))),
        gains=tested,
        upcoming=await _upcoming(c, wanted, today),
        waiting_href=address(PATH, tahun=year, tema=theme, keadaan=WAITING),
        list_href=address(PATH, tahun=year, tema=theme),
        may_plan=refusal(actor, Permission.RECORD_ACTIVITY) is None,
        charts=await shown(c, drawn),
    )


def _is_shown(unit: Reach, wanted: Filters) -> bool:
    here = wanted.district is None or unit.district == wanted.district
    return here and wanted.unit in {None, unit.id}


def _themes(counted: Iterable[Cell], wanted: Filters) -> tuple[Theme | None, ...]:
    """Return the themes to show: all three, and what is about none where there is such."""
    if wanted.theme:
        return (wanted.theme,)
    return (*Theme, None) if any(cell.theme is None for cell in counted) else tuple(Theme)


def _charts(
    months: Sequence[MonthLine], units: Sequence[Reach], tested: Sequence[GainLine], said: str
) -> tuple[Chart, ...]:
    """Return the charts of what there is: an empty one answers nothing."""
    made = (
        charts.by_month(months, said),
        charts.by_place(units, said, lines.NOWHERE),
        charts.by_test(tested, said),
    )
    return tuple(chart for chart in made if not chart.empty)


async def _names(
    c: Connection, counted: Iterable[Cell], known: Iterable[Reach], wanted: Filters
) -> dict[str, str]:
    codes = {cell.region for cell in counted} | {unit.district for unit in known if unit.district}
    codes |= {wanted.district} if wanted.district else set()
    return {row["code"]: row["name"] for row in await c.fetch(_REGIONS, sorted(codes))}


async def _upcoming(c: Connection, wanted: Filters, today: date) -> tuple[ActivityLine, ...]:
    rows = await c.fetch(_UPCOMING, today, wanted.theme, UPCOMING)
    return tuple(line(row, today) for row in rows)
