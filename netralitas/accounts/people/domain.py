"""Invitations and resets, deputies and handing over: values and limits alone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from netralitas.access.domain import Role

CODE_LASTS: Final = timedelta(hours=72)
"""How long a one-time code of an invitation or a reset is good."""

TOLD_BEFORE: Final = timedelta(days=30)
"""How long before its last day an administrator sees that a desk ends."""

LONGEST_DEPUTY: Final = timedelta(days=366)

LENDABLE: Final = tuple(
    role for role in Role if role not in {Role.ADMINISTRATOR, Role.AUDITOR, Role.COMMISSIONER}
)
"""Roles a deputy may be lent.

A member votes in person, an auditor is independent in person, and accounts are changed by two
administrators who are really two.
"""


class RequestKind(StrEnum):
    """What a one-time code is for: a new account, or another password and second factor."""

    INVITATION = "invitation"
    RESET = "reset"


class RequestState(StrEnum):
    """Where a request stands; that a code has expired is computed, never a state."""

    ASKED = "asked"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    USED = "used"
    WITHDRAWN = "withdrawn"


OPEN: Final = (RequestState.ASKED, RequestState.PROPOSED, RequestState.CONFIRMED)


class Established(StrEnum):
    """How the second administrator knows who the person is."""

    IN_PERSON = "in_person"
    KNOWN_NUMBER = "known_number"
    SUPERIOR = "superior"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Who is to get an account, and where they are to sit; `valid_to` is the first day after."""

    login: str
    name: str
    organisation: int
    title: str
    roles: tuple[Role, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it stands, locked or read; what is of one kind alone is None for the other."""

    id: int
    kind: RequestKind
    state: RequestState
    organisation: int
    officer: int | None
    login: str | None
    name: str | None
    email: str | None
    title: str | None
    roles: tuple[Role, ...]
    valid_from: date | None
    valid_to: date | None
    new_password: bool
    new_factor: bool
    asked_at: datetime
    proposed_by: int | None
    confirmed_by: int | None
    expires_at: datetime | None

    def live(self, now: datetime) -> bool:
        """Say whether its code may be used now."""
        return (
            self.state is RequestState.CONFIRMED
            and self.expires_at is not None
            and now < self.expires_at
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputyship:
    """Who stands in at a desk, with which of its roles, from the first day to the last."""

    principal_desk: int
    deputy: int
    roles: tuple[Role, ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How much somebody holds in an office.

    Cases, sessions to come and people below go to a successor. A place on the public roster,
    sealed drafts and memberships of examination teams stay, and are told.
    """

    cases: int
    sessions: int
    people: int
    roster: int
    drafts: int
    examinations: int
