"""Totals for everybody: of all people of the installation together. Pure.

Beside published outcomes only totals are public. None of them names a post or a unit, so that each
describes everybody whom the record could be about. What they say of places goes by who works there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.publication.domain import Level

FEW: Final = 5
"""Of fewer than so many no length of time is shown: it would be that of a single matter. Our own
choice within the 3 to 5 of domain.md 4.
"""


class Milestone(StrEnum):
    """What happened to a case (the first three) or to the matter of a respondent."""

    CAME_IN = "came_in"
    REGISTERED = "registered"
    SETTLED = "settled"
    FORWARDED = "forwarded"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    REPORTED = "reported"


class Span(StrEnum):
    """From one milestone to the next."""

    TO_REGISTER = "to_register"
    TO_SETTLE = "to_settle"
    TO_RECOMMEND = "to_recommend"
    TO_DECIDE = "to_decide"
    TO_REPORT = "to_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """How many days a span took in `amount` matters: half of them at the most `median`, nine of ten
    at the most `ninth`. Both None where there are too few.
    """

    span: Span
    amount: int
    median: int | None
    ninth: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """An office to which so many matters were handed, and how it answered.

    `of_everybody` says that it oversees every civil servant, `staff` on how many people of the
    region it decides; which other office has a matter tells whose it is. `median` is how many days
    its answers took, None of too few; `waiting_since` the day from which the oldest unanswered one
    waits.
    """

    name: str
    handed: int
    answered: int
    of_everybody: bool = False
    staff: int = 0
    median: int | None = None
    waiting_since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by its code and name: how many cases came in there, how many people work there."""

    code: str
    name: str
    cases: int
    staff: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Everything that is told beside the published outcomes.

    `years` says for each milestone how often it was reached in which year, None for a year that is
    not known. `offices` are the regions of the offices that handle cases, `districts` the places
    where it happened.
    """

    years: Mapping[Milestone, Mapping[int | None, int]] = field(default_factory=dict)
    took: tuple[Took, ...] = ()
    recommended: Mapping[Level, int] = field(default_factory=dict)
    imposed: Mapping[Level, int] = field(default_factory=dict)
    receivers: tuple[Receiver, ...] = ()
    offices: tuple[Place, ...] = ()
    districts: tuple[Place, ...] = ()

    def total(self, milestone: Milestone) -> int:
        """Return how often a milestone was reached, whenever that was."""
        return sum(self.years.get(milestone, {}).values())


def protected(totals: Totals, threshold: int) -> Totals:
    """Return what of the totals may be published.

    A length of time of few matters is left out. Receivers are named that have to do with at least
    `threshold` people; all others are one, without a name. Sub-districts are shown apart only where
    each of them has at least `threshold` staff; else none is, so that two dates never part them
    otherwise.
    """
    return replace(
        totals,
        took=tuple(map(_of_many, totals.took)),
        receivers=tuple(map(_answering, _named(totals.receivers, threshold))),
        districts=_apart(totals.districts, threshold),
    )


def _of_many(took: Took) -> Took:
    return took if took.amount >= FEW else replace(took, median=None, ninth=None)


def _named(receivers: Iterable[Receiver], threshold: int) -> Iterator[Receiver]:
    """Yield the receivers that are named, and last the others as one."""
    others: list[Receiver] = []
    for one in receivers:
        if one.of_everybody or one.staff >= threshold:
            yield one
        else:
            others.append(one)
    if others:
        handed = sum(one.handed for one in others)
        yield Receiver(name="", handed=handed, answered=sum(one.answered for one in others))


def _answering(receiver: Receiver) -> Receiver:
    """Return a receiver without the length of few answers, and without a day."""
    since = receiver.waiting_since
    return replace(
        receiver,
        median=receiver.median if receiver.answered >= FEW else None,
        waiting_since=since and since.replace(day=1),
    )


def _apart(districts: Iterable[Place], threshold: int) -> tuple[Place, ...]:
    every = tuple(districts)
    return every if all(place.staff >= threshold for place in every) else ()
