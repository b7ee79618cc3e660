"""What a release is made of, before and after protection. Values only.

The attributes of a published outcome are one fixed short list: year, regime, source, theme, group
of the post, stage, level; and of the time only the month since when an answer is waited for, or how
many months it took. Nothing else about a person is ever published.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netralitas.cases.domain import PositionClass, Source, Theme
from netralitas.law.domain import Regime


class Group(StrEnum):
    """A group of posts that may be shown: a class of posts, or several of them together."""

    JPT_MADYA = "jpt_madya"
    JPT_PRATAMA = "jpt_pratama"
    ADMINISTRATOR = "administrator"
    DISTRICT_HEAD = "district_head"
    SUPERVISOR = "supervisor"
    WARD_HEAD = "ward_head"
    LEADERS = "leaders"
    ADMINISTRATORS = "administrators"
    SUPERVISORS = "supervisors"
    STRUCTURAL = "structural"
    FUNCTIONAL = "functional"
    STAFF = "staff"
    VILLAGE_HEAD = "village_head"
    GENERAL = "general"
    ASN = "asn"


class Stage(StrEnum):
    """How far the matter of one respondent has come, in the safe words of domain.md 4."""

    IN_HANDLING = "in_handling"
    NOT_VIOLATION = "not_violation"
    FORWARDED = "forwarded"
    FOLLOWED_UP = "followed_up"
    CONCLUDED = "concluded"


class Level(StrEnum):
    """What became of a concluded matter, as coarsely as it is published."""

    NOT_PROVEN = "not_proven"
    NONE = "none"
    MORAL = "moral"
    LIGHT = "discipline_light"
    MEDIUM = "discipline_medium"
    HEAVY = "discipline_heavy"
    DISMISSED = "dismissed"
    OTHER = "other"
    ANNULLED = "annulled"
    NO_DECISION = "no_decision"


class Ending(StrEnum):
    """How a published release ended: by a new version, or altogether."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class EndReason(StrEnum):
    """Why a published release ended, from the fixed list that everybody reads."""

    WRONG_DATA = "wrong_data"
    MATTER_CHANGED = "matter_changed"
    OBJECTION = "objection"
    RECOGNISABLE = "recognisable"
    TOO_EARLY = "too_early"
    OTHER = "other"


class Answered(StrEnum):
    """What the other party said before a release was published; silence does not block it."""

    NO_OBJECTION = "no_objection"
    OBJECTION = "objection"
    SILENCE = "silence"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the matter of one respondent, before protection; nothing identifies them.

    `since` is the day from which an answer is waited for, `days` how long it took; each None where
    the day is not known or does not apply. `closed` marks a closed statement of ethics, which is
    only ever a number.
    """

    year: int
    regime: Regime
    source: Source
    theme: Theme
    position: PositionClass
    stage: Stage
    level: Level | None = None
    since: date | None = None
    days: int | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedOutcome:
    """The same after protection: the post is a group that is large enough, days are months.

    `since` is the first day of the month from which an answer is waited for; `months` says within
    how many months, each of 30 days, the matter was concluded after it was forwarded.
    """

    year: int
    regime: Regime
    source: Source
    theme: Theme
    group: Group
    stage: Stage
    level: Level | None = None
    since: date | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What would name a respondent in a sentence; `place` is where it happened."""

    name: str | None = None
    unit: str | None = None
    position: str | None = None
    place: str | None = None


class Trace(StrEnum):
    """By what a sentence names somebody."""

    NAME = "name"
    UNIT = "unit"
    POSITION = "position"
    DIGITS = "digits"
    ADDRESS = "address"
    PLACE = "place"
    INITIALS = "initials"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """The word of a sentence that names somebody, and by what."""

    trace: Trace
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A day on which something happened to a matter, in words for the person who has the code."""

    on: date | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told to whoever has the code of a receipt: stage, days, what comes next, openings.

    `status` is one of the safe words of domain.md 4, `since` the day of the last step. `next_by`
    is the day of the nearest deadline that runs, be it over or not. `openings` say that an identity
    was opened, when, and why.
    """

    status: str
    sentence: str
    since: date | None
    steps: tuple[Step, ...] = ()
    next: str | None = None
    next_by: date | None = None
    openings: tuple[Step, ...] = ()
