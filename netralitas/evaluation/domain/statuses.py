"""Which status each state counts as: one exclusive status for every proceeding.

A snapshot stays what it was, so the table of a definition is never edited: a later workflow with
other states gets a definition of its own. A state that is not listed counts as `other`, open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

OTHER: Final = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A status of the figures, the states that count as it, and whether they are ends."""

    code: str
    states: frozenset[str]
    ended: bool = False


def _open(code: str, states: str) -> Status:
    return Status(code=code, states=frozenset(states.split()))


def _ended(code: str, states: str) -> Status:
    return Status(code=code, states=frozenset(states.split()), ended=True)


_HANDLING_1: Final = (
    _open("intake", "information_received report_received tracing finding_submitted finding_fixed"),
    _open(
        "preliminary_study",
        "preliminary_study incomplete waiting_completeness preliminary_study_done"
        " registration_plenary preliminary_study_approved",
    ),
    _open("not_registered", "not_registered"),
    _open("in_study", "registered clarification study plenary"),
    _open(
        "decided",
        "not_violation other_law_violation administrative_violation organiser_ethics_violation"
        " criminal_violation",
    ),
    _open("forwarded", "forwarded passed_on"),
    _open("announced", "status_announced"),
    _ended("not_registered_notified", "status_notified"),
    _ended("stopped", "tracing_stopped"),
    _ended("withdrawn", "withdrawn"),
    _ended("moved", "transferred taken_over"),
    _ended("closed", "closed"),
)
HANDLING: Final = (*_HANDLING_1, _ended("merged", "merged"))

REFERRAL: Final = (
    _open("sent", "forwarded"),
    _open("examined", "received verification validation validated"),
    _open("returned", "returned"),
    _ended("recommended", "recommended"),
    _ended("taken_up", "taken_up"),
    _ended("not_proven", "not_proven"),
    _ended("rejected", "rejected"),
    _ended("rerouted", "rerouted"),
    _ended("respondent_away", "respondent_gone respondent_moved"),
    _ended("cancelled", "cancelled"),
)

DISCIPLINE: Final = (
    _open("arrived", "arrived"),
    _open(
        "in_process",
        "received ethics_council ethics_summoned ethics_summoned_again ethics_heard ethics_absent"
        " ethics_recommended examination_team summoned summoned_again examined absent"
        " exam_reported dismissal_proposed pppk_review unit_review",
    ),
    _open("decided", "decree_fixed delivered"),
    _open("contested", "objection appeal"),
    _open("not_reported", "in_force moral_stated not_proven annulled"),
    _ended("reported", "reported"),
    _ended("respondent_away", "respondent_gone respondent_moved"),
    _ended("passed_on", "passed_on"),
)

STATUSES: Final = {"handling": HANDLING, "referral": REFERRAL, "discipline": DISCIPLINE}
"""The registers of proceedings, in the order in which they are shown: since definition 3."""

_BEFORE_MERGING: Final = {**STATUSES, "handling": _HANDLING_1}
_MERGING_SINCE: Final = 3

type_statuses = Mapping[str, tuple[Status, ...]]


def statuses(definition: int) -> type_statuses:
    """Return the registers of a definition: before the third, none of them knew a merger."""
    return STATUSES if definition >= _MERGING_SINCE else _BEFORE_MERGING


def status_of(workflow: str, state: str, known: type_statuses = STATUSES) -> str:
    """Return the status as which a state of a register counts."""
    found = (status.code for status in known[workflow] if state in status.states)
    return next(found, OTHER)


def is_open(workflow: str, state: str | None, known: type_statuses = STATUSES) -> bool:
    """Say whether a proceeding in this state is open; before its first state it is not yet."""
    if state is None:
        return False
    return not any(each.ended and state in each.states for each in known[workflow])
