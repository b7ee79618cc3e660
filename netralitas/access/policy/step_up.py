"""For what only two people may do, each shows a second factor, and it holds for a while: pure."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.refusals import StepUpNeeded

STEP_UP_LASTS: Final = timedelta(minutes=10)


def is_stepped_up(actor: Actor, now: datetime) -> bool:
    """Say whether the second factor that the actor showed in this session still holds."""
    return actor.stepped_up_at is not None and now - actor.stepped_up_at < STEP_UP_LASTS


def hold_stepped_up(actor: Actor, now: datetime) -> None:
    """Hold that it does; StepUpNeeded otherwise."""
    if not is_stepped_up(actor, now):
        raise StepUpNeeded
