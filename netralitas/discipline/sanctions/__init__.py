"""The kinds of sanction that an official may impose, with their articles; and which is heavier."""

from netralitas.discipline.sanctions.catalogue import CATALOGUE, kind_of, offered_kinds
from netralitas.discipline.sanctions.comparison import ORDER, Comparison, compare
from netralitas.discipline.sanctions.kinds import Remedy, SanctionKind
from netralitas.discipline.sanctions.recommended import (
    imposed_said,
    recommended_of,
    recommended_options,
    recommended_said,
)

__all__ = [
    "CATALOGUE",
    "ORDER",
    "Comparison",
    "Remedy",
    "SanctionKind",
    "compare",
    "imposed_said",
    "kind_of",
    "offered_kinds",
    "recommended_of",
    "recommended_options",
    "recommended_said",
]
