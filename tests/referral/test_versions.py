"""Version 1 of `referral` stays as it was; 2 leads on to the follow-up, 3 adds days and doubts."""

import pytest

from netralitas.referral.workflow import REFERRAL_V1, REFERRAL_V2, REFERRAL_V3
from netralitas.referral.workflow.states import OPEN, WITH_AUTHORITY
from netralitas.workflow.domain import Ask, Consequence
from netralitas.workflow.posts import FOLLOW_UP, INVESTIGATOR, LIAISON
from netralitas.workflow.replay import ReplayError, replay
from netralitas.workflows import current, workflow
from tests.workflow.walk import Walk

WATCH = Consequence(workflow="compliance", move="watch")
OLD = (
    ("send", None, "forwarded"),
    ("receive", "forwarded", "received"),
    ("recommend", "received", "recommended"),
)


def test_new_referrals_open_on_version_3_and_old_ones_find_theirs() -> None:
    assert current("referral") is REFERRAL_V3
    assert workflow("referral", 2) is REFERRAL_V2
    assert workflow("referral", 1) is REFERRAL_V1


def test_version_3_changes_only_what_hands_over_and_what_answers() -> None:
    changed = {move.code for move in REFERRAL_V3.moves if move not in REFERRAL_V2.moves}
    hands_over = {"send", "take_over", "forward_again", "reopen"}
    assert changed == hands_over | {"recommend", "find_not_proven", "return", "reject"}
    assert REFERRAL_V3.states == REFERRAL_V2.states


def test_an_answer_asked_for_by_a_day_starts_a_clock_which_any_answer_ends() -> None:
    referral = Walk(REFERRAL_V3, state="returned")
    asked = frozenset({"answer_awaited"})
    decision = referral.step(INVESTIGATOR, "forward_again", Ask.LETTER_OUT, states=asked)
    assert [clock.rule for clock in decision.starts] == ["asn.package_answer"]
    ended = referral.step(LIAISON, "receive")
    assert "asn.package_answer" in [clock.rule for clock in ended.ends]


def test_without_such_a_day_no_clock_runs() -> None:
    referral = Walk(REFERRAL_V3, state="returned")
    assert referral.step(INVESTIGATOR, "forward_again", Ask.LETTER_OUT).starts == ()


def test_the_history_of_an_old_referral_leads_to_the_same_state_in_both() -> None:
    assert replay(REFERRAL_V1, OLD) == replay(REFERRAL_V2, OLD) == "recommended"


def test_a_history_of_version_2_is_none_of_version_1() -> None:
    taken = (OLD[0], ("take_up", "forwarded", "taken_up"))
    assert replay(REFERRAL_V2, taken) == "taken_up"
    with pytest.raises(ReplayError, match="no move take_up"):
        replay(REFERRAL_V1, taken)


def test_version_2_shares_every_piece_of_version_1_but_the_recommendation() -> None:
    changed = {move.code for move in REFERRAL_V1.moves if move not in REFERRAL_V2.moves}
    added = {move.code for move in REFERRAL_V2.moves} - {move.code for move in REFERRAL_V1.moves}
    assert (changed, added) == ({"recommend"}, {"take_up"})
    assert REFERRAL_V1.states == REFERRAL_V2.states[:-1]
    assert REFERRAL_V1.facts is REFERRAL_V2.facts


def test_an_old_recommendation_asks_for_no_office_and_opens_nothing() -> None:
    referral = Walk(REFERRAL_V1, state="received")
    decision = referral.step(LIAISON, "recommend", Ask.RECOMMENDED, Ask.LETTER_IN)
    assert decision.move.opens == ()


def test_a_recommendation_opens_the_follow_up_at_the_office_it_names_and_the_watch() -> None:
    referral = Walk(REFERRAL_V2, state="received")
    refusal = referral.refusal(LIAISON, "recommend", Ask.RECOMMENDED, Ask.LETTER_IN)
    assert refusal.rules == ("ask.follow_up_office",)
    decision = referral.step(
        LIAISON, "recommend", Ask.RECOMMENDED, Ask.LETTER_IN, Ask.FOLLOW_UP_OFFICE
    )
    arrive = Consequence(workflow="discipline", move="arrive", addressed_by=Ask.FOLLOW_UP_OFFICE)
    assert decision.move.opens == (arrive, WATCH)


@pytest.mark.parametrize("state", sorted(WITH_AUTHORITY))
def test_an_office_that_was_addressed_directly_takes_up_the_matter(state: str) -> None:
    referral = Walk(REFERRAL_V2, state=state)
    decision = referral.step(FOLLOW_UP, "take_up")
    assert referral.state == "taken_up"
    assert decision.move.opens == (Consequence(workflow="discipline", move="arrive"), WATCH)


def test_taking_up_stops_the_deadlines_of_the_authority() -> None:
    referral = Walk(REFERRAL_V2, state="forwarded")
    referral.step(FOLLOW_UP, "receive")
    assert referral.running == {"asn.sbt_verify"}
    referral.step(FOLLOW_UP, "take_up")
    assert referral.running == set()


def test_bawaslu_records_the_taking_up_of_an_outside_office_only_with_its_letter() -> None:
    referral = Walk(REFERRAL_V2, state="forwarded")
    assert referral.refused(INVESTIGATOR, "take_up") == ("ask.letter_in",)
    referral.step(INVESTIGATOR, "take_up", Ask.LETTER_IN)
    assert referral.state == "taken_up"


def test_an_authority_cannot_take_up_what_the_employer_must_decide() -> None:
    assert Walk(REFERRAL_V2, state="received").refused(LIAISON, "take_up") == ("post",)


def test_a_returned_referral_is_sent_again_before_anybody_takes_it_up() -> None:
    assert {"returned"} == OPEN - REFERRAL_V2.move("take_up").sources
