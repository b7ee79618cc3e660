"""Rules of retention, lists of what is due, holds, and the ledger of erasures: values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Disposable(StrEnum):
    """The classes of the retention schedule that are disposed of here."""

    IDENTITY = "identity"
    CASE = "case"
    ATTENDANCE = "attendance"
    STAFF_LIST = "staff_list"
    COMPLAINT = "complaint"
    WEB_REPORT = "web_report"
    WEB_ADDRESS = "web_address"


class Certainty(StrEnum):
    """How sure a period is: the text was read, a second source, what people say, our own idea."""

    TEXT = "T"
    SECONDARY = "S"
    MENTIONED = "M"
    OWN = "I"


class DisposalState(StrEnum):
    """Where a list of what is due stands."""

    PROPOSED = "proposed"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    CARRIED_OUT = "carried_out"


class Outcome(StrEnum):
    """What became of one line of a list."""

    ERASED = "erased"
    HELD = "held"
    NOT_DUE = "not_due"


class Erased(StrEnum):
    """What a line of the ledger of erasures is about."""

    IDENTITY = "identity"
    NOTE = "note"
    DRAFT = "draft"
    CASE = "case"
    ATTENDANCE = "attendance"
    STAFF_LIST = "staff_list"
    COMPLAINT = "complaint"
    WEB_REPORT = "web_report"
    WEB_ADDRESS = "web_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRule:
    """A period for a class: so many whole months after its start, by which basis, how sure."""

    kept: Disposable
    months: int
    basis: str
    certainty: Certainty
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHold:
    """What stops disposal: a case, one of its respondents, or a person by the digest of the NIP."""

    case_file: int | None
    respondent: int | None
    nip_digest: bytes | None
    nip_last: str | None
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list as it is locked to be moved on; `left` are its lines that nobody left out."""

    id: int
    organisation: int
    kept: Disposable
    state: DisposalState
    submitted_by: int | None
    lines: int
    left: int
    readers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The letter in which the archives to be destroyed were consented to."""

    number: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a list when its turn has come: what it is about, who reads it, since when due."""

    id: int
    disposal: int
    kept: Disposable
    subject: int
    case_file: int | None
    organisation: int
    approved_by: int
    readers: tuple[int, ...]
