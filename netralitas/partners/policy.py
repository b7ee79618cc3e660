"""When a partner is asked again, and when no more. Pure."""

from datetime import timedelta
from typing import Final

from netralitas.partners.domain import Problem

WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
)
"""How long nothing is tried after the first, second ... failure in a row; then always the last."""

MOST_PARTNERS: Final = 20
"""Of one office, those that ended not counted."""

NEEDED: Final = frozenset({"packages.read", "cases.read", "cases.write"})
"""What a token of a partner must open."""

STOPS: Final = frozenset({Problem.DENIED, Problem.SCOPES, Problem.SEALED})
"""What no waiting mends: an administrator has to enter another token."""

OF_THE_PACKAGE: Final = frozenset(
    {
        *(Problem.MANIFEST, Problem.PAPER, Problem.PAPER_REFUSED, Problem.CONTENT),
        *(Problem.TOO_LARGE, Problem.ANSWER, Problem.NOT_THERE, Problem.REFUSED),
    }
)
"""What is wrong with one package alone: it is held, and the next ones come in."""

OF_THE_STEP: Final = frozenset({Problem.REFUSED, Problem.NOT_THERE})
"""What is wrong with one step alone: it is refused, and what depends on it waits."""


def wait(failures: int, asked: int | None = None) -> timedelta:
    """Return how long nothing is tried after so many failures in a row, the last included.

    `asked` are seconds that the partner asked for; never more than the longest wait.
    """
    own = WAITS[min(max(failures, 1), len(WAITS)) - 1]
    return max(own, min(timedelta(seconds=asked or 0), WAITS[-1]))
