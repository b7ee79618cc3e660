"""A hand-over of static archives: values."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHandover:
    """Who hands over to whom, and by which letter the archives were verified."""

    receiver: str
    verification: str
    giver: str
    giver_post: str
    taker: str
    taker_post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(NewHandover):
    """A hand-over as it stands; digests in hexadecimal, None until there is such a file."""

    id: int
    organisation: int
    office: str
    opened_at: datetime
    number: str | None
    handed_on: date | None
    minutes: str | None
    cases: int
    closed_at: datetime | None
    scan: str | None
    scan_type: str | None
    readers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedCase:
    """A case of a hand-over: how it is called, its bundle's digest, how much it holds in bytes."""

    case_file: int
    number: str
    year: int
    bundle: str
    papers: int
    size: int
    made_at: datetime
