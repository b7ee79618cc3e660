"""Where the pages of attendance lie, and the way up from them."""

from netralitas.law.words import day
from netralitas.prevention.attending.domain import here
from netralitas.prevention.queries.head import CRUMBS
from netralitas.prevention.queries.lines import PATH
from netralitas.prevention.queries.opened import Opened
from netralitas.web.parts import Crumb


def when(opened: Opened) -> str:
    """Return the day of an activity in words."""
    return day(opened.activity.held_on or opened.activity.planned_on)


def crumbs(opened: Opened, *steps: str) -> tuple[Crumb, ...]:
    """Return the way to a page below the tab."""
    number = opened.activity.id
    return (
        *CRUMBS,
        Crumb(opened.title, f"{PATH}/{number}"),
        Crumb("Kehadiran", here(number)),
        *map(Crumb, steps),
    )
