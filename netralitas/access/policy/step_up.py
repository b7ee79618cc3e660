"""For grave acts the second factor is shown (again), and it holds for a while: pure."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy.acts import Permission
from netralitas.refusals import StepUpNeeded

STEP_UP_LASTS: Final = timedelta(minutes=10)

PROVED: Final = frozenset({Permission.ADMINISTER, Permission.CHANGE_LAW, Permission.KEEP_TEMPLATES})
"""Acts of administration: whoever does one has shown their second factor lately."""


def is_stepped_up(actor: Actor, now: datetime) -> bool:
    """Say whether the second factor that the actor showed in this session still holds."""
    return actor.stepped_up_at is not None and now - actor.stepped_up_at < STEP_UP_LASTS


def hold_stepped_up(actor: Actor, now: datetime) -> None:
    """Hold that it does; StepUpNeeded otherwise."""
    if not is_stepped_up(actor, now):
        raise StepUpNeeded


def hold_proved(actor: Actor, act: Permission) -> None:
    """Hold that whoever does an act of PROVED has shown it; StepUpNeeded otherwise.

    An actor that was looked up has `stepped_up_at` only while it holds. The command line and the
    worker act as the system itself, which has no device.
    """
    if act in PROVED and actor.stepped_up_at is None and not actor.everything:
        raise StepUpNeeded
