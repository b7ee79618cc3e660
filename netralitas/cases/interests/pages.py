"""What the page of one's own interests shows."""

from datetime import datetime

import msgspec

from netralitas.cases.interests.forms import InterestForm


class InterestLine(msgspec.Struct, frozen=True, kw_only=True):
    """One declaration in force."""

    id: int
    kind: str
    name: str
    declared_at: datetime


class InterestsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that an officer declared and did not take back, and the form for one more."""

    lines: tuple[InterestLine, ...]
    form: InterestForm
