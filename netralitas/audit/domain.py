"""What an event is before it is recorded, and when it happened: values only."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class EventKind(StrEnum):
    """Why an event exists."""

    MOVE = "move"
    FACT = "fact"
    CORRECTION = "correction"
    ACCESS = "access"
    ACCOUNT = "account"


class Precision(StrEnum):
    """How exactly it is known when something happened; only TIME and DAY start clocks."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AS_OF = "as_of"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something happened, as exactly as it is known, in the zone of the place.

    `on` is the local day (the first day of the month or year where no more is known), None when
    unknown; `at` is aware and given only with precision TIME.
    """

    precision: Precision
    on: date | None
    at: datetime | None = None
    zone: str = "Asia/Jakarta"

    @property
    def starts_clocks(self) -> bool:
        """Say whether a deadline may be counted from this moment."""
        return self.precision in {Precision.TIME, Precision.DAY}

    @property
    def instant(self) -> datetime | None:
        """Return the moment itself, or the first of its day; None where not even that is known."""
        if self.at is not None:
            return self.at
        if self.precision is not Precision.DAY or self.on is None:
            return None
        return datetime.combine(self.on, time.min, ZoneInfo(self.zone))

    @property
    def latest_day(self) -> date | None:
        """Return the last day on which it may have happened; None where nothing is known."""
        if self.on is None or self.precision not in {Precision.MONTH, Precision.YEAR}:
            return self.on
        month = 12 if self.precision is Precision.YEAR else self.on.month
        return date(self.on.year, month, monthrange(self.on.year, month)[1])

    @property
    def latest(self) -> datetime | None:
        """Return the moment, or the start of the last day on which it may have happened."""
        if self.at is not None or self.latest_day is None:
            return self.at
        return datetime.combine(self.latest_day, time.min, ZoneInfo(self.zone))

    @classmethod
    def time(cls, at: datetime, zone: str = "Asia/Jakarta") -> "Moment":
        """Return the moment `at` (aware), known to the minute."""
        local = at.astimezone(ZoneInfo(zone))
        return cls(precision=Precision.TIME, on=local.date(), at=at, zone=zone)

    @classmethod
    def day(cls, on: date, zone: str = "Asia/Jakarta") -> "Moment":
        """Return the day `on`, known without its hour."""
        return cls(precision=Precision.DAY, on=on, zone=zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, ready to be recorded: no free text but `note`, no personal data at all.

    `details` holds coded values and identifiers only (JSON types). `note` is the officer's reason:
    it goes to `event_note`, and the event keeps a commitment of it; `note_readers` are those who
    read it, where they are fewer than those of the event.
    """

    stream: int
    kind: EventKind
    name: str
    actor: int
    organisation: int
    readers: tuple[int, ...]
    happened: Moment
    workflow: str | None = None
    workflow_version: int | None = None
    proceeding: int | None = None
    from_state: str | None = None
    to_state: str | None = None
    corrects: int | None = None
    facts: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    note: str | None = None
    note_readers: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of a stream, as locked: what the next event follows. `now` is the recording time."""

    stream: int
    version: int
    hash: bytes
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An event as it stands in the record."""

    id: int
    version: int
    hash: bytes
    recorded_at: datetime
