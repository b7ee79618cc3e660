"""Protection by population, applied once, before anything enters the published schema. Pure.

A regency has few respondents in a season, so that counting cases protects nobody: it goes by how
many people work in each group of posts. What stays closed by law is left out altogether.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.publication.domain import Group, Outcome, ProtectedOutcome
from netralitas.publication.policy.groups import shown_groups

THRESHOLD: Final = 10
"""How many people a shown group has at the least, where the settings say nothing else. Our own
choice, not law: domain.md 4 asks for 3 to 5 cases in a cell, which few regencies would reach.
"""


def protect(
    outcomes: Iterable[Outcome], staff_by_class: Mapping[PositionClass, int], threshold: int
) -> tuple[ProtectedOutcome, ...]:
    """Return what of the outcomes may be published, in an order of its own.

    A group is shown where at least `threshold` people work in it, else it is merged upwards; where
    not even all together are enough, nothing is published apart. A closed statement of ethics is
    only ever a number, and is not among them. The order of the outcomes says nothing, and what is
    shown of one does not depend on the others.
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
    return ProtectedOutcome(
        year=one.year,
        regime=one.regime,
        source=one.source,
        theme=one.theme,
        group=group,
        stage=one.stage,
        level=one.level,
        since=one.since,
        days=one.days,
    )


def _order(one: ProtectedOutcome) -> tuple[object, ...]:
    return (
        *(one.year, one.regime, one.source, one.theme, one.group, one.stage, one.level or ""),
        *(str(one.since or ""), -1 if one.days is None else one.days),
    )
