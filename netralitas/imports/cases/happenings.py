"""What happened, as steps: the reception first, then each happening in the order of the line."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from netralitas.audit.domain import Precision
from netralitas.cases.as_found.domain import FoundStep
from netralitas.cases.domain import NewCase, Source
from netralitas.cases.when import check_dates, check_moment
from netralitas.imports.cases import words
from netralitas.imports.cases.line import HappeningLine
from netralitas.imports.cases.moments import day_of, moment_of
from netralitas.imports.cases.sanctions import details_of, sanctions_of
from netralitas.imports.cases.telling import Placing, Told, note_of, told_of
from netralitas.refusals import RuleBroken
from netralitas.workflow.as_found import Found, as_found
from netralitas.workflow.refusals import MoveRefused

RECEPTION: Final[dict[Source, tuple[str, tuple[str, ...]]]] = {
    Source.REPORT: ("report_received", ("reported",)),
    Source.FINDING: ("finding_submitted", ("found",)),
    Source.INFORMATION: ("information_received", ("information_received",)),
    Source.UNKNOWN: ("information_received", ()),
}
"""Where the handling of each kind of matter begins, and the fact that it was received; of an
unknown source it is only said that something came in.
"""

_FORWARDED: Final = "forwarded"
"""Where the handling is found when nothing is said of it, but a respondent was forwarded."""


def steps_of(placing: Placing, new: NewCase) -> tuple[FoundStep, ...]:
    """Return the steps of a case: it comes in, then everything happens; refusals are reported."""
    lines = enumerate(placing.line.happenings)
    told = [one for at, each in lines for one in told_of(placing, each, f"happenings[{at}]")]
    state, facts = RECEPTION[new.source]
    reception = FoundStep(
        proceeding=0,
        happened=new.received,
        state=state,
        facts=facts,
        details={"reception": True},
    )
    implied = _implied(placing, new, told)
    _hold_begun(placing, told)
    _hold_dates(placing, new, told)
    if placing.report.refused():
        return ()
    return (reception, *_steps(placing, reception, told), *implied)


def _implied(placing: Placing, new: NewCase, told: list[Told]) -> tuple[FoundStep, ...]:
    """Return where the handling stands though nothing says it: who was forwarded, was by somebody.

    When is not known. A case of an unknown source that nothing else is said of is refused.
    """
    if any(one.place == 0 and one.state for one in told):
        return ()
    if any(each.workflow == "referral" for each in placing.proceedings):
        unknown = moment_of(None, placing.zone)
        return (FoundStep(proceeding=0, happened=unknown, state=_FORWARDED),)
    if new.source is Source.UNKNOWN:
        placing.report.refuse("happenings", words.NO_HANDLING)
    return ()


def _hold_begun(placing: Placing, told: list[Told]) -> None:
    """Hold that each proceeding is told of, and that its first happening says where it stood."""
    for ref, place in placing.places.items():
        first = next((one for one in told if one.place == place), None)
        if place == 0:
            continue
        if first is None:
            placing.report.refuse(f"proceedings[{place - 1}]", words.NOTHING_HAPPENED)
        elif first.state is None:
            placing.report.refuse(first.path, f"{words.NO_STATE_YET} ({ref})")


def _hold_dates(placing: Placing, new: NewCase, told: list[Told]) -> None:
    """Hold that nothing lies in the future or before the act, and act, knowledge, receipt agree."""
    act_on = new.act_on if new.act_precision is Precision.DAY else None
    try:
        check_moment(moment_of(placing.line.act, placing.zone), placing.now, None)
        check_dates(new, placing.now, act_on)
    except RuleBroken as broken:
        placing.report.refuse("received", broken.reason)
    for one in told:
        try:
            check_moment(one.happened, placing.now, act_on, facts=one.facts)
        except RuleBroken as broken:
            placing.report.refuse(f"{one.path}.when", broken.reason)


def _steps(placing: Placing, reception: FoundStep, told: list[Told]) -> Iterator[FoundStep]:
    """Yield the steps, each held to lead to a declared state by declared facts."""
    states: dict[int, str] = {0: reception.state or ""}
    for one in told:
        stood = states.get(one.place)
        said = Found(state=one.state, facts=one.facts)
        try:
            found = as_found(placing.declared(one.place), stood, said)
        except MoveRefused as refused:
            placing.report.refuse(f"{one.path}.state", refused.reason)
            continue
        states[one.place] = found.to_state
        stays = found.to_state == stood and one.facts
        yield _step(placing, one, None if stays else one.state)


def _step(placing: Placing, one: Told, state: str | None) -> FoundStep:
    each = one.line
    of_respondent = placing.proceedings[one.place].respondent is not None
    sanctions = sanctions_of(each, one.path, placing.report, of_respondent=of_respondent)
    return FoundStep(
        proceeding=one.place,
        happened=one.happened,
        state=state,
        facts=one.facts,
        note=note_of(each.note, each.said_by),
        details=details_of(each, sanctions),
        fixed=_fixed(each),
        letters=tuple(placing.letters[ref] for ref in dict.fromkeys(each.letters)),
        sanctions=sanctions,
    )


def _fixed(each: HappeningLine) -> date | None:
    """Return the day that a letter names as a deadline, or by which it asks for an answer."""
    named = each.deadline.on if each.deadline else None
    until = named or each.answer_by
    return None if until is None else day_of(until)
