"""What runs in other bodies: opened, heard of, ended with an outcome."""

import pytest

from netralitas.investigation.words import threads as words
from netralitas.workflow.domain import Ask, RunsOn
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR
from netralitas.workflow.replay import replay
from netralitas.workflows import current
from tests.workflow.walk import Walk

THREADS = ("criminal", "organiser_ethics", "litigation")
OUTCOMES = [
    ("criminal", "proven"),
    ("criminal", "not_proven"),
    ("criminal", "stopped"),
    ("organiser_ethics", "sanctioned"),
    ("organiser_ethics", "not_proven"),
    ("organiser_ethics", "stopped"),
    ("litigation", "granted"),
    ("litigation", "rejected"),
    ("litigation", "withdrawn"),
]


def opened(code: str) -> Walk:
    thread = Walk(current(code))
    thread.step(INVESTIGATOR, "open")
    return thread


@pytest.mark.parametrize(("code", "outcome"), OUTCOMES)
def test_a_thread_is_opened_hears_of_events_and_ends_with_its_outcome(
    code: str, outcome: str
) -> None:
    thread = opened(code)
    thread.tell(INVESTIGATOR, "developed", reason="Sidang pertama.")
    thread.tell(INVESTIGATOR, "foreign_number_recorded", Ask.FOREIGN_NUMBER)
    assert thread.state == "opened"
    thread.step(COMMISSIONER, f"end_{outcome}", Ask.LETTER_IN)
    assert replay(current(code), thread.history) == outcome


@pytest.mark.parametrize("code", THREADS)
def test_no_outcome_is_left_out(code: str) -> None:
    ends = {state.code for state in current(code).states if state.final}
    assert ends == {outcome for thread, outcome in OUTCOMES if thread == code}


@pytest.mark.parametrize("code", THREADS)
def test_a_thread_runs_on_a_case_or_on_a_respondent_and_is_opened_by_hand(code: str) -> None:
    assert current(code).runs_on is RunsOn.EITHER
    assert current(code).by_hand == ("open",)
    assert Ask.RESPONDENTS in current(code).move("open").may_ask


@pytest.mark.parametrize(("code", "outcome"), OUTCOMES)
def test_an_ended_thread_is_opened_again_with_a_reason(code: str, outcome: str) -> None:
    thread = Walk(current(code), state=outcome)
    assert thread.refused(INVESTIGATOR, "reopen") == ("ask.reason",)
    thread.step(INVESTIGATOR, "reopen", reason="Upaya hukum.")
    assert thread.state == "opened"


@pytest.mark.parametrize("code", THREADS)
def test_a_receiver_opens_and_ends_no_thread(code: str) -> None:
    assert Walk(current(code)).refused(FOLLOW_UP, "open") == ("post",)


@pytest.mark.parametrize("code", THREADS)
def test_an_event_elsewhere_is_told_in_words(code: str) -> None:
    thread = opened(code)
    assert "developed" in {fact.code for fact in thread.workflow.facts}
    assert words.waiting(thread.workflow.state("opened")).startswith("Menunggu")
