"""What the follow-up speaks of: how a person stands in service, and who signs a decree."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class PersonStanding(StrEnum):
    """How a respondent stands in service when the office checks it."""

    ACTIVE = "active"
    MOVED = "moved"
    RETIRED = "retired"
    LEFT = "left"
    DIED = "died"


class StandingSource(StrEnum):
    """Where the office read how a person stands."""

    SYSTEM = "system"
    DECREE = "decree"
    LETTER = "letter"
    UNIT = "unit"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCheck:
    """What a check of a person found; `since` None: from which day on is not known."""

    standing: PersonStanding
    source: StandingSource
    since: date | None = None


class Signer(StrEnum):
    """Who signs a decree on a punishment (domain.md 3.3, who may impose)."""

    APPOINTING = "appointing"
    AGENCY_HEAD = "agency_head"
    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    EXPERT_MADYA = "expert_madya"
    EXPERT_MUDA = "expert_muda"
    OTHER = "other"


class Executor(StrEnum):
    """Who acts where the appointing official is concerned themselves (domain.md 3.4)."""

    GOVERNOR = "governor"
    HOME_MINISTER = "home_minister"
    ACTING_OFFICIAL = "acting_official"
    OTHER = "other"


OUT_OF_SERVICE: Final = frozenset(
    {PersonStanding.RETIRED, PersonStanding.LEFT, PersonStanding.DIED}
)
"""Standings in which nobody can be punished any more as one in service."""

ENDED_BY: Final = {
    PersonStanding.MOVED: "respondent_moved",
    PersonStanding.RETIRED: "respondent_retired",
    PersonStanding.LEFT: "respondent_left_service",
    PersonStanding.DIED: "respondent_died",
}
"""The move of `discipline` that fits what a check found; one who is in service has none."""
