"""What a kind of sanction is, and what can be filed against it."""

from dataclasses import dataclass
from enum import StrEnum

from netralitas.cases.domain import Employment, SanctionLevel
from netralitas.law.domain import Certainty


class Remedy(StrEnum):
    """What can be filed against a sanction (PP 79/2021 Pasal 1); UNSTATED: no rule was found."""

    OBJECTION = "objection"
    APPEAL = "appeal"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionKind:
    """A kind of sanction as the law names it.

    `months` is how long it lasts, None where no term stands in the law. `persons` are the kinds of
    employment it can meet. A kind with `waits_for` is not in force, and that is why.
    """

    code: str
    label: str
    level: SanctionLevel
    persons: frozenset[Employment]
    article: str
    certainty: Certainty
    months: int | None = None
    remedy: Remedy = Remedy.UNSTATED
    waits_for: str | None = None

    @property
    def in_force(self) -> bool:
        """Say whether it can be imposed today."""
        return self.waits_for is None
