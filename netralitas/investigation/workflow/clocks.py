"""The deadlines of `handling`; the numbers and units stand in the law, not here."""

from typing import Final

from netralitas.investigation.workflow.states import UNDER_HANDLING
from netralitas.workflow.domain import ClockDeclaration

_LEFT: Final = frozenset({"transferred"})
_STOPPED: Final = _LEFT | {"not_registered", "withdrawn", "turned_into_information"}
_STUDIED: Final = _STOPPED | {"preliminary_study_finished", "registered"}
_DECIDED: Final = _LEFT | {"plenary_decided"}


_BEGINNING: Final = frozenset({"report_received", "preliminary_study"})


def _clock(
    rule: str,
    starts_on: str,
    ends_on: frozenset[str],
    starts_in: frozenset[str] = frozenset(),
) -> ClockDeclaration:
    return ClockDeclaration(rule=rule, starts_on=starts_on, ends_on=ends_on, starts_in=starts_in)


# A transferred case keeps the dates of its first office: its clocks run on from there.
CLOCKS: Final = (
    _clock("tracing", "information_received", _LEFT | {"tracing_finished", "tracing_stopped"}),
    _clock("temuan_window", "found", _LEFT | {"finding_fixed", "tracing_stopped"}),
    _clock("kajian_awal", "reported", _STUDIED, _BEGINNING),
    _clock("kajian_awal", "reported_at_origin", _STUDIED, _BEGINNING),
    _clock("notify", "found_incomplete", _STOPPED | {"completeness_notified"}),
    _clock("complete", "completeness_notified", _STOPPED | {"completed"}),
    _clock("handle_base", "registered", _DECIDED | {"handling_extended"}),
    _clock("handle_base", "registered_at_origin", _DECIDED | {"handling_extended"}, UNDER_HANDLING),
    _clock("handle_max", "registered", _DECIDED),
    _clock("handle_max", "registered_at_origin", _DECIDED, UNDER_HANDLING),
)
