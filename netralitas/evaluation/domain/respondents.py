"""The register of respondents: one exclusive status each, whatever was opened on them.

What decides is the furthest open proceeding; where none is open, the furthest that ended; where
none was opened, whether the handling of the case still goes on. A recommendation ends the referral
but not the matter: it stands for the respondent until a follow-up says more.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from netralitas.evaluation.domain.figures import Figures, Indicator, Part, Register
from netralitas.evaluation.domain.statuses import OTHER, type_statuses

REGISTER: Final = "respondent"
STATUS: Final = "respondent_status"
UNNAMED: Final = "respondents_unnamed"

_HANDLED: Final = "handled"
_NOT_FORWARDED: Final = "not_forwarded"
_ENDED: Final = frozenset({"reported", "not_proven", "away", "passed_on", _NOT_FORWARDED})
_STATUSES: Final = (
    *(_HANDLED, "with_authority", "recommended", "followed_up", "decided", "in_force"),
    *("reported", "not_proven", "away", "passed_on", _NOT_FORWARDED),
)
_LADDER: Final = (
    ("referral", "rerouted", "passed_on"),
    ("referral", "cancelled", "not_proven"),
    ("referral", "rejected", "not_proven"),
    ("referral", "not_proven", "not_proven"),
    ("referral", "respondent_away", "away"),
    ("referral", "recommended", "recommended"),
    ("referral", "taken_up", "recommended"),
    ("discipline", "passed_on", "passed_on"),
    ("discipline", "respondent_away", "away"),
    ("discipline", "reported", "reported"),
    ("referral", "returned", "with_authority"),
    ("referral", "sent", "with_authority"),
    ("referral", "examined", "with_authority"),
    ("discipline", "arrived", "recommended"),
    ("discipline", "in_process", "followed_up"),
    ("discipline", "decided", "decided"),
    ("discipline", "contested", "decided"),
    ("discipline", "not_reported", "in_force"),
)
"""The statuses of proceedings, each further than those before, and what the person's is then."""

UNKNOWN: Final = len(_LADDER)
"""The rung of a state that the definition does not know: above all others, and open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """How many respondents are alike in all that their status is made of.

    `rung` is the highest of their proceedings, None where none was opened; `over` that the handling
    of their case ended. `named` says that an event told of them; `begun` that the opening of their
    case is among the events at all.
    """

    rung: int | None
    over: bool
    named: bool
    begun: bool
    amount: int


def rungs(known: type_statuses) -> tuple[tuple[str, str, int], ...]:
    """Return the rung of every state on which a respondent can stand: workflow, state, rung."""
    return tuple(
        (workflow, state, rung)
        for rung, (workflow, code, _) in enumerate(_LADDER)
        for status in known[workflow]
        if status.code == code
        for state in sorted(status.states)
    )


def ends_of_handling(known: type_statuses) -> tuple[str, ...]:
    """Return the states in which the handling of a case has ended."""
    return tuple(
        sorted(state for status in known["handling"] if status.ended for state in status.states)
    )


def count_persons(found: Iterable[Persons]) -> tuple[tuple[Indicator, ...], Register]:
    """Return the indicators of the respondents, and their account.

    `entered` counts those of whom an event told, and those whom somebody else forwarded; `left`
    those who stand at an end, and `open` those who do not. Who was forwarded without having been
    named is in the closing and not in what entered: the difference is what they are.
    """
    counted: Counter[str] = Counter()
    entered = unnamed = 0
    for each in found:
        counted[_status(each)] += each.amount
        if each.named or not each.begun:
            entered += each.amount
        else:
            unnamed += each.amount
    left = sum(counted[code] for code in _ENDED)
    parts = [Part(code=code, amount=counted[code]) for code in _STATUSES]
    if counted[OTHER]:
        parts.append(Part(code=OTHER, amount=counted[OTHER]))
    indicators = (
        Indicator(code=STATUS, total=counted.total(), parts=tuple(parts)),
        Indicator(code=UNNAMED, total=unnamed),
    )
    still = counted.total() - left
    return indicators, Register(code=REGISTER, entered=entered, left=left, open=still)


def unnamed_since(before: Figures | None, now: Figures) -> int:
    """Return how many were forwarded without having been named, since the earlier snapshot."""
    earlier = before.indicator(UNNAMED).total if before else 0
    return now.indicator(UNNAMED).total - earlier


def _status(each: Persons) -> str:
    if each.rung is None:
        return _NOT_FORWARDED if each.over else _HANDLED
    return OTHER if each.rung >= UNKNOWN else _LADDER[each.rung][2]
