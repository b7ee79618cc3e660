"""A release on its way: two approvals, the notice, the answer of the other party, the end."""

import pytest

from netralitas.access.domain import Post
from netralitas.workflow.domain import Ask
from netralitas.workflow.posts import (
    COMMISSIONER,
    FOLLOW_UP,
    INVESTIGATOR,
    OTHER_PUBLISHER,
    PUBLISHER,
)
from netralitas.workflow.replay import replay
from netralitas.workflows import current
from tests.workflow.walk import Walk

PUBLICATION = current("publication")
UNPUBLISHED = [state.code for state in PUBLICATION.states if not state.final]


def at(state: str | None, *absent: str) -> Walk:
    return Walk(PUBLICATION, state=state, absent=frozenset(absent))


def notified() -> Walk:
    release = at(None)
    release.step(INVESTIGATOR, "draft", Ask.RESPONDENTS, Ask.SUMMARY)
    release.step(PUBLISHER, "check")
    release.step(COMMISSIONER, "approve_first")
    release.step(COMMISSIONER, "approve_second")
    release.step(PUBLISHER, "notify", Ask.LETTER_OUT, Ask.ANSWER_BY)
    return release


def test_a_release_runs_from_its_draft_to_the_public() -> None:
    release = notified()
    release.step(OTHER_PUBLISHER, "no_objection")
    release.step(PUBLISHER, "publish")
    assert replay(PUBLICATION, release.history) == "published"


@pytest.mark.parametrize(
    ("move", "state"),
    [("check", "drafted"), ("approve_first", "checked"), ("approve_second", "approved_once")],
)
def test_nobody_checks_or_approves_their_own_step(move: str, state: str) -> None:
    assert at(state, "two_persons").refused(COMMISSIONER, move) == ("two_persons",)


def test_two_commissioners_approve_and_nobody_else() -> None:
    for move, state in (("approve_first", "checked"), ("approve_second", "approved_once")):
        assert at(state).refused(PUBLISHER, move) == ("post",)
        assert at(state).refused(INVESTIGATOR, move) == ("post",)


def test_one_approval_is_not_enough_for_the_notice() -> None:
    refused = at("approved_once").refused(PUBLISHER, "notify", Ask.LETTER_OUT, Ask.ANSWER_BY)
    assert refused == ("unlisted",)


def test_the_other_party_is_told_until_when_it_may_answer() -> None:
    assert at("approved").refused(PUBLISHER, "notify") == ("ask.letter_out", "ask.answer_by")
    assert PUBLICATION.move("notify").tells


def test_nothing_is_published_before_the_answer_or_its_time() -> None:
    assert at("notified", "answer_time_over").refused(PUBLISHER, "publish") == ("answer_time_over",)


def test_silence_does_not_block() -> None:
    release = notified()
    release.step(PUBLISHER, "publish")
    assert release.state == "published"


@pytest.mark.parametrize("post", [OTHER_PUBLISHER, FOLLOW_UP])
def test_the_other_party_objects_with_its_reason_and_does_not_block(post: Post) -> None:
    release = notified()
    assert release.refused(post, "objection_raised") == ("ask.reason",)
    objected = release.step(post, "objection_raised", reason="Unit terlalu kecil.")
    assert objected.facts == ("objection_raised",)
    assert release.state == "notified"
    release.step(PUBLISHER, "publish")
    assert release.state == "published"


def test_an_answer_by_letter_is_recorded_with_the_letter() -> None:
    release = notified()
    assert release.refused(PUBLISHER, "no_objection") == ("ask.letter_in",)
    release.step(INVESTIGATOR, "no_objection", Ask.LETTER_IN)
    assert release.state == "notified"


@pytest.mark.parametrize("state", UNPUBLISHED)
def test_a_release_is_abandoned_before_it_is_published_with_a_reason(state: str) -> None:
    release = at(state)
    assert release.refused(COMMISSIONER, "abandon") == ("ask.reason",)
    release.step(PUBLISHER, "abandon", reason="Satu orang dapat dikenali.")
    assert release.state == "abandoned"


def test_a_release_that_goes_back_is_approved_anew() -> None:
    release = notified()
    release.step(PUBLISHER, "return_to_draft", reason="Keberatan diterima.")
    assert release.state == "drafted"
    assert release.refused(PUBLISHER, "publish") == ("unlisted",)


@pytest.mark.parametrize(("move", "end"), [("correct", "corrected"), ("withdraw", "withdrawn")])
def test_a_published_release_is_corrected_or_withdrawn_with_a_reason(move: str, end: str) -> None:
    release = at("published")
    assert release.refused(COMMISSIONER, move) == ("ask.public_reason", "ask.reason")
    release.step(COMMISSIONER, move, Ask.PUBLIC_REASON, reason="Angka keliru.")
    assert release.state == end


def test_only_a_commissioner_withdraws() -> None:
    refused = at("published").refused(PUBLISHER, "withdraw", Ask.PUBLIC_REASON, reason="Keliru.")
    assert refused == ("post",)


def test_a_release_is_drafted_by_hand_and_answered_by_who_followed_up() -> None:
    assert PUBLICATION.by_hand == ("draft",)
    assert PUBLICATION.addressed_as == "discipline"
    assert at(None).refused(INVESTIGATOR, "draft") == ("ask.respondents",)


@pytest.mark.parametrize("workflow", ["publication", "office_publication"])
def test_only_what_the_public_is_told_and_its_end_take_a_second_factor(workflow: str) -> None:
    shown = {move.code for move in current(workflow).moves if move.second_factor}
    assert shown == {"publish", "correct", "withdraw"}
