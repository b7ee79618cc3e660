"""The kinds of sanction that an official may impose, with their articles; and which is heavier."""

from netralitas.discipline.sanctions.catalogue import CATALOGUE, kind_of, offered_kinds
from netralitas.discipline.sanctions.comparison import Comparison, compare
from netralitas.discipline.sanctions.kinds import Remedy, SanctionKind

__all__ = [
    "CATALOGUE",
    "Comparison",
    "Remedy",
    "SanctionKind",
    "compare",
    "kind_of",
    "offered_kinds",
]
