"""The pressure line of one respondent: letters, warnings, the block, and how it ends."""

import pytest

from netralitas.referral.words import compliance as words
from netralitas.workflow.domain import Ask, Standing
from netralitas.workflow.engine import options
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR, LIAISON
from netralitas.workflow.replay import replay
from netralitas.workflows import current
from tests.workflow.walk import Walk

COMPLIANCE = current("compliance")
OPEN = sorted(state.code for state in COMPLIANCE.states if not state.final)


def at(state: str | None) -> Walk:
    return Walk(COMPLIANCE, state=state)


def test_the_line_runs_from_the_watch_to_the_block_and_back() -> None:
    line = at(None)
    line.step(LIAISON, "watch")
    line.step(INVESTIGATOR, "remind", Ask.LETTER_OUT)
    line.step(INVESTIGATOR, "remind", Ask.LETTER_OUT)
    line.step(LIAISON, "warn")
    line.step(LIAISON, "warn")
    line.step(LIAISON, "block")
    line.step(LIAISON, "unblock")
    line.be_brought("end")
    assert line.state == "ended"
    assert replay(COMPLIANCE, line.history) == "ended"


def test_a_reminder_is_a_letter_of_bawaslu_on_article_10() -> None:
    line = at("watching")
    assert line.refused(LIAISON, "remind", Ask.LETTER_OUT) == ("post",)
    assert line.refused(INVESTIGATOR, "remind") == ("ask.letter_out",)
    basis = {article.code for article in COMPLIANCE.move("remind").basis}
    assert "Perbawaslu 6/2018 Pasal 10" in basis


@pytest.mark.parametrize(("move", "state"), [("warn", "watching"), ("block", "warned")])
def test_bawaslu_records_the_pressure_of_the_authority_only_with_its_letter(
    move: str, state: str
) -> None:
    assert at(state).refused(INVESTIGATOR, move) == ("ask.letter_in",)
    line = at(state)
    line.step(INVESTIGATOR, move, Ask.LETTER_IN)
    assert line.state == COMPLIANCE.move(move).target


def test_no_step_is_forced_before_a_block() -> None:
    line = at("watching")
    line.step(LIAISON, "block")
    assert line.state == "blocked"


def test_a_reminder_after_a_warning_is_a_fact_and_lifts_nothing() -> None:
    line = at("warned")
    assert line.refused(INVESTIGATOR, "remind", Ask.LETTER_OUT) == ("unlisted",)
    line.tell(INVESTIGATOR, "reminded_further", Ask.LETTER_OUT)
    assert line.state == "warned"


def test_due_and_overdue_are_no_states_and_have_no_clock_here() -> None:
    assert COMPLIANCE.clocks == ()
    assert not {state.code for state in COMPLIANCE.states} & {"due", "overdue", "late"}


@pytest.mark.parametrize("state", OPEN)
def test_the_end_comes_with_the_follow_up_and_is_no_button(state: str) -> None:
    line = at(state)
    for post in (INVESTIGATOR, COMMISSIONER, LIAISON, FOLLOW_UP):
        offered = options(COMPLIANCE, Standing(state=state, posts=frozenset({post})))
        assert not {"end", "resume"} & {option.move.code for option in offered}
        assert line.refused(post, "end") == ("post",)
    line.be_brought("end")
    assert line.state == "ended"


def test_a_follow_up_that_is_opened_again_is_watched_again() -> None:
    line = at("ended")
    line.be_brought("resume")
    assert line.state == "watching"


def test_a_commissioner_stops_the_watch_with_a_reason() -> None:
    line = at("blocked")
    assert line.refused(COMMISSIONER, "close") == ("ask.reason",)
    assert line.refused(INVESTIGATOR, "close", reason="Perkara lama.") == ("post",)
    line.step(COMMISSIONER, "close", reason="Perkara lama.")
    assert line.state == "ended"


def test_the_words_say_what_is_waited_for() -> None:
    assert words.waiting(COMPLIANCE.state("warned")) == "Menunggu jawaban atas teguran"
    assert words.waiting(COMPLIANCE.state("ended")) == "Pemantauan berakhir"
