"""The catalogue of violations of neutrality by edition of the joint decree (SKB).

What a source prints beside an act is an indication: only the decree of the competent official fixes
whether there was a violation and what it costs. Where sources differ, the item says so.
"""

from netralitas.law.violations.catalogue import Editions, catalogue, load, read_editions, violation
from netralitas.law.violations.domain import (
    INDICATION,
    LEVELS,
    PHASES,
    Clause,
    Conflict,
    Edition,
    Level,
    Phase,
    Source,
    Violation,
)

__all__ = [
    "INDICATION",
    "LEVELS",
    "PHASES",
    "Clause",
    "Conflict",
    "Edition",
    "Editions",
    "Level",
    "Phase",
    "Source",
    "Violation",
    "catalogue",
    "load",
    "read_editions",
    "violation",
]
