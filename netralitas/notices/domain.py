"""What a notice is about, and which deadlines are due for one: values only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoticeKind(StrEnum):
    """Why somebody is told of a deadline; ESCALATED goes to the superior."""

    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    ESCALATED = "escalated"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How many calendar days before its day a deadline is announced, after it escalated."""

    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Of which deadlines a kind of notice is due in one zone: from `begins` on, before `ends`.

    `begins` None: however long ago.
    """

    kind: NoticeKind
    zone: str
    begins: datetime | None
    ends: datetime

    def holds(self, due_at: datetime) -> bool:
        """Say whether a deadline (aware) lies in it."""
        return (self.begins is None or self.begins <= due_at) and due_at < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A notice to be mailed: to which address, of which deadline, in which zone its day is said.

    `number` is that of the case, or of the agreement; one of both is None.
    """

    id: int
    to: str
    kind: NoticeKind
    case: int | None
    agreement: int | None
    number: str
    rule: str
    due_at: datetime
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deadline in a calendar: of which case by number, by which rule, called what, until when."""

    proceeding: int
    case: int
    number: str
    rule: str
    label: str
    due_at: datetime
