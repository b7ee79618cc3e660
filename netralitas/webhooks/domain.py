"""What a receiver, a message and an attempt are: values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """What a receiver is told of. Who looked at what, accounts and the vault are no topic."""

    HANDLING = "handling"
    REFERRAL = "referral"
    FOLLOW_UP = "follow_up"
    THREADS = "threads"
    PUBLICATION = "publication"
    PREVENTION = "prevention"
    AGREEMENT = "agreement"
    EVALUATION = "evaluation"


NAMES: Final[Mapping[Topic, tuple[str, ...]]] = {
    Topic.HANDLING: ("handling", "case", "investigation", "study", "plenary"),
    Topic.REFERRAL: ("referral", "correspondence"),
    Topic.FOLLOW_UP: ("discipline", "compliance"),
    Topic.THREADS: ("criminal", "organiser_ethics", "litigation"),
    Topic.PUBLICATION: ("publication", "office_publication"),
    Topic.PREVENTION: ("activity",),
    Topic.AGREEMENT: ("agreement", "exchange", "task_force"),
    Topic.EVALUATION: ("meeting",),
}
"""With what the names of the events of a topic begin, before the full stop."""


class ReceiverState(StrEnum):
    """Whether a receiver is told: `paused` by an administrator, `stopped` by what it answered."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    ENDED = "ended"


class DeliveryState(StrEnum):
    """Where a message stands: `asked` by a person, `waiting` for its next try, or over."""

    ASKED = "asked"
    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"


class Problem(StrEnum):
    """Why a message did not arrive; the words for it are in `words`."""

    ADDRESS = "address"
    NOT_PUBLIC = "not_public"
    NAME = "name"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ANSWER = "answer"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    REDIRECT = "redirect"
    GONE = "gone"
    BUSY = "busy"
    REFUSED = "refused"
    FAULT = "fault"
    SECRET = "secret"  # noqa: S105 - the name of a problem: the secret cannot be opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What became of one try. `problem` None: it arrived. `retry_after` is in seconds."""

    problem: Problem | None = None
    status: int | None = None
    retry_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReceiver:
    """A receiver as it is entered: how it is called, where it is, what it is told of."""

    name: str
    url: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event as it is told: ids and codes, and never its details.

    `position` is its place in the log, by which messages are ordered.
    """

    position: int
    event: int
    hash: bytes
    name: str
    recorded_at: datetime
    precision: str
    happened_on: date | None
    kind: str
    stream: int
    proceeding: int | None = None
    workflow: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is sent: its id stays the same however often it is tried."""

    id: str
    body: bytes
