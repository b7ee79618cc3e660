"""Cases at known points of Bawaslu's handling, reached by the moves that lead there."""

from netralitas.workflow.domain import Ask, Consequence
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR
from netralitas.workflows import current
from tests.workflow.walk import Walk

HANDLING = current("handling")
PACKAGE = (Ask.LETTER_OUT, Ask.RESPONDENTS, Ask.ADDRESSEE)
FORWARDED = (Consequence(workflow="referral", move="send", addressed_by=Ask.ADDRESSEE),)


def at(state: str | None) -> Walk:
    return Walk(HANDLING, state=state)


def reported() -> Walk:
    case = at(None)
    case.step(INVESTIGATOR, "receive_report")
    return case


def studied() -> Walk:
    case = reported()
    case.step(INVESTIGATOR, "start_preliminary_study")
    case.step(INVESTIGATOR, "finish_preliminary_study", Ask.PRELIMINARY_STUDY)
    return case


def registered() -> Walk:
    case = studied()
    case.step(INVESTIGATOR, "register", Ask.REGISTER_NUMBER)
    return case


def in_plenary() -> Walk:
    case = registered()
    case.step(INVESTIGATOR, "start_clarification")
    case.step(INVESTIGATOR, "finish_clarification")
    case.step(INVESTIGATOR, "submit_to_plenary", Ask.STUDY)
    return case


def decided() -> Walk:
    case = in_plenary()
    case.step(COMMISSIONER, "decide_other_law", Ask.MINUTES)
    return case


def closed() -> Walk:
    case = decided()
    case.step(INVESTIGATOR, "forward", *PACKAGE)
    case.step(INVESTIGATOR, "announce_status")
    case.step(INVESTIGATOR, "close")
    return case
