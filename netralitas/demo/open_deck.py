"""The cases of the election under way: one that stands in each state there is."""

from collections.abc import Mapping
from typing import Final

from netralitas.cases.answers import DeadlineKind
from netralitas.cases.domain import SanctionLevel, Source
from netralitas.demo.plans import Course

HANDLED: Final = (
    (Source.INFORMATION, "information", None, "information_received"),
    (Source.FINDING, "finding", None, "finding_submitted"),
    (Source.FINDING, "finding", None, "finding_fixed"),
    (Source.REPORT, "completed", None, "incomplete"),
    (Source.REPORT, "report", None, "preliminary_study_done"),
    (Source.REPORT, "straight", None, "registration_plenary"),
    (Source.REPORT, "straight", None, "preliminary_study_approved"),
    (Source.REPORT, "refused", None, "not_registered"),
    (Source.FINDING, "finding", None, "registered"),
    (Source.REPORT, "unclarified", None, "study"),
    (Source.FINDING, "finding", "not_violation", "not_violation"),
    (Source.FINDING, "finding", "administrative", "administrative_violation"),
    (Source.REPORT, "report", "organiser_ethics", "organiser_ethics_violation"),
    (Source.FINDING, "finding", "criminal", "criminal_violation"),
    (Source.FINDING, "finding", "criminal", "passed_on"),
    (Source.REPORT, "taken_over", None, None),
    (Source.REPORT, "as_information", None, None),
)
"""Source, way, decision, and the state of the handling: those that no told story stands in."""

_EXAM: Final = DeadlineKind.EXAM_FINAL
_FIXED: Final = DeadlineKind.FIXED


def _followed(  # noqa: PLR0913 - the fields of a course, all of them named
    followed: str,
    until: str,
    *,
    age: int = 2,
    pressed: str = "watching",
    deadline: DeadlineKind = _EXAM,
    level: SanctionLevel = SanctionLevel.HEAVY,
    imposed: str = "post_lowered",
    office: str = "bkpsdm",
) -> Course:
    return Course(
        to="bkn",
        referred="bkn",
        followed=followed,
        followed_until=until,
        age=age,
        pressed=pressed,
        deadline=deadline,
        recommended=level,
        imposed=imposed,
        office=office,
    )


def _in_ethics(followed: str, until: str, *, age: int) -> Course:
    return _followed(
        followed,
        until,
        age=age,
        deadline=_FIXED,
        level=SanctionLevel.MORAL_OPEN,
        imposed="moral_open",
    )


def _referred(referred: str, until: str | None, age: int = 1) -> Course:
    return Course(to="bkn", referred=referred, referred_until=until, age=age)


_SOON: Final = DeadlineKind.DEFAULT

FOLLOWED: Final[Mapping[str, tuple[Course, ...]]] = {
    "arriving": (
        _followed("discipline", "arrived", age=1),
        _followed("discipline", "received", age=3),
        _followed("ethics", "ethics_council", age=3, deadline=_FIXED),
    ),
    "examined": (
        _followed("discipline", "summoned", age=3),
        _followed("discipline", "examined", age=1),
        _followed("discipline", "decree_fixed", age=4),
    ),
    "late": (
        _followed("discipline", "received", age=34, pressed="warned", deadline=_SOON),
        _followed("discipline", "examination_team", age=52, pressed="blocked", deadline=_SOON),
        _followed("discipline", "exam_reported", age=30, pressed="unblocked", deadline=_SOON),
    ),
    "late_too": (
        _followed("discipline_absent", "summoned_again", age=28, pressed="blocked", deadline=_SOON),
        _followed("discipline_absent", "absent", age=27, pressed="escalated", deadline=_SOON),
    ),
    "late_still": (
        _followed("discipline", "received", age=26, pressed="reminded", deadline=_SOON),
        _followed("ethics", "ethics_council", age=29, deadline=_SOON),
        _followed("not_proven", "exam_reported", age=24, deadline=_SOON),
    ),
    "ethics": (
        _in_ethics("ethics", "ethics_summoned", age=2),
        _in_ethics("ethics_absent", "ethics_summoned_again", age=2),
        _in_ethics("ethics", "ethics_heard", age=1),
    ),
    "ethics_decided": (
        _in_ethics("ethics_absent", "ethics_absent", age=1),
        _in_ethics("ethics", "ethics_recommended", age=2),
        _in_ethics("ethics", "moral_stated", age=2),
    ),
    "contested": (
        _followed("discipline", "delivered", age=6),
        _followed("objection_upheld", "objection", age=8),
        _followed("appeal_upheld", "appeal", age=20, imposed="honourable_dismissal"),
    ),
    "ended": (
        _followed("discipline", "in_force", age=1),
        _followed("not_proven", "not_proven", age=1),
        _followed("objection_withdrawn", "annulled", age=2),
        _followed("gone", "respondent_gone", age=3),
    ),
    "examining": (
        _followed("discipline", "examination_team", age=1, office="inspektorat"),
        _followed("discipline", "exam_reported", age=1),
        _followed("dismissal", "dismissal_proposed", age=4, deadline=_FIXED),
    ),
    "with_authority": (
        _referred("bkn", "forwarded"),
        _referred("bkn", "verification", age=3),
        _referred("bkn", "validation"),
    ),
    "answered": (
        _referred("bkn", "validated"),
        _referred("returned", "returned", age=3),
        _referred("rejected", None, age=5),
        _referred("cancelled", None, age=6),
    ),
}
"""Cases of several respondents, each standing elsewhere today."""

BESIDES: Final = (
    Course(
        to="bkn",
        referred="bkn",
        followed="pppk",
        followed_until="pppk_review",
        recommended=SanctionLevel.HEAVY,
        deadline=_SOON,
        pressed="reminded",
        age=30,
    ),
    Course(
        to="bkpsdm",
        referred="taken_up",
        followed="unit",
        followed_until="unit_review",
        deadline=_SOON,
        age=6,
    ),
    Course(
        to="setda",
        referred="taken_up",
        followed="unit",
        followed_until="received",
        office="setda",
        deadline=_SOON,
        age=31,
        pressed="reminded",
    ),
    Course(to="kodim", referred="silent", age=9),
)
"""One case of four who are no civil servants: PPPK, contract, village head, military."""

CLOSED: Final = frozenset({"late", "late_too", "ended", "contested", "answered"})
"""Cases whose handling is closed; that of the others stands forwarded or announced."""
