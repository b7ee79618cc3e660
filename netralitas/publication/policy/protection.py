"""Protection by population, applied once, before anything enters the published schema. Pure.

A regency has few respondents in a season, so that counting cases protects nobody: it goes by how
many people work in each group of posts. What stays closed by law is left out altogether.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.publication.domain import Group, Outcome, ProtectedOutcome
from netralitas.publication.policy.groups import shown_groups

THRESHOLD: Final = 10
"""How many people a shown group has at the least, where the settings say nothing else. Our own
choice, not law: domain.md 4 asks for 3 to 5 cases in a cell, which few regencies would reach.
"""

_MONTH: Final = 30  # days


def protect(
    outcomes: Iterable[Outcome], staff_by_class: Mapping[PositionClass, int], threshold: int
) -> tuple[ProtectedOutcome, ...]:
    """Return what of the outcomes may be published, in an order of its own.

    A group is shown where at least `threshold` people work in it, else it is merged upwards; where
    not even all together are enough, nothing is published apart. Days become months. A closed
    statement of ethics is only ever a number, and is not among them. The order of the outcomes says
    nothing, and what is shown of one does not depend on the others.
    """
    shown = shown_groups(staff_by_class, threshold)
    if shown is None:
        return ()
    return tuple(
        sorted(
            (_coarse(one, shown[one.position]) for one in outcomes if not one.closed), key=_order
        )
    )


def _coarse(one: Outcome, group: Group) -> ProtectedOutcome:
    kept = ProtectedOutcome(
        year=one.year,
        regime=one.regime,
        source=one.source,
        theme=one.theme,
        group=group,
        stage=one.stage,
        level=one.level,
        since=one.since,
    )
    return coarse_time(kept, one.days)


def coarse_time(one: ProtectedOutcome, days: int | None) -> ProtectedOutcome:
    """Return an outcome of which no day is told: `since` in months, and how long it took.

    `days` are from forwarding to the end, None where they are not known; 30 are a month, and the
    last one counts whole.
    """
    since = one.since and one.since.replace(day=1)
    months = one.months if days is None else max(1, math.ceil(days / _MONTH))
    return replace(one, since=since, months=months)


def _order(one: ProtectedOutcome) -> tuple[object, ...]:
    return (
        *(one.year, one.regime, one.source, one.theme, one.group, one.stage, one.level or ""),
        *(str(one.since or ""), one.months or 0),
    )
