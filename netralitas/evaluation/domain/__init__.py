"""What meetings and their figures are made of: values and pure counting."""

from netralitas.evaluation.domain.activities import Activities
from netralitas.evaluation.domain.balance import Balance, balances
from netralitas.evaluation.domain.counting import (
    BESIDE_PROCEEDINGS,
    DEFINITION,
    Gathered,
    Tally,
    count_up,
)
from netralitas.evaluation.domain.differences import Difference, differences
from netralitas.evaluation.domain.figures import (
    Figures,
    Indicator,
    Part,
    Register,
    canonical,
    digest,
    figures_of,
)
from netralitas.evaluation.domain.meeting import Meeting, MeetingKind, MeetingState
from netralitas.evaluation.domain.respondents import Persons, unnamed_since

__all__ = [
    "BESIDE_PROCEEDINGS",
    "DEFINITION",
    "Activities",
    "Balance",
    "Difference",
    "Figures",
    "Gathered",
    "Indicator",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Part",
    "Persons",
    "Register",
    "Tally",
    "balances",
    "canonical",
    "count_up",
    "differences",
    "digest",
    "figures_of",
    "unnamed_since",
]
