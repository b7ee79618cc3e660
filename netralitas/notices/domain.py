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
class Stage:
    """Of which incidents a notice is due, by the end of their hours: from `begins` on until `ends`.

    `rule` tells the notices of one incident apart. `begins` None: however long ago.
    """

    kind: NoticeKind
    rule: str
    begins: datetime | None
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a notice is about: a case, an agreement or an incident by its id; the others are None.

    `printed` is the number that the case or the agreement bears, where it has one.
    """

    case: int | None
    agreement: int | None
    incident: int | None
    printed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A notice to be mailed: to which address, of which deadline, in which zone its day is said."""

    id: int
    to: str
    kind: NoticeKind
    about: About
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
