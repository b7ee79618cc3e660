"""What the generator knows of a case while it tells it."""

from dataclasses import dataclass, field
from datetime import datetime

from bench.offices import Office
from bench.stories import Step
from netralitas.audit.domain import Head
from netralitas.cases.clocks import NewClock


@dataclass(slots=True, kw_only=True)
class Ids:
    """The last id given out of each kind; a case has that of its stream."""

    case: int = 0
    respondent: int = 0
    proceeding: int = 0
    event: int = 0

    def take(self, kind: str) -> int:
        """Return the next id of a kind."""
        following: int = getattr(self, kind) + 1
        setattr(self, kind, following)
        return following


@dataclass(slots=True, kw_only=True)
class Proceeding:
    """A proceeding while it is told: where it stands, and its clocks that run."""

    id: int
    workflow: str
    readers: tuple[int, ...]
    respondent: int | None = None
    addressee: int | None = None
    last: Step | None = None
    version: int = 0
    since: datetime | None = None
    running: list[tuple[NewClock, int]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Case:
    """A case while it is told."""

    head: Head
    office: Office
    regime: str
    respondents: tuple[int, ...]
    proceedings: list[Proceeding]
