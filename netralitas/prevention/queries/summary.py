"""Prevention in a few numbers between two days: for the pack of an evaluation meeting."""

from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.database.connection import Connection
from netralitas.prevention.figures import Cell, Count, total, totals_by
from netralitas.prevention.queries.counts import cells
from netralitas.prevention.queries.reaching import reaches
from netralitas.prevention.queries.scope import Scope

_ONE_DAY: Final = timedelta(days=1)


class ThemeSummary(msgspec.Struct, frozen=True, kw_only=True):
    """One theme: what was planned for the span, what was held in it, how many people came."""

    theme: Theme
    label: str
    count: Count


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The span of days, both included, by theme and in all; units that nobody came from.

    `people` counts attendances: who came twice counts twice.
    """

    since: date
    until: date
    themes: tuple[ThemeSummary, ...]
    total: Count
    units: int
    uncovered: tuple[str, ...]

    @property
    def people(self) -> int:
        """Return how many people came, over all activities that were held."""
        return self.total.people


async def summary_for(c: Connection, actor: Actor, since: date, until: date) -> Summary:
    """Return what the actor's organisation sees of the days from `since` to `until`, both included.

    Two statements. Plans count by the day they are planned for, the rest by the day it was held. A
    change of service hours is about no theme, so that the total can be more than the themes.
    """
    scope = Scope(since=since, until=until + _ONE_DAY)
    today = clock.today(ZoneInfo(actor.zone))
    counted = await cells(c, scope, today)
    units = await reaches(c, actor.organisation, scope)
    by_theme = totals_by(counted, _theme)
    return Summary(
        since=since,
        until=until,
        themes=tuple(
            ThemeSummary(theme=theme, label=THEMES[theme], count=by_theme.get(theme, Count()))
            for theme in Theme
        ),
        total=total(counted),
        units=len(units),
        uncovered=tuple(unit.name for unit in units if not unit.covered),
    )


def _theme(cell: Cell) -> Theme | None:
    return cell.theme
