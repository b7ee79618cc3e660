"""Plenary meetings: what may come of a case, how members vote, who counts. Values only."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from netralitas.investigation.study.domain import Finding


class Outcome(StrEnum):
    """What a meeting makes of a case on its table."""

    DECIDED = "decided"
    RETURNED = "returned"
    APPROVED = "approved"
    REFUSED = "refused"
    FIXED = "fixed"
    STOPPED = "stopped"


class Vote(StrEnum):
    """How a member votes; who dissents is outvoted and says why."""

    FOR = "for"
    AGAINST = "against"
    DISSENT = "dissent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One vote: of which officer, how, and why where they dissent."""

    officer: int
    vote: Vote
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was found of one respondent: at least one kind."""

    respondent: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as it is planned or was held."""

    id: int
    organisation: int
    chair: int
    chair_name: str
    held_on: date
    starts: time
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A commissioner of the office on the day of a meeting."""

    officer: int
    name: str
    present: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who could decide a case: all members of the office, those there, those in conflict with it.

    `least` is the number that the office set, None: more than half of the members.
    """

    members: frozenset[int]
    present: frozenset[int]
    conflicted: frozenset[int] = frozenset()
    least: int | None = None

    @property
    def needed(self) -> int:
        """Return how many must take part."""
        return self.least or len(self.members) // 2 + 1

    @property
    def taking_part(self) -> frozenset[int]:
        """Return the members who are there and in no conflict: they alone vote."""
        return (self.members & self.present) - self.conflicted

    @property
    def quorate(self) -> bool:
        """Say whether enough take part; nobody at all never is."""
        return bool(self.taking_part) and len(self.taking_part) >= self.needed
