"""What can be filed against a decree, how a follow-up ends, and what is told by facts alone."""

import pytest

from netralitas.discipline.workflow.states import AFTER_DECREE, OPEN
from netralitas.workflow.domain import Ask, Consequence, Standing
from netralitas.workflow.engine import decide_fact, facts_for
from netralitas.workflow.posts import APPOINTING, COMMISSIONER, FOLLOW_UP, INVESTIGATOR
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflow.replay import replay
from tests.discipline.walks import DECREE, DISCIPLINE, at, delivered

OBJECTIONS = {
    "upheld": "delivered",
    "lightened": "decree_fixed",
    "aggravated": "decree_fixed",
    "changed": "decree_fixed",
    "withdrawn": "annulled",
    "annulled": "annulled",
}
APPEALS = {outcome: state for outcome, state in OBJECTIONS.items() if outcome != "withdrawn"}
PRIVATE = {
    *("choose_ethics", "choose_discipline", "choose_dismissal", "choose_pppk", "choose_non_asn"),
    *("form_council", "summon_ethics", "summon_ethics_again", "hear_ethics", "recommend_ethics"),
    *("record_ethics_absence", "close_ethics_absent"),
    *("form_team", "summon", "summon_again", "examine", "record_absence", "close_absent"),
    *("report_exam", "report_absent", "keep_decree"),
}


@pytest.mark.parametrize(
    ("remedy", "outcome", "state"),
    [
        *(("objection", *item) for item in OBJECTIONS.items()),
        *(("appeal", *item) for item in APPEALS.items()),
    ],
)
def test_every_decision_on_a_remedy_leads_where_it_must(
    remedy: str, outcome: str, state: str
) -> None:
    follow_up = delivered()
    follow_up.step(FOLLOW_UP, f"file_{remedy}")
    move = f"decide_{remedy}_{outcome}"
    if state == "decree_fixed":
        assert follow_up.refused(FOLLOW_UP, move) == ("ask.imposed",)
    decision = follow_up.step(FOLLOW_UP, move, *DECREE)
    assert f"{remedy}_decided" in decision.facts
    assert follow_up.state == state


def test_there_are_six_decisions_on_an_objection_and_five_on_an_appeal() -> None:
    codes = [move.code for move in DISCIPLINE.moves]
    assert len([code for code in codes if code.startswith("decide_objection_")]) == 6
    assert len([code for code in codes if code.startswith("decide_appeal_")]) == 5


def test_a_decree_that_is_upheld_runs_on_to_its_effect() -> None:
    follow_up = delivered()
    follow_up.step(FOLLOW_UP, "file_objection")
    follow_up.step(APPOINTING, "decide_objection_upheld")
    follow_up.step(FOLLOW_UP, "enter_into_force")
    follow_up.step(FOLLOW_UP, "report_back")
    assert replay(DISCIPLINE, follow_up.history) == "reported"


def test_an_annulled_decree_is_reported_too() -> None:
    follow_up = at("annulled")
    follow_up.step(FOLLOW_UP, "report_back")
    assert follow_up.state == "reported"


def test_a_decision_whose_content_is_kept_from_bawaslu_ends_the_clock_and_guesses_nothing() -> None:
    follow_up = delivered()
    follow_up.step(INVESTIGATOR, "file_objection", Ask.LETTER_IN)
    follow_up.tell(INVESTIGATOR, "objection_decided")
    assert (follow_up.state, follow_up.running) == ("objection", set())


@pytest.mark.parametrize("state", sorted(OPEN))
@pytest.mark.parametrize(
    ("move", "end"),
    [
        ("respondent_retired", "respondent_gone"),
        ("respondent_left_service", "respondent_gone"),
        ("respondent_died", "respondent_gone"),
        ("respondent_moved", "respondent_moved"),
    ],
)
def test_the_common_ends_are_reached_from_everywhere_with_a_reason(
    state: str, move: str, end: str
) -> None:
    follow_up = at(state)
    assert follow_up.refused(FOLLOW_UP, move) == ("ask.reason",)
    ended = follow_up.step(FOLLOW_UP, move, reason="Surat keterangan kepegawaian.")
    assert ended.facts == (move,)
    assert ended.move.brings == (Consequence(workflow="compliance", move="end"),)
    assert follow_up.state == end


def test_what_was_reported_is_opened_again_and_watched_again() -> None:
    follow_up = at("reported")
    assert follow_up.refused(FOLLOW_UP, "reopen") == ("ask.reason",)
    decision = follow_up.step(FOLLOW_UP, "reopen", reason="Rekomendasi kedua.")
    assert decision.move.brings == (Consequence(workflow="compliance", move="resume"),)
    assert follow_up.state == "received"


@pytest.mark.parametrize("state", ["received", "examined", "respondent_moved", "passed_on"])
def test_only_bawaslu_hands_on_to_another_office_because_it_opens_the_case_to_it(
    state: str,
) -> None:
    asked = (Ask.FOLLOW_UP_OFFICE, Ask.LETTER_OUT)
    follow_up = at(state)
    assert follow_up.refused(FOLLOW_UP, "hand_on", *asked, reason="Pindah.") == ("post",)
    decision = follow_up.step(COMMISSIONER, "hand_on", *asked, reason="Terlapor pindah.")
    assert [(opened.workflow, opened.move) for opened in decision.move.opens] == [
        ("discipline", "arrive"),
        ("compliance", "watch"),
    ]
    assert {opened.addressed_by for opened in decision.move.opens} == {Ask.FOLLOW_UP_OFFICE}
    assert follow_up.state == "passed_on"


def test_only_working_steps_are_internal_and_every_one_of_them_is() -> None:
    assert {move.code for move in DISCIPLINE.moves if move.internal} == PRIVATE


def test_no_step_that_all_may_read_offers_a_paper_of_the_examination_or_the_decree() -> None:
    private = {Ask.TEAM_DECREE, Ask.EXAM_MINUTES, Ask.EXAM_REPORT, Ask.DECREE}
    for move in DISCIPLINE.moves:
        assert move.internal or not private & {*move.asks, *move.may_ask}, move.code


def test_the_copy_of_the_decree_is_kept_by_the_office_alone() -> None:
    follow_up = at("delivered")
    assert follow_up.refused(INVESTIGATOR, "keep_decree", Ask.DECREE) == ("post",)
    follow_up.step(FOLLOW_UP, "keep_decree", Ask.DECREE)
    assert follow_up.state == "delivered"


@pytest.mark.parametrize("state", [state.code for state in DISCIPLINE.states])
def test_nobody_is_released_from_duty_before_an_examination_began(state: str) -> None:
    standing = Standing(state=state, posts=frozenset({FOLLOW_UP}))
    if state in {"examined", "exam_reported"}:
        assert decide_fact(DISCIPLINE, standing, "released_from_duty").ends == ()
    else:
        with pytest.raises(MoveRefused):
            decide_fact(DISCIPLINE, standing, "released_from_duty")


def test_one_who_was_never_examined_does_not_reach_the_report_of_an_examination() -> None:
    assert DISCIPLINE.move("report_exam").sources == {"examined"}
    assert DISCIPLINE.move("report_absent").target is None


@pytest.mark.parametrize("state", sorted(AFTER_DECREE))
def test_a_punishment_is_recorded_in_the_register_of_bkn_after_its_decree(state: str) -> None:
    follow_up = at(state)
    follow_up.tell(INVESTIGATOR, "recorded_idis")
    assert follow_up.state == state


def test_the_term_is_served_after_the_report_too() -> None:
    follow_up = at("reported")
    follow_up.tell(FOLLOW_UP, "term_served")
    assert follow_up.state == "reported"


@pytest.mark.parametrize("state", sorted(OPEN))
def test_the_official_may_change_at_any_time(state: str) -> None:
    standing = Standing(state=state, posts=frozenset({FOLLOW_UP}))
    assert "official_changed" in {fact.code for fact in facts_for(DISCIPLINE, standing)}
