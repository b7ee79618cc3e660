"""The realisation of an indicator by year and month, from what is counted or was entered. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netralitas.agreements.paper import Indicator, Paper
from netralitas.agreements.plan.domain import Aspect, Item, KnownEntry, KnownFeed, Place, percent
from netralitas.refusals import NotVisible

type_month = tuple[int, int | None]
"""A year and a month of it; None for the year as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Realised:
    """What became of an indicator in a year, or in all of them; None: nobody said anything."""

    amount: int | None
    target: int | None

    @property
    def percent(self) -> int | None:
        """Return how many of a hundred parts are reached, None where it cannot be said."""
        return None if self.amount is None else percent(self.amount, self.target)


def indicators_of(paper: Paper, version: int) -> Mapping[Place, Indicator]:
    """Return the indicators of a plan by their places, as they stand on the paper."""
    found = {}
    for row, line in enumerate(paper.plan, start=1):
        for aspect, cell in ((Aspect.OUTPUT, line.output), (Aspect.OUTCOME, line.outcome)):
            for number, indicator in enumerate(cell, start=1):
                place = Place(version=version, row=row, aspect=aspect, number=number)
                found[place] = indicator
    return found


def indicator_at(paper: Paper, place: Place) -> Indicator:
    """Return an indicator by its place; NotVisible for one that the plan does not have."""
    found = indicators_of(paper, place.version).get(place)
    if found is None:
        raise NotVisible
    return found


def by_month(
    feed: KnownFeed | None, items: Iterable[Item], entries: Iterable[KnownEntry]
) -> dict[type_month, int]:
    """Return how much was realised in each month, or year as a whole, of which something is known.

    Of an indicator with a feed what it counts, else what was entered and not withdrawn.
    """
    if feed is not None:
        own = (item for item in items if item.feed == feed.id)
        return dict(Counter((item.on.year, item.on.month) for item in own))
    standing = [entry for entry in entries if not entry.withdrawn]
    return {(entry.said.year, entry.said.month): entry.said.amount for entry in standing}


def by_year(
    indicator: Indicator,
    years: tuple[int, ...],
    months: Mapping[type_month, int],
    *,
    fed: bool,
    until: int,
) -> dict[int, Realised]:
    """Return the realisation of each year of the plan.

    What is counted is 0 in a year without anything, once the year `until` has come; what was not
    entered is not known.
    """
    targets = dict(zip(years, indicator.yearly, strict=False))
    found = {}
    for year in years:
        amounts = [amount for (each, _), amount in months.items() if each == year]
        known = bool(amounts) or (fed and year <= until)
        found[year] = Realised(amount=sum(amounts) if known else None, target=targets.get(year))
    return found


def in_all(indicator: Indicator, realised: Mapping[int, Realised]) -> Realised:
    """Return the realisation of all years together.

    The target is the one that the paper prints for all of them, else the sum of its years.
    """
    amounts = [each.amount for each in realised.values() if each.amount is not None]
    targets = [each.target for each in realised.values() if each.target is not None]
    target = indicator.target if indicator.target is not None else sum(targets) or None
    return Realised(amount=sum(amounts) if amounts else None, target=target)
