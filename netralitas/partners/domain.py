"""What a partner, its packages and the answers to it are: values only."""

from dataclasses import dataclass
from enum import StrEnum

from netralitas.access.domain import Actor


class PartnerState(StrEnum):
    """Whether a partner is asked: `paused` by an administrator, `stopped` by what it answered."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    ENDED = "ended"


class PackageState(StrEnum):
    """Whether a package of a partner became a case here, or is held until it can."""

    ENTERED = "entered"
    HELD = "held"


class AnswerState(StrEnum):
    """Where an answer stands: `by_hand` is done at the partner by a person, `settled` needs none.

    Only what waits is sent; what was refused or is by hand holds what comes after it.
    """

    WAITING = "waiting"
    DELIVERED = "delivered"
    REFUSED = "refused"
    BY_HAND = "by_hand"
    SETTLED = "settled"


class Problem(StrEnum):
    """Why something did not go through; the words for it are in `words`."""

    ADDRESS = "address"
    NOT_PUBLIC = "not_public"
    NAME = "name"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ANSWER = "answer"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    REDIRECT = "redirect"
    BUSY = "busy"
    FAULT = "fault"
    REFUSED = "refused"
    DENIED = "denied"
    SCOPES = "scopes"
    SEALED = "sealed"
    MANIFEST = "manifest"
    PAPER = "paper"
    PAPER_REFUSED = "paper_refused"
    CONTENT = "content"
    CHANGED = "changed"
    UNFILLABLE = "unfillable"
    UNLINKED = "unlinked"
    NOT_TOLD = "not_told"
    NOT_THERE = "not_there"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPartner:
    """A partner as it is entered: its name, where it is, and which organisation here it stands for.

    `token` is what its installation made for ours.
    """

    name: str
    address: str
    sender: int
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A partner as the worker needs it: `acting` is who enters its cases here."""

    id: int
    organisation: int
    organisation_kind: str
    name: str
    address: str
    acting: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Whose token it is at the partner, as what it acts there, and what it opens."""

    organisation: str
    system: str
    scopes: frozenset[str]
