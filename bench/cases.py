"""What the generator knows of a case while it tells it, and the rows that it makes."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bench.offices import Office
from bench.stories import Step
from netralitas.audit.domain import Head
from netralitas.cases.clocks import NewClock

Row = tuple[object, ...]


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
class Rows:
    """Rows by table, in the order of their columns in `loading`."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, *values: object) -> None:
        """Add one row."""
        self.tables.setdefault(table, []).append(values)


@dataclass(slots=True, kw_only=True)
class Proceeding:
    """A proceeding while it is told: where it stands, and its clocks that run."""

    id: int
    workflow: str
    readers: tuple[int, ...]
    respondent: int | None = None
    addressee: Office | None = None
    last: Step | None = None
    version: int = 0
    since: datetime | None = None
    running: list[tuple[NewClock, int]] = field(default_factory=list)

    @property
    def state(self) -> str | None:
        """Return the state in which it stands; None before its first move."""
        return self.last.to_state if self.last else None


@dataclass(slots=True, kw_only=True)
class Case:
    """A case while it is told; `receivers` read it because it was handed over to them."""

    head: Head
    office: Office
    regime: str
    source: str
    begun: date
    respondents: tuple[int, ...]
    proceedings: list[Proceeding]
    receivers: list[int] = field(default_factory=list)

    @property
    def id(self) -> int:
        """Return the id of the case, which is that of its stream."""
        return self.head.stream

    @property
    def readers(self) -> tuple[int, ...]:
        """Return who reads the dossier: the office, those above it, and the receivers."""
        return (*self.office.readers, *self.receivers)
