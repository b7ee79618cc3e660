"""The Indonesian words of meetings, and what every figure counts."""

from netralitas.evaluation.words.indicators import (
    DEFINITIONS,
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
    still_open,
)

__all__ = [
    "DEFINITIONS",
    "EVENTS",
    "KINDS",
    "NOT_A_PARTY",
    "REGISTERS",
    "STATES",
    "STATE_TONES",
    "Definition",
    "RegisterWords",
    "days_late",
    "still_open",
]
