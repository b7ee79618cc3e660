"""Task forces, liaison officers and who is on duty: values only."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class ForceKind(StrEnum):
    """What was formed: a task force of both, or the liaison officers of a party."""

    TASK_FORCE = "task_force"
    LIAISON = "liaison"


class Post(StrEnum):
    """What somebody is in it."""

    LEADER = "leader"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"
    LIAISON = "liaison"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewForce:
    """A task force or the liaison officers as a decree names them.

    `decreed_by` None: all parties together; `until` None: until it is ended.
    """

    agreement: int
    kind: ForceKind
    name: str
    decree_number: str
    decree_on: date
    decreed_by: int | None
    since: date
    until: date | None
    tasks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """A task force under lock, with its term; `ended_on` once it ended before its time."""

    id: int
    agreement: int
    kind: ForceKind
    since: date
    until: date | None
    ended_on: date | None
    readers: tuple[int, ...]

    @property
    def last_day(self) -> date | None:
        """Return the last day of its term as it stands, None while that is open."""
        days = [day for day in (self.until, self.ended_on) if day is not None]
        return min(days) if days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Somebody who is named: of which office, in which capacity, from when, until when."""

    name: str
    organisation: int
    capacity: str
    post: Post
    since: date
    until: date | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of a task force with their days; `until` is the last one as it stands."""

    id: int
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDuty:
    """Who is on duty on each day of a span, from when to when, and where."""

    member: int
    first: date
    last: date
    begins_at: time
    ends_at: time
    place: str | None = None
    workdays: bool = True
