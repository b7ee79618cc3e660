"""Facts change no state, and have their place and their people too."""

from dataclasses import replace

import pytest

from netralitas.workflow.domain import Ask, ClockDeclaration, Standing
from netralitas.workflow.engine import decide_fact, facts_for
from netralitas.workflow.refusals import MoveRefused
from tests.workflow.toy import OPEN, WORKFLOW


def test_a_fact_keeps_the_state_and_moves_the_clocks_that_wait_for_it() -> None:
    statement = decide_fact(WORKFLOW, OPEN, "seen", {Ask.LETTER_IN})
    assert statement.fact.code == "seen"
    assert [clock.rule for clock in statement.ends] == ["work"]


@pytest.mark.parametrize(
    ("code", "standing", "rules"),
    [
        ("seen", OPEN, ("ask.letter_in",)),
        ("seen", replace(OPEN, state="done"), ("unlisted", "ask.letter_in")),
        ("noted", OPEN, ("post",)),
        ("told", OPEN, ("ask.reason",)),
        ("unheard", OPEN, ("unlisted",)),
        ("told", replace(OPEN, state=None), ("unlisted", "ask.reason")),
    ],
)
def test_a_fact_out_of_place_is_refused(
    code: str, standing: Standing, rules: tuple[str, ...]
) -> None:
    with pytest.raises(MoveRefused) as caught:
        decide_fact(WORKFLOW, standing, code)
    assert caught.value.rules == rules


def test_the_facts_on_offer_are_those_that_may_be_recorded_now() -> None:
    assert [fact.code for fact in facts_for(WORKFLOW, OPEN)] == ["seen", "told"]
    assert [fact.code for fact in facts_for(WORKFLOW, replace(OPEN, state="done"))] == ["told"]


def test_a_fact_starts_a_clock_only_where_the_clock_may_still_start() -> None:
    assert [clock.rule for clock in told_in("open")] == ["answer"]
    assert [clock.rule for clock in told_in("old")] == ["answer", "late"]


def test_nothing_starts_on_a_proceeding_at_its_end() -> None:
    assert told_in("done") == ()


def told_in(state: str) -> tuple[ClockDeclaration, ...]:
    return decide_fact(WORKFLOW, replace(OPEN, state=state), "told", reason="Karena.").starts
