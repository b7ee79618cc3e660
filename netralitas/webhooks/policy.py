"""When a message is tried again, and when no more. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from netralitas.webhooks.domain import Attempt, Problem

WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
)
"""How long a message waits after its first, second ... failed try."""

MOST_TRIES: Final = len(WAITS) + 1
"""So often a message is tried, within a day; then it is a dead letter and the next one goes on."""

MOST_RECEIVERS: Final = 10
"""Of one organisation, those that ended not counted."""

OVERLAP: Final = timedelta(hours=24)
"""How long messages carry a signature of the old secret beside that of the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What follows from a failed try.

    `dead`: the message is given up. `stopped`: nothing is sent any more until an administrator
    says so. Else it is tried again after `wait`.
    """

    dead: bool = False
    stopped: bool = False
    wait: timedelta = timedelta(0)


def after_failure(attempt: Attempt, tries: int, in_a_row: int) -> Verdict:
    """Return what follows when the `tries`-th try of a message failed, the `in_a_row`-th at all.

    A receiver that fails on after a dead letter is stopped, so that an outage costs one message
    and not one a day; so is one that says it is gone for good (410).
    """
    if attempt.problem is Problem.GONE or in_a_row > MOST_TRIES:
        return Verdict(stopped=True)
    if tries >= MOST_TRIES:
        return Verdict(dead=True)
    asked = timedelta(seconds=min(attempt.retry_after or 0, int(WAITS[-1].total_seconds())))
    return Verdict(wait=max(WAITS[tries - 1], asked))
