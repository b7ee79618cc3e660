"""From tallies of events to figures: definitions 1 to 4, pure.

Every indicator says in `evaluation.words` what it counts; the codes here are those there. How many
stand in a state is how often it was entered less how often it was left, so that everything follows
from events alone, whose columns never change. A fact or a correction enters and leaves the state in
which its proceeding stays, and moves nothing. Definition 2 counts late entries as well; definition
3 knows that a case ends by being merged, and that one comes in by being split from another; 4 has
the registers of respondents and of activities beside those of proceedings, and escalation.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.evaluation.domain.activities import Activities, count_activities
from netralitas.evaluation.domain.figures import Figures, Indicator, Part, Register
from netralitas.evaluation.domain.respondents import Persons, count_persons
from netralitas.evaluation.domain.statuses import (
    OTHER,
    is_open,
    status_of,
    statuses,
    type_statuses,
)

DEFINITION: Final = 4
"""The one by which figures are taken now; older figures are counted again by their own."""

BESIDE_PROCEEDINGS: Final = 4
"""The first definition that counts respondents and activities as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many events are alike in all that figures are made of.

    `recommended` and `imposed` are the levels of sanction that an event says, None where it says
    none; `late` that it was entered long after it happened.
    """

    kind: str
    name: str
    workflow: str
    from_state: str | None
    to_state: str | None
    recommended: str | None
    imposed: str | None
    amount: int
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything that figures are made of; before definition 4 that is tallies alone."""

    tallies: tuple[Tally, ...] = ()
    persons: tuple[Persons, ...] = ()
    activities: tuple[Activities, ...] = ()


_SOURCES: Final = {
    "handling.receive_report": "report",
    "handling.submit_finding": "finding",
    "handling.receive_information": "information",
    "handling.receive_authority_request": "authority_request",
    "handling.receive_transfer": "transfer",
    "handling.receive_registered_transfer": "transfer",
    "case.split_from": "split",
}
_SOURCE_PARTS: Final = ("report", "finding", "information", "authority_request", "transfer")
_REGISTRATIONS: Final = {
    "handling.register": "report",
    "handling.register_finding": "finding",
    "handling.receive_registered_transfer": "transfer",
}
_REGISTRATION_PARTS: Final = ("report", "finding", "transfer")
_DECISIONS: Final = {
    "not_violation": "not_violation",
    "other_law_violation": "other_law",
    "administrative_violation": "administrative",
    "organiser_ethics_violation": "organiser_ethics",
    "criminal_violation": "criminal",
}
_PRESSURE: Final = ("reminded", "warned", "blocked")
_ESCALATED: Final = "escalated"
_LEVELS: Final = (
    *("none", "moral_closed", "moral_open", "discipline_light", "discipline_medium"),
    *("discipline_heavy", "dismissal", "contract_ended", OTHER),
)
_RECORDED: Final = ("move", "fact")
_NOT_REGISTERED: Final = ("not_registered", "status_notified")

type_tallies = Sequence[Tally]


def count_up(
    gathered: Gathered,
    *,
    position: int,
    organisation: int | None,
    definition: int = DEFINITION,
) -> Figures:
    """Return the figures that what was gathered of the first `position` leaves makes."""
    tallies, known = gathered.tallies, statuses(definition)
    registers = tuple(_register(tallies, code, known) for code in known)
    indicators = tuple(_indicators(tallies, definition))
    if definition >= BESIDE_PROCEEDINGS:
        of_persons, persons = count_persons(gathered.persons)
        of_activities, activities = count_activities(gathered.activities)
        indicators = (*indicators, *of_persons, *of_activities)
        registers = (*registers, persons, activities)
    return Figures(
        definition=definition,
        position=position,
        organisation=organisation,
        indicators=indicators,
        registers=registers,
    )


def _indicators(tallies: type_tallies, definition: int) -> Iterable[Indicator]:
    known = statuses(definition)
    split = ("split",) if definition > 2 else ()
    pressure = (*_PRESSURE, _ESCALATED) if definition > 3 else _PRESSURE
    yield _by("cases_in", tallies, _source, (*_SOURCE_PARTS, *split))
    yield _by("registered", tallies, _registration, _REGISTRATION_PARTS)
    yield Indicator(code="not_registered", total=_standing(tallies, "handling", *_NOT_REGISTERED))
    yield Indicator(code="stopped", total=_standing(tallies, "handling", "tracing_stopped"))
    yield Indicator(code="withdrawn", total=_standing(tallies, "handling", "withdrawn"))
    yield _by("decided", tallies, _decision, tuple(_DECISIONS.values()))
    yield _statuses("case_status", tallies, "handling", known)
    yield _by("forwarded", tallies, _forwarding)
    yield _statuses("referral_status", tallies, "referral", known)
    yield _by("recommended", tallies, lambda tally: tally.recommended, _LEVELS)
    yield _statuses("follow_up_status", tallies, "discipline", known)
    yield _by("imposed", tallies, lambda tally: tally.imposed, _LEVELS)
    yield Indicator(code="reported_back", total=_standing(tallies, "discipline", "reported"))
    yield _by("pressure", tallies, lambda tally: _pressure(tally, pressure), pressure)
    if definition > 1:
        yield _by("recorded_late", tallies, _lateness, _RECORDED)


def _by(
    code: str,
    tallies: type_tallies,
    part_of: Callable[[Tally], str | None],
    parts: tuple[str, ...] = (),
) -> Indicator:
    """Return how many events have a part, in the order of `parts`; unlisted ones count as other."""
    counted: Counter[str] = Counter()
    for tally in tallies:
        part = part_of(tally)
        if part is not None:
            counted[part if part in parts else OTHER] += tally.amount
    return Indicator(code=code, total=counted.total(), parts=_parts(counted, parts))


def _statuses(code: str, tallies: type_tallies, workflow: str, known: type_statuses) -> Indicator:
    """Return how many proceedings of a workflow were opened, each in its one present status."""
    counted: Counter[str] = Counter()
    opened = 0
    for tally in _of(tallies, workflow):
        if tally.to_state is not None:
            counted[status_of(workflow, tally.to_state, known)] += tally.amount
        if tally.from_state is not None:
            counted[status_of(workflow, tally.from_state, known)] -= tally.amount
        elif tally.to_state is not None:
            opened += tally.amount
    parts = _parts(counted, tuple(status.code for status in known[workflow]))
    return Indicator(code=code, total=opened, parts=parts)


def _parts(counted: Counter[str], parts: tuple[str, ...]) -> tuple[Part, ...]:
    """Return every part of the definition, and `other` only where there is any."""
    if not parts:
        return ()
    known = [Part(code=part, amount=counted[part]) for part in parts]
    if OTHER not in parts and counted[OTHER]:
        known.append(Part(code=OTHER, amount=counted[OTHER]))
    return tuple(known)


def _register(tallies: type_tallies, workflow: str, known: type_statuses) -> Register:
    """Return the movements of a workflow; `open` from the statuses, apart from the movements."""
    entered = left = 0
    for tally in _of(tallies, workflow):
        before, after = (
            is_open(workflow, each, known) for each in (tally.from_state, tally.to_state)
        )
        entered += tally.amount if after and not before else 0
        left += tally.amount if before and not after else 0
    ends = {status.code for status in known[workflow] if status.ended}
    standing = _statuses("", tallies, workflow, known).parts
    still = sum(part.amount for part in standing if part.code not in ends)
    return Register(code=workflow, entered=entered, left=left, open=still)


def _standing(tallies: type_tallies, workflow: str, *states: str) -> int:
    """Return how many proceedings of a workflow stand in one of these states."""
    return sum(
        tally.amount * ((tally.to_state in states) - (tally.from_state in states))
        for tally in _of(tallies, workflow)
    )


def _of(tallies: type_tallies, workflow: str) -> Iterable[Tally]:
    return (tally for tally in tallies if tally.workflow == workflow)


def _opens(tally: Tally, workflow: str) -> bool:
    return tally.workflow == workflow and tally.from_state is None and tally.to_state is not None


def _source(tally: Tally) -> str | None:
    return _SOURCES.get(tally.name, OTHER) if _opens(tally, "handling") else None


def _registration(tally: Tally) -> str | None:
    return _REGISTRATIONS.get(tally.name)


def _decision(tally: Tally) -> str | None:
    decided = tally.workflow == "handling" and tally.from_state == "plenary"
    return _DECISIONS.get(tally.to_state or "") if decided else None


def _forwarding(tally: Tally) -> str | None:
    opened = _opens(tally, "referral") and tally.name == "referral.send"
    return "sent" if opened else None


def _pressure(tally: Tally, known: tuple[str, ...]) -> str | None:
    """Return what a move of the compliance line did; facts in the same state are no further one."""
    acts = tally.workflow == "compliance" and tally.kind == "move"
    return tally.to_state if acts and tally.to_state in known else None


def _lateness(tally: Tally) -> str | None:
    """Return what was entered late; a correction is about another day by its nature."""
    return tally.kind if tally.late and tally.kind in _RECORDED else None
