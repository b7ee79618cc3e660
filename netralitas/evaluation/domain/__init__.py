"""What meetings and their figures are made of: values and pure counting."""

from netralitas.evaluation.domain.balance import Balance, balances
from netralitas.evaluation.domain.counting import DEFINITION, Tally, count_up
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

__all__ = [
    "DEFINITION",
    "Balance",
    "Figures",
    "Indicator",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Part",
    "Register",
    "Tally",
    "balances",
    "canonical",
    "count_up",
    "digest",
    "figures_of",
]
