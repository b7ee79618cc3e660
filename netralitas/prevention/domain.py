"""What an activity is made of: kinds, states, units, what was planned and held. Values only."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from netralitas.agreements.domain import Duty
from netralitas.cases.domain import Theme


class ActivityKind(StrEnum):
    """What is done; the three themes of the work plan are `cases.domain.Theme`."""

    SOCIALIZATION = "socialization"
    LITERACY = "literacy"
    TRAINING = "training"
    DISSEMINATION = "dissemination"
    WORKSHOP = "workshop"
    GUIDANCE = "guidance"
    DISCUSSION = "discussion"
    APPEAL = "appeal"
    PLEDGE = "pledge"
    HOURS_CHANGE = "hours_change"


class ActivityState(StrEnum):
    """Where an activity stands."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    CANCELLED = "cancelled"


class Together(StrEnum):
    """Who holds it: the organiser with the other party, or alone."""

    JOINT = "joint"
    ALONE = "alone"


class Fund(StrEnum):
    """Who pays for it."""

    APBD = "apbd"
    APBN = "apbn"
    PARTIES = "parties"
    NONE = "none"


class FileUse(StrEnum):
    """What a file of an activity is for."""

    MATERIAL = "material"
    PHOTO = "photo"
    PROOF = "proof"
    LIST = "list"


class Platform(StrEnum):
    """Where something was posted."""

    WEBSITE = "website"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    X = "x"
    YOUTUBE = "youtube"
    WHATSAPP = "whatsapp"
    RADIO = "radio"
    TELEVISION = "television"
    PRESS = "press"
    OUTDOOR = "outdoor"
    OTHER = "other"


class CancelReason(StrEnum):
    """Why a planned activity is not held."""

    POSTPONED = "postponed"
    BUDGET = "budget"
    STAGES = "stages"
    EMERGENCY = "emergency"
    MERGED = "merged"
    MISTAKEN = "mistaken"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A work unit to be added; `staff` is how many work there, counted on a day."""

    organisation: int
    code: str
    name: str
    region: str | None
    staff: int
    counted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A work unit as attendance is recorded of it; `region` is the name of its sub-district.

    `listed` people of it stand on the list of an activity by name.
    """

    id: int
    name: str
    region: str | None
    staff: int
    counted_on: date
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewActivity:
    """An activity to be planned.

    The other party comes from the agreement; without one, `other` names it, if there is one. Only
    a change of service hours is about no theme. `invited` are units; `cost` is in rupiah.
    """

    theme: Theme | None
    kind: ActivityKind
    title: str
    planned_on: date
    region: str
    audience: str
    together: Together
    place: str | None = None
    agreement: int | None = None
    other: int | None = None
    begins_at: time | None = None
    ends_at: time | None = None
    invited: tuple[int, ...] = ()
    fund: Fund | None = None
    cost: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity as it stands, under the lock of its stream at `version`.

    `others` are the organisations that take part beside the organiser's: the parties of the
    agreement, or the one that was chosen. `party` is the organiser's side of the agreement. Since
    `announced_at` the public agenda shows it.
    """

    id: int
    version: int
    organisation: int
    agreement: int | None
    party: int | None
    others: tuple[int, ...]
    theme: Theme | None
    kind: ActivityKind
    together: Together
    state: ActivityState
    planned_on: date
    held_on: date | None
    readers: tuple[int, ...]
    begins_at: time | None = None
    ends_at: time | None = None
    announced_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Another day of an activity, with its hours and its place on that day."""

    planned_on: date
    begins_at: time | None = None
    ends_at: time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How many of a unit were present."""

    unit: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is recorded of an activity: who came, which duties were done with it."""

    attendance: tuple[Attendance, ...] = ()
    duties: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSpeaker:
    """Who speaks at an activity, in which capacity, from where."""

    name: str
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A post of a party about an activity; `reach` is how many it reached, as of a day."""

    platform: Platform
    address: str
    posted_on: date
    reach: int | None = None
    reach_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """What a file of an activity is for, and whether it is in the public library."""

    use: FileUse
    title: str
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What shows that a duty was done: words, a file of the activity, a post about it."""

    note: str | None = None
    file: int | None = None
    post: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Achieved:
    """What came of an activity in words, and what it cost in the end, in rupiah."""

    outcome: str | None
    fund: Fund | None
    cost: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be recorded of an activity: the units of its parties, the duties of its theme."""

    units: tuple[Unit, ...]
    duties: tuple[Duty, ...]


def unit_key(unit: int) -> str:
    """Return the name under which the attendance of a unit is typed, and refused."""
    return f"unit_{unit}"


def duties_key(organisation: int) -> str:
    """Return the name under which the duties of a party are ticked, and refused."""
    return f"duties_{organisation}"
