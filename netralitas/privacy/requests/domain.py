"""A request about somebody's own data. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Right(StrEnum):
    """What is asked for."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"
    OBJECTION = "objection"


class Role(StrEnum):
    """As whom somebody asks; who they are stands in the letter, not here."""

    RESPONDENT = "respondent"
    REPORTER = "reporter"
    WITNESS = "witness"
    OFFICER = "officer"
    OTHER = "other"


class Decided(StrEnum):
    """What was decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """A request as it came in; `answer_by` is what the office set itself, of no law at hand."""

    right: Right
    role: Role
    case_file: int | None
    respondent: int | None
    letter: str
    received_on: date
    established: str
    asked: str
    answer_by: date | None
