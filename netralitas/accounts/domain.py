"""Kinds of organisations, desks, and what can be wrong with an account: values only."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.access.domain import Role
from netralitas.law.domain import Zone
from netralitas.refusals import RuleBroken

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@-]{2,63}", re.ASCII)
# Of the characters that every server takes; quoted and non-ASCII names are left out.
_MAIL = re.compile(
    r"[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}"
)
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,63}", re.ASCII)

MACHINE: Final = "mesin-"
"""How the login of another system begins: a name only; `officer.is_system` says what it is."""


class OrganisationKind(StrEnum):
    """What an organisation is towards the cases of this product."""

    SYSTEM = "system"
    BAWASLU = "bawaslu"
    GOVERNMENT = "government"
    AUTHORITY = "authority"
    OTHER = "other"


class Way(StrEnum):
    """How somebody showed who they are in the first step of signing in; `demo` is one click."""

    TYPED = "password"
    SSO = "sso"
    PASSKEY = "passkey"
    DEMO = "demo"


class Step(StrEnum):
    """What follows the first step of signing in: the session, or the second factor before it."""

    SESSION = "session"
    PROVE = "prove"
    ENROL = "enrol"


class ReceiverRole(StrEnum):
    """What an office is to what Bawaslu hands over (domain.md 3.5, 3.6); none: not a receiver."""

    OVERSIGHT = "oversight"
    POLICY = "policy"
    HOME_AFFAIRS = "home_affairs"
    APPOINTING = "appointing"
    STAFF_OFFICE = "staff_office"
    UNIT = "unit"
    VILLAGE_AFFAIRS = "village_affairs"
    MILITARY = "military"
    POLICE = "police"
    ORGANISER = "organiser"
    HONOUR_COUNCIL = "honour_council"
    CRIMINAL_CENTRE = "criminal_centre"
    BAWASLU = "bawaslu"


class Level(StrEnum):
    """A level of Bawaslu, from the nation to the sub-district."""

    NATION = "nation"
    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A place at which an officer may sit today: the organisation, the title, the roles.

    Whoever sits down there acts with it (`events.Doer`) before there is an actor, and never sees
    `everything`.
    """

    id: int
    officer: int
    organisation: int
    organisation_name: str
    title: str
    roles: frozenset[Role]
    zone: str
    everything: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSeat:
    """Where an invented person sits whom a visitor of the demo can become; names in words."""

    desk: int
    login: str
    name: str
    title: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """What an office may receive, and when; every day is half-open: the last no longer counts.

    From `doubtful_from` until the day before `doubtful_to` it is to be confirmed who had authority;
    `certainty` and `source` say how sure the days are. `employer` is whose staff it decides on.
    """

    role: ReceiverRole | None = None
    employer: str | None = None
    successor: int | None = None
    active_from: date | None = None
    active_to: date | None = None
    doubtful_from: date | None = None
    doubtful_to: date | None = None
    certainty: str | None = None
    source: str | None = None

    def valid_on(self, day: date) -> bool:
        """Say whether the office exists on a day."""
        begun = self.active_from is None or self.active_from <= day
        return begun and (self.active_to is None or day < self.active_to)

    def doubtful_on(self, day: date) -> bool:
        """Say whether it is to be confirmed who had authority on a day."""
        if self.doubtful_from is None or self.doubtful_to is None:
            return False
        return self.doubtful_from <= day < self.doubtful_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An office as forms and lists show it."""

    id: int
    code: str
    name: str
    kind: OrganisationKind
    superior: int | None
    authority: Authority = Authority()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    """An organisation to be added; it exists from its first day until the day before its last."""

    code: str
    name: str
    kind: OrganisationKind
    zone: Zone = Zone.WIB
    level: Level | None = None
    region: str | None = None
    superior: int | None = None
    active_from: date | None = None
    active_to: date | None = None
    role: ReceiverRole | None = None
    employer: str | None = None
    doubtful_from: date | None = None
    doubtful_to: date | None = None
    certainty: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How an office loses its authority: from which day on, and to whom it goes.

    Until the day before `doubtful_to` it is to be confirmed who had it.
    """

    on: date
    successor: int | None = None
    doubtful_to: date | None = None
    certainty: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A desk to be added: where, as what, for which days; without a first day from today on."""

    organisation: int
    title: str
    roles: tuple[Role, ...]
    valid_from: date | None = None
    valid_to: date | None = None


class Problem(StrEnum):
    """What can be wrong with a change of accounts; the words stand in `words` and in `cli`."""

    LOGIN_MALFORMED = "login_malformed"
    LOGIN_TAKEN = "login_taken"
    LOGIN_UNKNOWN = "login_unknown"
    CODE_MALFORMED = "code_malformed"
    CODE_TAKEN = "code_taken"
    ORGANISATION_UNKNOWN = "organisation_unknown"
    NAME_MISSING = "name_missing"
    ROLES_MISSING = "roles_missing"
    DESK_MISSING = "desk_missing"
    DESK_TAKEN = "desk_taken"
    PERIOD_REVERSED = "period_reversed"
    MAIL_MALFORMED = "mail_malformed"
    OWN_SUPERIOR = "own_superior"
    PASSWORD_SHORT = "password_short"  # noqa: S105 - a code, not a secret
    PASSWORD_LONG = "password_long"  # noqa: S105 - a code, not a secret
    GUESSED_FIRST = "guessed_first"
    SYSTEM_ACCOUNT = "system_account"
    OWN_FACTOR = "own_factor"
    FACTOR_MISSING = "factor_missing"
    OWN_ADMINISTRATOR = "own_administrator"
    LAST_ADMINISTRATOR = "last_administrator"
    REQUEST_OPEN = "request_open"
    REQUEST_OVER = "request_over"
    NOTHING_CHOSEN = "nothing_chosen"
    NOT_DISABLED = "not_disabled"
    NIP_MALFORMED = "nip_malformed"
    NIP_TAKEN = "nip_taken"
    NIP_MISSING = "nip_missing"
    NOT_LINKED = "not_linked"


class AccountRefused(RuleBroken):
    """A change of accounts is refused; `problem` says why, for whoever words it differently."""

    def __init__(self, problem: Problem, sentence: str) -> None:
        """`sentence` is the Indonesian one of `words`."""
        super().__init__(sentence)
        self.problem = problem


def plain_login(typed: str) -> str:
    """Return the one spelling of a login: without spaces around it, in small letters."""
    return typed.strip().casefold()


def login_is_well_formed(login: str) -> bool:
    """Say whether a login can be given out: 3 to 64 small letters, digits and . _ @ -."""
    return _LOGIN.fullmatch(login) is not None


def mail_is_well_formed(address: str) -> bool:
    """Say whether mail can be sent to an address: NAME@HOST of at most 254 characters."""
    return len(address) <= 254 and _MAIL.fullmatch(address) is not None


def code_is_well_formed(code: str) -> bool:
    """Say whether the code of an organisation can be given out: small letters, digits and -."""
    return _CODE.fullmatch(code) is not None
