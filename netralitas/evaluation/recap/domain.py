"""A week, and what the events recorded in it amount to: pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from netralitas.evaluation.domain import Gathered, Tally, count_up
from netralitas.evaluation.domain.statuses import REFERRAL

AMOUNTS: Final = (
    *("came_in", "registered", "not_registered", "decided", "violations", "forwarded"),
    *("answered", "in_force", "reported", "overdue"),
)
"""What a week is told by, in the order of the page; `overdue` is how it stands at the end."""
SOURCES: Final = (
    *("report", "finding", "information", "authority_request", "transfer", "split", "other"),
)

_DEFINITION: Final = 3
"""The definition of the figures by which events are told apart here."""
_CODE: Final = re.compile(r"([0-9]{4})-W([0-9]{2})")
_NOT_REGISTERED: Final = frozenset({"not_registered"})
_IN_FORCE: Final = frozenset({"in_force", "moral_stated"})
_REPORTED: Final = frozenset({"reported"})
_ANSWERED: Final = frozenset(
    state for status in REFERRAL if status.ended for state in status.states
) - {"cancelled", "rerouted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days from a Monday, numbered as ISO 8601 does."""

    monday: date

    @property
    def sunday(self) -> date:
        """Return its last day."""
        return self.monday + timedelta(days=6)

    @property
    def code(self) -> str:
        """Return it as addresses name it: "2026-W47"."""
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02}"

    def moved(self, weeks: int) -> "Week":
        """Return the week so many weeks later; earlier where it is negative."""
        return Week(monday=self.monday + timedelta(weeks=weeks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What a week amounts to: by code, and the cases that came in by their source."""

    of: Mapping[str, int]
    sources: Mapping[str, int]

    def __add__(self, other: "Amounts") -> "Amounts":
        """Return both together."""
        return Amounts(
            of={code: self.of[code] + other.of[code] for code in AMOUNTS},
            sources={code: self.sources[code] + other.sources[code] for code in SOURCES},
        )


def week_of(day: date) -> Week:
    """Return the week in which a day lies."""
    return Week(monday=day - timedelta(days=day.weekday()))


def read_week(code: str) -> Week | None:
    """Return the week that "2026-W47" names, None for anything else."""
    found = _CODE.fullmatch(code.strip().upper())
    if found is None:
        return None
    try:
        return Week(monday=date.fromisocalendar(int(found[1]), int(found[2]), 1))
    except ValueError:
        return None


def amounts_of(tallies: Iterable[Tally], overdue: int) -> Amounts:
    """Return what the events of a week amount to; `overdue` is told beside them."""
    told = tuple(tallies)
    figures = count_up(
        Gathered(tallies=told), position=0, organisation=None, definition=_DEFINITION
    )
    came_in, decided = figures.indicator("cases_in"), figures.indicator("decided")
    return Amounts(
        of={
            "came_in": came_in.total,
            "registered": figures.indicator("registered").total,
            "not_registered": _entered(told, "handling", _NOT_REGISTERED),
            "decided": decided.total,
            "violations": decided.part("other_law"),
            "forwarded": figures.indicator("forwarded").total,
            "answered": _entered(told, "referral", _ANSWERED),
            "in_force": _entered(told, "discipline", _IN_FORCE),
            "reported": _entered(told, "discipline", _REPORTED),
            "overdue": overdue,
        },
        sources=Counter({code: came_in.part(code) for code in SOURCES}),
    )


def _entered(tallies: Iterable[Tally], workflow: str, states: frozenset[str]) -> int:
    """Return how often a proceeding came into one of these states from another."""
    return sum(
        tally.amount
        for tally in tallies
        if tally.workflow == workflow
        and tally.to_state in states
        and tally.from_state not in states
    )
