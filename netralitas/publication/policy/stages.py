"""How far the matter of one respondent has come, told in the safe words of domain.md 4. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.cases.domain import SanctionLevel
from netralitas.publication.domain import Level, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Where the proceedings of one respondent stand: their states, facts and days.

    `handling` is None for an office that does not read it, `outcome` the last state of the phase
    "outcome" that the handling came to. Days are None where they are not known to the day.
    """

    handling: str | None
    outcome: str | None = None
    referral: str | None = None
    discipline: str | None = None
    facts: frozenset[str] = frozenset()
    imposed: SanctionLevel | None = None
    forwarded_on: date | None = None
    handed_on: date | None = None
    concluded_on: date | None = None

    @property
    def since(self) -> date | None:
        """Return since when an answer is waited for; None where none is, or nobody knows."""
        if stage_of(self) is Stage.FOLLOWED_UP:
            return self.handed_on
        return self.forwarded_on if stage_of(self) is Stage.FORWARDED else None

    @property
    def days(self) -> int | None:
        """Return how many days it took from forwarding to the end, where both are known."""
        if stage_of(self) is not Stage.CONCLUDED or not self.forwarded_on or not self.concluded_on:
            return None
        return max(0, (self.concluded_on - self.forwarded_on).days)


ANNOUNCED: Final = frozenset({"status_announced", "closed"})
CONCLUDING: Final = frozenset(
    {"in_force", "moral_stated", "not_proven", "annulled", "reported", "respondent_gone"}
)
"""States of `discipline` after which the matter is over, as far as the public is told."""

REFERRAL_ENDS: Final = {
    "not_proven": Level.NOT_PROVEN,
    "rejected": Level.NO_DECISION,
    "respondent_gone": Level.NO_DECISION,
}
"""States of `referral` with which the matter is over, and what became of it."""

_FOLLOWED_UP: Final = frozenset({"recommended", "taken_up"})
LEVELS: Final = {
    SanctionLevel.NONE: Level.NONE,
    SanctionLevel.MORAL_CLOSED: Level.MORAL,
    SanctionLevel.MORAL_OPEN: Level.MORAL,
    SanctionLevel.LIGHT: Level.LIGHT,
    SanctionLevel.MEDIUM: Level.MEDIUM,
    SanctionLevel.HEAVY: Level.HEAVY,
    SanctionLevel.DISMISSAL: Level.DISMISSED,
    SanctionLevel.CONTRACT_ENDED: Level.DISMISSED,
    SanctionLevel.OTHER: Level.OTHER,
}
"""What is published of a level of sanction; an order to examine is no level yet."""


def stage_of(course: Course) -> Stage:
    """Return how far it has come; a decision is told only once it was forwarded or announced."""
    if course.discipline is not None:
        return Stage.CONCLUDED if course.discipline in CONCLUDING else Stage.FOLLOWED_UP
    if course.referral in REFERRAL_ENDS:
        return Stage.CONCLUDED
    if course.referral in _FOLLOWED_UP:
        return Stage.FOLLOWED_UP
    if course.referral is not None and course.referral != "cancelled":
        return Stage.FORWARDED
    if course.handling in ANNOUNCED and course.outcome == "not_violation":
        return Stage.NOT_VIOLATION
    return Stage.FORWARDED if course.outcome == "passed_on" else Stage.IN_HANDLING


def level_of(course: Course) -> Level | None:
    """Return what became of a concluded matter; None for one that is not."""
    if stage_of(course) is not Stage.CONCLUDED:
        return None
    if course.discipline is None:
        return REFERRAL_ENDS[course.referral or ""]
    if course.discipline == "respondent_gone":
        return Level.NO_DECISION
    for fact, level in (("annulled", Level.ANNULLED), ("not_proven", Level.NOT_PROVEN)):
        if fact in course.facts:
            return level
    return Level.NO_DECISION if course.imposed is None else LEVELS[course.imposed]


def is_closed(course: Course) -> bool:
    """Say whether it ended with a closed statement of ethics, which is only ever a number."""
    return level_of(course) is Level.MORAL and course.imposed is SanctionLevel.MORAL_CLOSED
