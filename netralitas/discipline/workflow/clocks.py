"""The deadlines of `discipline`; the numbers and units stand in the law, not here.

The two rules on ethics summonses are no clocks: they bind the letter to the day of a session that
lies ahead, and are held when the summons is written.
"""

from typing import Final

from netralitas.workflow.domain import ClockDeclaration

_GONE: Final = frozenset(
    {
        "respondent_retired",
        "respondent_left_service",
        "respondent_died",
        "respondent_moved",
        "passed_on",
        "outcome_reported",
    }
)
_DECIDED: Final = _GONE | {"decree_fixed", "unit_decided", "moral_stated", "not_proven"}
_TURNED: Final = _DECIDED | {"route_changed"}
_SETTLED: Final = _GONE | {"in_force", "objection_filed", "appeal_filed"}


def _clock(
    rule: str,
    starts_on: str,
    ends_on: frozenset[str],
    starts_in: frozenset[str] = frozenset(),
) -> ClockDeclaration:
    return ClockDeclaration(
        rule=f"asn.{rule}", starts_on=starts_on, ends_on=ends_on, starts_in=starts_in
    )


CLOCKS: Final = (
    _clock("ppk_followup", "deadline_default", _DECIDED),
    _clock(
        "ppk_exam_report", "deadline_exam_final", _GONE | {"exam_report_sent", "final_report_sent"}
    ),
    _clock("ppk_final_report", "deadline_exam_final", _GONE | {"final_report_sent"}),
    _clock("ppk_fixed_date", "deadline_fixed", _DECIDED),
    _clock("panggilan_1", "summoned", _TURNED | {"examined", "missed_exam"}),
    _clock(
        "panggilan_2", "missed_exam", _TURNED | {"examined", "summoned_again", "examination_closed"}
    ),
    _clock("sk_deliver", "decree_fixed", _GONE | {"sk_received"}),
    _clock("sk_send_if_absent", "handover_missed", _GONE | {"decree_sent", "sk_received"}),
    _clock("sk_effective", "sk_received", _SETTLED, frozenset({"delivered"})),
    _clock("keberatan", "sk_received", _SETTLED, frozenset({"delivered"})),
    _clock("banding_bpasn", "sk_received", _SETTLED, frozenset({"delivered"})),
    _clock("ppk_answer_keberatan", "objection_filed", _GONE | {"objection_decided"}),
    _clock(
        "banding_response", "appeal_copy_received", _GONE | {"appeal_answered", "appeal_decided"}
    ),
    _clock("banding_decision", "appeal_filed", _GONE | {"appeal_decided"}),
)

WINDOWS: Final = frozenset({"asn.keberatan", "asn.banding_bpasn"})
"""Rules of the respondent's own rights: nobody is late when one of these has passed."""
