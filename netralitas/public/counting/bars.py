"""Bars: amounts beside each other, each as a part of the longest."""

from collections.abc import Iterable

from netralitas.public.counting.pages import Pair
from netralitas.public.pages import Share


def width(amount: int, longest: int) -> str:
    """Return how much of the longest bar an amount is, such as "37.5%"."""
    return f"{100 * max(amount, 0) / longest:.1f}%" if longest > 0 else "0.0%"


def bars(named: Iterable[tuple[str, int]]) -> tuple[Share, ...]:
    """Return a bar for each amount, the largest the whole width."""
    every = tuple(named)
    longest = max((amount for _, amount in every), default=0)
    return tuple(
        Share(label=label, amount=amount, width=width(amount, longest)) for label, amount in every
    )


def pairs(named: Iterable[tuple[str, int, int]]) -> tuple[Pair, ...]:
    """Return two bars for each label, all of them to one scale."""
    every = tuple(named)
    longest = max((max(one, other) for _, one, other in every), default=0)
    return tuple(
        Pair(label=label, amounts=(one, other), widths=(width(one, longest), width(other, longest)))
        for label, one, other in every
    )
