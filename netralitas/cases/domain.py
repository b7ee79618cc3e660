"""What a case is made of: the closed lists of its attributes, its people, and a new one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.law.domain import Regime

LATE_ENTRY_DAYS: Final = 7
"""An entry recorded more than so many days after it happened is late: our own setting, no source
names a number. Whoever changes it writes a new definition of the figures, which count these.
"""


class Source(StrEnum):
    """How a matter came in; unknown only where an old register does not say it."""

    INFORMATION = "information"
    REPORT = "report"
    FINDING = "finding"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """By which door it came; unknown only where an old register does not say it."""

    DESK = "desk"
    LETTER = "letter"
    TELEPHONE = "telephone"
    WHATSAPP = "whatsapp"
    SIGAPLAPOR = "sigaplapor"
    TRANSFER = "transfer"
    SUPERVISION = "supervision"
    WEB = "web"
    UNKNOWN = "unknown"


class Theme(StrEnum):
    """What it is about; the same themes as the socialization activities."""

    NEUTRALITY = "neutrality"
    MONEY_POLITICS = "money_politics"
    BLACK_CAMPAIGN = "black_campaign"


class Employment(StrEnum):
    """How a respondent is employed; it decides the route of the follow-up (domain.md 3.5)."""

    PNS = "pns"
    CPNS = "cpns"
    PPPK = "pppk"
    CONTRACT = "contract"
    VILLAGE_HEAD = "village_head"
    VILLAGE_OFFICER = "village_officer"
    MILITARY = "military"
    POLICE = "police"
    ORGANISER = "organiser"
    OTHER = "other"
    UNKNOWN = "unknown"


class PositionClass(StrEnum):
    """The class of a respondent's post."""

    JPT_MADYA = "jpt_madya"
    JPT_PRATAMA = "jpt_pratama"
    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    STAFF = "staff"
    FUNCTIONAL = "functional"
    DISTRICT_HEAD = "district_head"
    WARD_HEAD = "ward_head"
    VILLAGE_HEAD = "village_head"
    OTHER = "other"
    UNKNOWN = "unknown"


class NumberKind(StrEnum):
    """What a number of a case is; a case has two at the least, its receipt and its register."""

    RECEIPT = "receipt"
    REGISTER = "register"
    PREVIOUS = "previous"
    FOREIGN = "foreign"


class Side(StrEnum):
    """Who said which sanction: the authority that recommends, the official who imposes."""

    RECOMMENDED = "recommended"
    IMPOSED = "imposed"


class SanctionLevel(StrEnum):
    """How heavy a sanction is, from nothing to the end of service (domain.md 3.3 to 3.5).

    `EXAMINE` is no sanction: the letter orders that the matter be examined first.
    """

    NONE = "none"
    MORAL_CLOSED = "moral_closed"
    MORAL_OPEN = "moral_open"
    LIGHT = "discipline_light"
    MEDIUM = "discipline_medium"
    HEAVY = "discipline_heavy"
    DISMISSAL = "dismissal"
    CONTRACT_ENDED = "contract_ended"
    OTHER = "other"
    EXAMINE = "examine"


class ExclusionGround(StrEnum):
    """Why an officer must not see a case."""

    NAMED = "named"
    RELATED = "related"
    OWN_REQUEST = "own_request"
    EXAMINED = "examined"


class KeyKind(StrEnum):
    """By what cases are found to resemble one another."""

    NAME = "name"
    LINK = "link"


class InterestKind(StrEnum):
    """What an officer declares an interest in."""

    UNIT = "unit"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedNip:
    """What a respondent's row keeps of a NIP: never the number itself."""

    cipher: bytes
    digest: bytes
    last4: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A respondent as known now; without a name they are not identified yet.

    `staff` is the line of a staff list by which they were identified.
    """

    name: str | None = None
    employment: Employment = Employment.UNKNOWN
    position_class: PositionClass = PositionClass.UNKNOWN
    position: str | None = None
    unit: str | None = None
    employer: str | None = None
    grade: str | None = None
    nip: SealedNip | None = None
    staff: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRequest:
    """A letter by which an authority asks Bawaslu to clarify: its number and day, where known.

    `number` is that of the matter at the authority, as printed.
    """

    authority: int
    printed: str = ""
    dated_on: date | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A matter that came in: what it is about, when it happened, became known and was received.

    `receipt_number` is typed as printed; None takes the next of the office's register. With a
    `request` the matter is first information that came as the letter of an authority.
    """

    source: Source
    channel: Channel
    regime: Regime
    theme: Theme
    region: str
    subject: str
    description: str
    received: Moment
    act_on: date | None = None
    act_precision: Precision = Precision.UNKNOWN
    known_on: date | None = None
    place: str | None = None
    election: int | None = None
    respondents: tuple[Person, ...] = ()
    receipt_number: str | None = None
    note: str | None = None
    request: AuthorityRequest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case that now exists: who reads it, and the number printed on its receipt."""

    id: int
    readers: tuple[int, ...]
    receipt: str
