"""The Indonesian words of meetings, and what every figure counts."""

from netralitas.evaluation.words.differences import differing, signed, why
from netralitas.evaluation.words.indicators import (
    DEFINITIONS,
    MOVEMENTS,
    REGISTERS,
    Definition,
    RegisterWords,
)
from netralitas.evaluation.words.meetings import (
    EVENTS,
    KINDS,
    NOT_A_PARTY,
    STATE_TONES,
    STATES,
    days_late,
    duties_left,
    overdue,
    still_open,
    unanswered,
)

__all__ = [
    "DEFINITIONS",
    "EVENTS",
    "KINDS",
    "MOVEMENTS",
    "NOT_A_PARTY",
    "REGISTERS",
    "STATES",
    "STATE_TONES",
    "Definition",
    "RegisterWords",
    "days_late",
    "differing",
    "duties_left",
    "overdue",
    "signed",
    "still_open",
    "unanswered",
    "why",
]
