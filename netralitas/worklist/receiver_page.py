"""What the home page of an office that follows up shows; apart, for it has the follow-up in it."""

from datetime import date

import msgspec

from netralitas.discipline.queries import FollowUp
from netralitas.worklist.pages import ComingLine, Line


class FollowUpHomePage(msgspec.Struct, frozen=True, kw_only=True):
    """What an officer who follows up needs to know in the morning.

    `exchange` is how many requests under an agreement wait for their office.
    """

    title: str
    today: date
    due: tuple[Line, ...]
    due_more: bool
    follow_up: FollowUp
    sees_deadlines: bool
    coming: tuple[ComingLine, ...]
    exchange: int = 0
