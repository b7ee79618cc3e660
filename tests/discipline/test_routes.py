"""The follow-up walked once for each route, from the hand-over to the report."""

import pytest

from netralitas.discipline.workflow.states import ON_A_ROUTE
from netralitas.workflow.domain import Ask
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR, LIAISON
from netralitas.workflow.replay import replay
from tests.discipline.walks import (
    DECREE,
    DISCIPLINE,
    SUMMONS,
    arrived,
    at,
    delivered,
    received,
    summoned,
)

CONSEQUENCES = [("compliance", "end")]


def test_the_discipline_route_runs_from_the_hand_over_to_the_report() -> None:
    follow_up = delivered()
    follow_up.step(FOLLOW_UP, "enter_into_force")
    last = follow_up.step(FOLLOW_UP, "report_back", Ask.LETTER_OUT)
    assert follow_up.state == "reported"
    assert [(brought.workflow, brought.move) for brought in last.move.brings] == CONSEQUENCES
    assert replay(DISCIPLINE, follow_up.history) == "reported"
    assert follow_up.running == set()


def test_one_who_stays_away_twice_is_decided_on_with_the_evidence_there_is() -> None:
    follow_up = summoned()
    follow_up.step(FOLLOW_UP, "record_absence")
    assert follow_up.state == "summoned"
    follow_up.step(FOLLOW_UP, "summon_again", *SUMMONS)
    follow_up.step(FOLLOW_UP, "record_absence")
    follow_up.step(FOLLOW_UP, "close_absent")
    follow_up.step(FOLLOW_UP, "report_absent", Ask.EXAM_REPORT)
    assert follow_up.state == "absent"
    follow_up.step(APPOINTING, "fix_decree", *DECREE)
    assert follow_up.state == "decree_fixed"


def test_an_absence_is_not_closed_before_the_second_summons() -> None:
    assert summoned().refused(FOLLOW_UP, "close_absent") == ("unlisted",)


def test_one_who_comes_after_the_second_summons_is_examined() -> None:
    follow_up = summoned()
    follow_up.step(FOLLOW_UP, "summon_again", *SUMMONS)
    follow_up.step(FOLLOW_UP, "examine")
    assert follow_up.state == "examined"


def test_the_ethics_route_ends_in_a_moral_sanction() -> None:
    follow_up = received()
    follow_up.step(FOLLOW_UP, "choose_ethics", Ask.TEAM_DECREE)
    follow_up.step(FOLLOW_UP, "form_council")
    follow_up.step(FOLLOW_UP, "summon_ethics", *SUMMONS)
    follow_up.step(FOLLOW_UP, "hear_ethics", Ask.EXAM_MINUTES)
    follow_up.step(FOLLOW_UP, "recommend_ethics")
    assert follow_up.refused(APPOINTING, "state_moral") == ("ask.imposed",)
    follow_up.step(APPOINTING, "state_moral", *DECREE)
    follow_up.step(FOLLOW_UP, "report_back")
    assert replay(DISCIPLINE, follow_up.history) == "reported"
    assert follow_up.running == set()


def test_the_ethics_council_decides_on_one_who_stays_away_twice() -> None:
    follow_up = received()
    follow_up.step(FOLLOW_UP, "choose_ethics")
    follow_up.step(FOLLOW_UP, "summon_ethics", *SUMMONS)
    follow_up.step(FOLLOW_UP, "record_ethics_absence")
    assert follow_up.refused(FOLLOW_UP, "close_ethics_absent") == ("unlisted",)
    follow_up.step(FOLLOW_UP, "summon_ethics_again", *SUMMONS)
    follow_up.step(FOLLOW_UP, "record_ethics_absence")
    follow_up.step(FOLLOW_UP, "close_ethics_absent")
    follow_up.step(FOLLOW_UP, "state_moral", Ask.IMPOSED)
    assert follow_up.state == "moral_stated"


@pytest.mark.parametrize(
    ("route", "state"),
    [
        ("choose_dismissal", "dismissal_proposed"),
        ("choose_pppk", "pppk_review"),
        ("choose_non_asn", "unit_review"),
    ],
)
def test_every_further_route_leads_to_a_decree(route: str, state: str) -> None:
    follow_up = received()
    follow_up.step(FOLLOW_UP, route)
    assert follow_up.state == state
    follow_up.step(APPOINTING, "fix_decree", *DECREE)
    follow_up.step(FOLLOW_UP, "deliver")
    follow_up.step(FOLLOW_UP, "enter_into_force")
    follow_up.step(FOLLOW_UP, "report_back")
    assert replay(DISCIPLINE, follow_up.history) == "reported"


def test_a_pppk_may_be_examined_as_a_pns_is() -> None:
    follow_up = received()
    follow_up.step(FOLLOW_UP, "choose_pppk")
    follow_up.step(FOLLOW_UP, "summon", *SUMMONS)
    follow_up.step(FOLLOW_UP, "examine")
    follow_up.step(FOLLOW_UP, "fix_decree", Ask.IMPOSED)
    assert follow_up.state == "decree_fixed"


@pytest.mark.parametrize("state", ["arrived", "received"])
def test_who_has_another_appointing_official_is_passed_on_by_letter(state: str) -> None:
    follow_up = at(state)
    assert follow_up.refused(FOLLOW_UP, "pass_on") == ("ask.letter_out",)
    passed = follow_up.step(FOLLOW_UP, "pass_on", Ask.LETTER_OUT)
    assert follow_up.state == "passed_on"
    assert [(brought.workflow, brought.move) for brought in passed.move.brings] == CONSEQUENCES


@pytest.mark.parametrize("state", sorted(ON_A_ROUTE))
def test_a_route_is_changed_before_the_decree_and_with_a_reason(state: str) -> None:
    follow_up = at(state)
    assert follow_up.refused(FOLLOW_UP, "change_route") == ("ask.reason",)
    follow_up.step(FOLLOW_UP, "change_route", reason="Majelis menilai ini pelanggaran disiplin.")
    assert follow_up.state == "received"


@pytest.mark.parametrize("state", ["arrived", "received", "examination_team", "summoned"])
def test_there_is_no_decree_before_an_examination_or_two_absences(state: str) -> None:
    assert at(state).refused(APPOINTING, "fix_decree", *DECREE) == ("unlisted",)


def test_a_decree_may_not_be_dated_before_what_it_rests_on() -> None:
    held = DISCIPLINE.move("fix_decree").not_before
    assert {"examined", "missed_exam", "exam_reported"} <= held
    assert DISCIPLINE.move("deliver").not_before == {"decree_fixed"}
    assert "sk_received" in DISCIPLINE.move("enter_into_force").not_before


def test_the_number_of_a_decree_that_nobody_told_is_left_out_and_not_made_up() -> None:
    follow_up = at("examined")
    follow_up.step(INVESTIGATOR, "fix_decree", Ask.IMPOSED, Ask.LETTER_IN)
    assert follow_up.state == "decree_fixed"


@pytest.mark.parametrize(
    "state", ["examined", "absent", "exam_reported", "ethics_heard", "unit_review"]
)
def test_not_proven_is_reported_as_well(state: str) -> None:
    follow_up = at(state)
    follow_up.step(APPOINTING, "find_not_proven")
    follow_up.step(FOLLOW_UP, "report_back")
    assert follow_up.state == "reported"


def test_what_bawaslu_learns_by_letter_it_records_with_the_letter() -> None:
    follow_up = arrived()
    for move, asked in (
        ("receive", (Ask.LETTER_DEADLINE,)),
        ("choose_discipline", ()),
        ("examine", ()),
        ("fix_decree", (Ask.IMPOSED,)),
        ("deliver", ()),
        ("enter_into_force", ()),
        ("report_back", ()),
    ):
        assert follow_up.refused(INVESTIGATOR, move, *asked) == ("ask.letter_in",)
        follow_up.step(INVESTIGATOR, move, *asked, Ask.LETTER_IN)
    assert follow_up.state == "reported"


def test_the_authority_hands_over_and_decides_nothing() -> None:
    follow_up = received()
    for move in DISCIPLINE.moves:
        if "received" in move.sources:
            refused = follow_up.refusal(LIAISON, move.code, *Ask, reason="Tidak berwenang.")
            assert refused.rules == ("post",)
