"""What is probably wrong with an act at the office that follows up, to be asked about. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.dossier import Dossier, LockedProceeding
from netralitas.discipline.domain import ENDED_BY, OUT_OF_SERVICE, PersonCheck, StandingSource
from netralitas.discipline.policy.service import in_service
from netralitas.discipline.policy.summons import gap_kept
from netralitas.discipline.policy.terms import served
from netralitas.discipline.sanctions import kind_of
from netralitas.law.book import RuleBook

_GONE: Final = {ENDED_BY[standing]: standing for standing in sorted(OUT_OF_SERVICE)}
"""Facts that end a proceeding because its respondent serves no more; it may be opened again."""
_EXAMINATION: Final = "summon"
_SESSION: Final = "summon_ethics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An act as it is weighed: on which proceeding, with which answers, when; None: not told."""

    proceeding: LockedProceeding | None
    answers: Answers
    happened: Moment | None


def kept(dossier: Dossier, act: Weighed, book: RuleBook) -> frozenset[str]:
    """Return the codes of the requirements against which nothing speaks.

    What cannot be judged, because a day is known roughly or not at all, is not asked about.
    """
    on = _day(dossier, act)
    letter = act.answers.letter_out.dated_on if act.answers.letter_out else None
    meeting = act.answers.exam_on
    going = act.proceeding.id if act.proceeding else 0
    kind = act.answers.imposed
    begun = dossier.told.get((going, "in_force"))
    fulfilled = {
        "exam_gap_kept": gap_kept(_EXAMINATION, letter or on, meeting, book),
        "ethics_notice_kept": gap_kept(_SESSION, letter or on, meeting, book),
        "sanction_in_force": kind is None or kind_of(kind).in_force,
        "person_in_service": in_service(_standing(dossier, act.proceeding), on),
        "term_over": served(begun.on if begun else None, _months(dossier, going), on),
        "services_blocked": (going, "blocked") in dossier.told,
    }
    return frozenset(code for code, holds in fulfilled.items() if holds)


def _standing(dossier: Dossier, proceeding: LockedProceeding | None) -> PersonCheck | None:
    """Return how the respondent was found to stand; unchecked, what ended another proceeding."""
    if proceeding is None or proceeding.respondent is None:
        return None
    if proceeding.id in dossier.checks:
        return dossier.checks[proceeding.id]
    theirs = {p.id for p in dossier.proceedings if p.respondent == proceeding.respondent}
    for (of, fact), told in dossier.told.items():
        if of in theirs and fact in _GONE:
            return PersonCheck(standing=_GONE[fact], source=StandingSource.OTHER, since=told.on)
    return None


def _day(dossier: Dossier, act: Weighed) -> date | None:
    """Return the day of the act: today before it is told, none where it is known roughly."""
    if act.happened is None:
        return dossier.head.now.astimezone(ZoneInfo(dossier.zone)).date()
    return act.happened.on if act.happened.starts_clocks else None


def _months(dossier: Dossier, proceeding: int) -> int | None:
    imposed = dossier.imposed.get(proceeding)
    return kind_of(imposed).months if imposed else None
