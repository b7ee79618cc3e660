"""Follow-ups at known points, reached by the moves that lead there."""

from netralitas.workflow.domain import Ask
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, LIAISON
from netralitas.workflows import current
from tests.workflow.walk import Walk

DISCIPLINE = current("discipline")
SUMMONS = (Ask.LETTER_OUT, Ask.EXAM_ON)
DECREE = (Ask.IMPOSED, Ask.DECREE_NUMBER)
DEADLINES = {
    "deadline_default": {"asn.ppk_followup"},
    "deadline_exam_final": {"asn.ppk_exam_report", "asn.ppk_final_report"},
    "deadline_fixed": {"asn.ppk_fixed_date"},
}


def at(state: str | None) -> Walk:
    return Walk(DISCIPLINE, state=state)


def arrived() -> Walk:
    follow_up = at(None)
    follow_up.step(LIAISON, "arrive")
    return follow_up


def received(deadline: str = "deadline_default") -> Walk:
    follow_up = arrived()
    follow_up.step(FOLLOW_UP, "receive", Ask.LETTER_DEADLINE, states=frozenset({deadline}))
    return follow_up


def summoned() -> Walk:
    follow_up = received()
    follow_up.step(FOLLOW_UP, "choose_discipline")
    follow_up.step(FOLLOW_UP, "form_team", Ask.TEAM_DECREE)
    follow_up.step(FOLLOW_UP, "summon", *SUMMONS)
    return follow_up


def examined() -> Walk:
    follow_up = summoned()
    follow_up.step(FOLLOW_UP, "examine", Ask.EXAM_MINUTES)
    return follow_up


def decreed() -> Walk:
    follow_up = examined()
    follow_up.step(FOLLOW_UP, "report_exam", Ask.EXAM_REPORT)
    follow_up.step(APPOINTING, "fix_decree", *DECREE)
    return follow_up


def delivered() -> Walk:
    follow_up = decreed()
    follow_up.step(FOLLOW_UP, "deliver", Ask.DELIVERY_RECEIPT)
    return follow_up
