"""A complaint about the service, and what an office says of its service. Values only."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ComplaintState(StrEnum):
    """How far a complaint about the service has come."""

    RECEIVED = "received"
    REFERRED = "referred"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint as it is kept: `content` opens with the keys of the office alone.

    `organisation` handles it now. `kept_out` are officers it is about: they never see it. `due_at`
    is None where no rule of the house gives a time. `answered_at` is the first answer.
    """

    id: int
    organisation: int
    number: str
    digest: bytes
    mailbox: bytes = field(repr=False)
    content: bytes = field(repr=False)
    state: ComplaintState
    sent_at: datetime
    due_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    kept_out: tuple[int, ...]
    readers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """An officer who may handle complaints of an office."""

    officer: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an office says of its service; empty where it has said nothing.

    Beside where it is reached, what the standard of a service tells of its management, after the
    model of KPU Banjarnegara: what officers must know, who supervises them, how it is evaluated.
    """

    address: str = ""
    telephone: str = ""
    email: str = ""
    competence: str = ""
    supervision: str = ""
    evaluation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who is on duty: a post and when, in words; a name only where the office gives it out."""

    id: int
    post: str
    hours: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """How long something took for a number of matters, in hours; `met` of `measured` in time.

    Both None where too few were measured to say it.
    """

    median: float | None
    measured: int
    met: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What a whole month was like: matters that came in, complaints that came in and were answered.

    `month` is its first day. An amount is None where it is from one to one below the least shown.
    """

    month: date
    received: int | None
    receipt: Span
    study: Span
    complaints: int | None
    answered: int | None
