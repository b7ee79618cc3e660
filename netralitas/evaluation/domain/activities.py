"""The register of prevention: what was planned, announced, held, cancelled, and how many came."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.evaluation.domain.figures import Indicator, Part, Register
from netralitas.evaluation.domain.statuses import OTHER

REGISTER: Final = "activity"

_THEMES: Final = ("neutrality", "money_politics", "black_campaign", "no_theme")
_STATES: Final = ("planned", "announced", "held", "cancelled")
_OVER: Final = frozenset({"held", "cancelled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Activities:
    """How many activities are alike, and how many people came to them together.

    `state` is the name of the last event that changed it; `begun` and `ended` say how often an
    event planned such an activity and how often one held or cancelled it.
    """

    state: str
    theme: str | None
    amount: int
    begun: int
    ended: int
    people: int


def count_activities(found: Iterable[Activities]) -> tuple[tuple[Indicator, ...], Register]:
    """Return the indicators of prevention, and the account of activities."""
    all_of_them = tuple(found)
    counted: Counter[str] = Counter()
    for each in all_of_them:
        counted[each.state if each.state in _STATES else OTHER] += each.amount
    indicators = (
        Indicator(code="activity_status", total=counted.total(), parts=_parts(counted, _STATES)),
        _themes("activities_held", all_of_them, lambda one: one.amount * (one.state == "held")),
        _themes("people_reached", all_of_them, lambda one: one.people * (one.state == "held")),
    )
    return indicators, Register(
        code=REGISTER,
        entered=sum(each.begun for each in all_of_them),
        left=sum(each.ended for each in all_of_them),
        open=sum(amount for state, amount in counted.items() if state not in _OVER),
    )


def _themes(
    code: str, found: Sequence[Activities], amount_of: Callable[[Activities], int]
) -> Indicator:
    counted: Counter[str] = Counter()
    for each in found:
        theme = each.theme or "no_theme"
        counted[theme if theme in _THEMES else OTHER] += amount_of(each)
    return Indicator(code=code, total=counted.total(), parts=_parts(counted, _THEMES))


def _parts(counted: Counter[str], known: Sequence[str]) -> tuple[Part, ...]:
    parts = [Part(code=code, amount=counted[code]) for code in known]
    if counted[OTHER]:
        parts.append(Part(code=OTHER, amount=counted[OTHER]))
    return tuple(parts)
