"""A request about somebody's own data. Pure."""

from dataclasses import dataclass, field
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
    """A request as it came in; `answer_by` is what the office set itself, of no law at hand.

    Whose data: the respondent, reporter or witness of this place in the case, or the officer of
    this account. `code` is that of a receipt, by which the case of a reporter is found.
    """

    right: Right
    role: Role
    case_file: int | None
    respondent: int | None
    letter: str
    received_on: date
    established: str
    asked: str
    answer_by: date | None
    place: int | None = None
    account: str | None = None
    code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whose data a request is about, as the rows that hold them; all None: nobody in particular."""

    case_file: int | None = None
    respondent: int | None = None
    entry: int | None = None
    officer: int | None = None
