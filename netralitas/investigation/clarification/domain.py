"""People to be heard, sessions, and what happens in them. Values only."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class HeardRole(StrEnum):
    """As what somebody is heard (Perbawaslu 7/2022 Pasal 28)."""

    RESPONDENT = "respondent"
    REPORTER = "reporter"
    INFORMANT = "informant"
    WITNESS = "witness"
    EXPERT = "expert"


PROTECTED: Final = frozenset({HeardRole.REPORTER, HeardRole.INFORMANT, HeardRole.WITNESS})
"""Whose identity stands in the vault alone: papers bear the role, and a blank for the name."""


class Mode(StrEnum):
    """How a session is held."""

    IN_PERSON = "in_person"
    ONLINE = "online"


class Ground(StrEnum):
    """Why a session may be held online (Perbawaslu 7/2022 Pasal 28)."""

    GEOGRAPHY = "geography"
    SECURITY = "security"
    FACILITIES = "facilities"
    DISASTER = "disaster"


class SessionState(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    HELD = "held"
    ABSENT = "absent"
    CANCELLED = "cancelled"


class Delivery(StrEnum):
    """How the invitation reached whom it was for."""

    HAND = "hand"
    SIGAPLAPOR = "sigaplapor"
    POST = "post"
    TELEPHONE = "telephone"
    WHATSAPP = "whatsapp"
    EMAIL = "email"


class Oath(StrEnum):
    """Whether somebody swore."""

    SWORN = "sworn"
    REFUSED = "refused"


class Companion(StrEnum):
    """Who else sits beside the person that is heard; never by name."""

    NOBODY = "nobody"
    INTERPRETER = "interpreter"
    COMPANION = "companion"
    BOTH = "both"


class Signed(StrEnum):
    """Whether the minutes were signed."""

    SIGNED = "signed"
    REFUSED = "refused"


class Shared(StrEnum):
    """What two sessions cannot have at one time."""

    OFFICER = "officer"
    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody about to be put on the list of people to be heard."""

    role: HeardRole
    respondent: int | None = None
    vault_entry: int | None = None
    name: str | None = None
    expertise: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(NewPerson):
    """Somebody to be heard; `ordinal` counts within the role.

    `label` calls them on our pages, `short` without any name: for titles, which browsers keep.
    """

    id: int
    case: int
    ordinal: int
    label: str
    short: str

    @property
    def protected(self) -> bool:
        """Say whether their identity stands in the vault alone."""
        return self.role in PROTECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session about to be planned; `recorder` None: who hears also writes.

    `late_reason` is why it is held although the invitation goes out too late.
    """

    on: date
    begins_at: datetime
    ends_at: datetime
    mode: Mode
    place: str
    officer: int
    ground: Ground | None = None
    link: str | None = None
    recorder: int | None = None
    late_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How a session went, as its minutes say it."""

    identity_checked: bool
    oath: Oath
    oath_reason: str | None
    companion: Companion
    read_back: bool
    signed: Signed
    signed_reason: str | None
    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session as it stands."""

    id: int
    case: int
    person: int
    invitation: int
    begins_at: datetime
    ends_at: datetime
    mode: Mode
    ground: Ground | None
    place: str
    link: str | None
    officer: int
    officer_name: str
    recorder: int | None
    recorder_name: str | None
    state: SessionState
    printed: str | None
    late_reason: str | None
    received_how: Delivery | None
    received_on: date | None
    version: int
    conduct: Conduct | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A question and its answer, numbered within the session."""

    id: int
    ordinal: int
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A session that stands in the way, by what both would need."""

    shared: Shared
    session: int
    begins_at: datetime
    ends_at: datetime
