"""The ways that cases of the demo go: steps as data, one way for each end that there is."""

from collections.abc import Mapping
from typing import Final

from netralitas.demo.scripts import Step

type_way = tuple[Step, ...]


def _step(code: str, least: int = 0, most: int | None = None, who: str | None = None) -> Step:
    return Step(code=code, least=least, most=least if most is None else most, who=who)


def _fact(code: str, least: int = 0, most: int | None = None) -> Step:
    return Step(code=code, least=least, most=least if most is None else most, fact=True)


_STUDIED: Final = (_step("start_preliminary_study"), _step("finish_preliminary_study", 0, 1))
_NOTIFIED: Final = (
    _step("start_preliminary_study"),
    _step("find_incomplete", 1),
    _step("notify_completeness"),
)
_APPROVED: Final = (
    *_STUDIED,
    _step("submit_preliminary_study"),
    _step("approve_preliminary_study", 1),
)
_CLARIFIED: Final = (
    _step("start_clarification"),
    _fact("session_held", 1),
    _step("finish_clarification"),
    _step("submit_to_plenary", 0, 1),
)
_ENDED: Final = (_step("announce_status", 1, 3), _step("close", 1, 8))
_FIXED: Final = (_step("fix_finding", 1, 2), _step("register_finding", 0, 1), *_CLARIFIED)
_TRACED: Final = (_step("start_tracing", 0, 1), _step("submit_tracing_result", 2, 4))

TO_PLENARY: Final[Mapping[str, type_way]] = {
    "report": (*_STUDIED, _step("register", 0, 1), *_CLARIFIED),
    "completed": (*_NOTIFIED, _step("receive_completion", 1), _step("register"), *_CLARIFIED),
    "finding": _FIXED,
    "information": (*_TRACED, *_FIXED),
    "unclarified": (
        *_STUDIED,
        _step("register", 0, 1),
        _step("skip_clarification"),
        _step("submit_to_plenary", 1),
    ),
}
"""From the receipt to the plenary, by how the matter came in."""

DECIDED: Final[Mapping[str, type_way]] = {
    "other_law": (_step("decide_other_law", 0, 1), _step("forward", 0, 1), *_ENDED),
    "not_violation": (_step("decide_not_violation", 0, 1), *_ENDED),
    "administrative": (_step("decide_administrative", 0, 1), *_ENDED),
    "organiser_ethics": (
        _step("decide_organiser_ethics", 0, 1),
        _step("pass_on", 1, 2),
        *_ENDED,
    ),
    "criminal": (_step("decide_criminal", 0, 1), _step("pass_on", 1, 2), *_ENDED),
    "unforwarded": (_step("decide_other_law", 0, 1), _step("close_unforwarded", 5, 9)),
}
"""From the plenary to the end, by what it decided."""

STRAIGHT: Final[type_way] = (*_APPROVED, _step("forward_straight", 0, 1), *_ENDED)
"""Outside the stages: forwarded on the preliminary study alone."""

UNREGISTERED: Final[Mapping[str, type_way]] = {
    "refused": (*_STUDIED, _step("refuse_registration", 0, 1), _step("notify_status", 0, 1)),
    "never_completed": (
        *_NOTIFIED,
        _step("refuse_registration", 3),
        _step("notify_status", 0, 1),
    ),
    "refused_in_plenary": (
        *_STUDIED,
        _step("submit_preliminary_study"),
        _step("refuse_registration_in_plenary", 1),
        _step("notify_status", 0, 1),
    ),
    "withdrawn": (_step("start_preliminary_study"), _step("withdraw", 1)),
    "transferred": (*_STUDIED, _step("transfer", 1)),
    "taken_over": (*_STUDIED, _step("register", 0, 1), _step("take_over", 1)),
    "as_information": (*_NOTIFIED, _step("turn_into_information", 3), _step("start_tracing", 1)),
    "tracing_stopped": (_step("start_tracing", 0, 1), _step("stop_tracing", 4, 5)),
    "finding_stopped": (_step("stop_tracing", 2, 4),),
}
"""Ways that end before a register number, or at another office."""

REFERRED: Final[Mapping[str, type_way]] = {
    "kasn": (_step("receive", 3, 10), _step("recommend", 8, 20)),
    "bkn": (
        _step("receive", 1, 4),
        _step("start_verification", 0, 2),
        _step("request_validation", 1, 4),
        _step("validate", 1, 2),
        _step("recommend", 4, 12),
    ),
    "rejected": (_step("receive", 1, 5), _step("reject", 4, 12)),
    "not_proven": (_step("receive", 1, 5), _step("find_not_proven", 6, 15)),
    "returned": (_step("receive", 1, 5), _step("return", 2, 5)),
    "gone": (_step("receive", 1, 5), _step("respondent_retired", 3, 8)),
    "moved": (_step("receive", 1, 5), _step("respondent_moved", 3, 8)),
    "cancelled": (_step("receive", 1, 5), _step("cancel", 2, 6)),
    "taken_up": (_step("take_up", 1, 4),),
    "silent": (_step("receive", 2, 6),),
}
"""What the receiver did with a respondent that was forwarded to it."""

_RECEIVED: Final = _step("receive", 1, 4)
_SUMMONED: Final = (
    _RECEIVED,
    _step("choose_discipline", 1, 2),
    _step("form_team", 0, 1),
    _step("summon", 1),
)
_EXAMINED: Final = (*_SUMMONED, _step("examine", 7), _step("report_exam", 1, 2))
_MISSED: Final = (
    *_SUMMONED,
    _step("record_absence", 7),
    _step("summon_again", 1, 2),
    _step("record_absence", 7),
    _step("close_absent", 1),
)
_DELIVERED: Final = (
    _step("fix_decree", 4, 12),
    _fact("final_report_sent", 1),
    _step("deliver", 2, 5),
)
_REPORTED: Final = (_fact("recorded_idis", 1, 3), _step("report_back", 1, 4))
_IN_FORCE: Final = (_step("enter_into_force", 15), *_REPORTED)
_TO_DECREE: Final = (*_EXAMINED, _fact("exam_report_sent", 1), *_DELIVERED)
_COUNCIL: Final = (_RECEIVED, _step("choose_ethics", 1, 2), _step("form_council", 1, 2))
_STATED: Final = (_step("recommend_ethics", 1, 3), _step("state_moral", 2, 8))
_OBJECTED: Final = (*_TO_DECREE, _step("file_objection", 4, 9))
_APPEALED: Final = (*_TO_DECREE, _step("file_appeal", 4, 9), _fact("appeal_copy_received", 3, 6))

FOLLOWED: Final[Mapping[str, type_way]] = {
    "ethics": (
        *(*_COUNCIL, _step("summon_ethics", 1), _step("hear_ethics", 6)),
        *(*_STATED, _step("report_back", 1, 5)),
    ),
    "ethics_absent": (
        *(*_COUNCIL, _step("summon_ethics", 1), _step("record_ethics_absence", 6)),
        *(_step("summon_ethics_again", 1), _step("record_ethics_absence", 6)),
        *(_step("close_ethics_absent", 1), *_STATED, _step("report_back", 1, 5)),
    ),
    "discipline": (*_TO_DECREE, *_IN_FORCE),
    "discipline_absent": (*_MISSED, _step("report_absent", 1), *_DELIVERED, *_IN_FORCE),
    "not_proven": (
        *(*_EXAMINED, _fact("exam_report_sent", 1)),
        *(_step("find_not_proven", 2, 6), _step("report_back", 1, 3)),
    ),
    "objection_upheld": (*_OBJECTED, _step("decide_objection_upheld", 12, 20), *_IN_FORCE),
    "objection_lightened": (
        *(*_OBJECTED, _step("decide_objection_lightened", 12, 20), _step("deliver", 2, 5)),
        *_IN_FORCE,
    ),
    "objection_withdrawn": (
        *(*_OBJECTED, _step("decide_objection_withdrawn", 12, 20)),
        _step("report_back", 2, 6),
    ),
    "appeal_upheld": (
        *(*_APPEALED, _fact("appeal_answered", 5, 12), _step("decide_appeal_upheld", 30, 45)),
        *_IN_FORCE,
    ),
    "dismissal": (
        *(_RECEIVED, _step("choose_dismissal", 2, 4)),
        *(*_DELIVERED, *_IN_FORCE),
    ),
    "pppk": (_RECEIVED, _step("choose_pppk", 1, 3), *_DELIVERED, *_IN_FORCE),
    "unit": (
        *(_RECEIVED, _step("choose_non_asn", 1, 3), *_DELIVERED, _step("enter_into_force", 15)),
        _step("report_back", 1, 4),
    ),
    "gone": (_RECEIVED, _step("respondent_retired", 2, 6)),
    "moved": (_RECEIVED, _step("respondent_moved", 2, 6)),
    "passed_on": (_RECEIVED, _step("pass_on", 2, 5)),
}
"""What the office that follows up did with a respondent."""

PRESSED: Final[Mapping[str, type_way]] = {
    "watching": (),
    "reminded": (_step("remind", 15, 18),),
    "warned": (_step("remind", 15, 18), _step("warn", 5, 8)),
    "blocked": (_step("remind", 15, 18), _step("warn", 5, 6), _step("block", 4, 6)),
    "unblocked": (
        *(_step("remind", 15, 18), _step("warn", 5, 6), _step("block", 4, 6)),
        _step("unblock", 3, 5),
    ),
    "escalated": (
        *(_step("remind", 15, 18), _step("warn", 5, 6), _step("warn", 3, 4)),
        _step("escalate", 3, 5),
    ),
}
"""How far the pressure on the appointing official went, counted from the hand-over."""

SIDE: Final[Mapping[str, Mapping[str, type_way]]] = {
    "criminal": {
        "opened": (_fact("developed", 5, 12),),
        "proven": (_fact("developed", 5, 12), _step("end_proven", 30, 60)),
        "not_proven": (_step("end_not_proven", 30, 60),),
        "stopped": (_step("end_stopped", 8, 14),),
    },
    "organiser_ethics": {
        "opened": (),
        "sanctioned": (_fact("developed", 5, 12), _step("end_sanctioned", 20, 40)),
        "not_proven": (_step("end_not_proven", 20, 40),),
        "stopped": (_step("end_stopped", 8, 14),),
    },
    "litigation": {
        "opened": (_fact("developed", 10, 20),),
        "granted": (_step("end_granted", 60, 90),),
        "rejected": (_step("end_rejected", 60, 90),),
        "withdrawn": (_step("end_withdrawn", 20, 40),),
    },
    "identity_access": {
        "requested": (),
        "approved": (_step("approve", 1),),
        "refused": (_step("refuse", 1),),
        "opened_now": (_step("approve", 1), _step("open")),
        "closed": (_step("approve", 1), _step("open"), _step("close", 1, 2)),
    },
}
"""Proceedings that an officer opens beside the handling, by the end they came to."""

_APPROVALS: Final = (
    _step("check", 1, 2, "putri"),
    _step("approve_first", 1, 2, "sari"),
    _step("approve_second", 1, 2, "tono"),
)
_NOTICE: Final = (*_APPROVALS, _step("notify", 1, 2, "putri"))
_SHOWN: Final = (*_NOTICE, _step("no_objection", 2, 4, "yoga"), _step("publish", 1, 2, "putri"))

RELEASED: Final[Mapping[str, type_way]] = {
    "drafted": (),
    "checked": _APPROVALS[:1],
    "approved_once": _APPROVALS[:2],
    "approved": _APPROVALS,
    "notified": _NOTICE,
    "published": _SHOWN,
    "silence": (*_NOTICE, _step("publish", 8, 10, "putri")),
    "objected": (
        *(*_NOTICE, _step("objection_raised", 2, 4, "yoga")),
        _step("publish", 2, 4, "putri"),
    ),
    "corrected": (*_SHOWN, _step("correct", 10, 20, "putri")),
    "withdrawn": (*_SHOWN, _step("withdraw", 10, 20, "sari")),
    "embargoed": _SHOWN,
    "abandoned": (*_APPROVALS, _step("abandon", 1, 3, "putri")),
}
"""How far a release came."""

_OWN_APPROVALS: Final = (
    _step("check", 1, 2, "yoga"),
    _step("approve_first", 1, 2, "dewa"),
    _step("approve_second", 1, 2, "ratih"),
)
_OWN_NOTICE: Final = (*_OWN_APPROVALS, _step("notify", 1, 2, "yoga"))
_OWN_SHOWN: Final = (
    *(*_OWN_NOTICE, _step("no_objection", 2, 4, "putri")),
    _step("publish", 1, 2, "yoga"),
)

RELEASED_BY_OFFICE: Final[Mapping[str, type_way]] = {
    "drafted": (),
    "checked": _OWN_APPROVALS[:1],
    "approved_once": _OWN_APPROVALS[:2],
    "approved": _OWN_APPROVALS,
    "notified": _OWN_NOTICE,
    "published": _OWN_SHOWN,
    "corrected": (*_OWN_SHOWN, _step("correct", 5, 8, "yoga")),
    "withdrawn": (*_OWN_SHOWN, _step("withdraw", 5, 8, "ratih")),
    "abandoned": (*_OWN_APPROVALS, _step("abandon", 1, 3, "yoga")),
}
"""How far a release of the office that followed up came."""
