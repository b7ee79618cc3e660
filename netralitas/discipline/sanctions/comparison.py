"""What was imposed beside what was recommended: lighter, equal, heavier, or nothing."""

from enum import StrEnum
from typing import Final

from netralitas.cases.domain import SanctionLevel


class Comparison(StrEnum):
    """How what was imposed stands to what was recommended."""

    LIGHTER = "lighter"
    EQUAL = "equal"
    HEAVIER = "heavier"
    NONE = "none"
    UNKNOWN = "unknown"


ORDER: Final = (
    SanctionLevel.NONE,
    SanctionLevel.MORAL_CLOSED,
    SanctionLevel.MORAL_OPEN,
    SanctionLevel.LIGHT,
    SanctionLevel.MEDIUM,
    SanctionLevel.HEAVY,
    SanctionLevel.DISMISSAL,
)
"""From light to heavy: moral sanctions (PP 42/2004 Pasal 15, S), the three levels of PP 94/2021
Pasal 8 (S), the dismissal of UU 20/2023 Pasal 52 (S). That a moral sanction is lighter than any
punishment, and a closed statement lighter than an open one, is our own inference.
"""

_WEIGHT: Final = {level: weight for weight, level in enumerate(ORDER)}
_SHORT_OF_THE_END: Final = frozenset(
    {
        SanctionLevel.MORAL_CLOSED,
        SanctionLevel.MORAL_OPEN,
        SanctionLevel.LIGHT,
        SanctionLevel.MEDIUM,
    }
)


def compare(recommended: SanctionLevel | None, imposed: SanctionLevel | None) -> Comparison:
    """Return how the imposed level stands to the recommended one.

    UNKNOWN where one of them is not known, or where the law gives no common measure: a contract
    that ends is heavier than anything that lets the person stay, no more can be said of it.
    """
    if imposed is SanctionLevel.NONE:
        nothing = recommended is SanctionLevel.NONE
        return Comparison.EQUAL if nothing else Comparison.NONE
    if recommended is None or imposed is None:
        return Comparison.UNKNOWN
    if recommended is imposed and recommended is not SanctionLevel.OTHER:
        return Comparison.EQUAL
    if recommended in _WEIGHT and imposed in _WEIGHT:
        lighter = _WEIGHT[imposed] < _WEIGHT[recommended]
        return Comparison.LIGHTER if lighter else Comparison.HEAVIER
    return _beside_the_scale(recommended, imposed)


def _beside_the_scale(recommended: SanctionLevel, imposed: SanctionLevel) -> Comparison:
    """Return what can be said where one of the levels has no place among the others."""
    if recommended is SanctionLevel.NONE:
        return Comparison.HEAVIER
    if imposed is SanctionLevel.CONTRACT_ENDED and recommended in _SHORT_OF_THE_END:
        return Comparison.HEAVIER
    if recommended is SanctionLevel.CONTRACT_ENDED and imposed in _SHORT_OF_THE_END:
        return Comparison.LIGHTER
    return Comparison.UNKNOWN
