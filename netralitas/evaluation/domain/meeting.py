"""What a meeting is made of: kinds, states, parties. Values only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeetingKind(StrEnum):
    """Why the parties meet."""

    PERIODIC = "periodic"
    INCIDENTAL = "incidental"


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as it stands.

    `readers` begins with the organiser, goes on with its superiors and ends with the other party.
    """

    id: int
    organisation: int
    kind: MeetingKind
    title: str
    place: str
    planned_on: date
    held_on: date | None
    state: MeetingState
    readers: tuple[int, ...]

    @property
    def other_party(self) -> int:
        """Return the organisation that the organiser meets."""
        return self.readers[-1]

    @property
    def parties(self) -> tuple[int, int]:
        """Return the two organisations that keep this meeting; other readers only look on."""
        return self.organisation, self.other_party

    @property
    def day(self) -> date:
        """Return the day on which it was held, else the day for which it is planned."""
        return self.held_on or self.planned_on
