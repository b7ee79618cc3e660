"""The deadlines of the follow-up start and end with the facts that the law names."""

import pytest

from netralitas.workflow.domain import Ask
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR
from tests.discipline.walks import (
    DEADLINES,
    DECREE,
    SUMMONS,
    at,
    decreed,
    delivered,
    received,
    summoned,
)


@pytest.mark.parametrize(("deadline", "rules"), sorted(DEADLINES.items()))
def test_the_letter_names_its_own_kind_of_deadline(deadline: str, rules: set[str]) -> None:
    assert received(deadline).running == rules


def test_a_letter_without_a_recorded_deadline_starts_none() -> None:
    follow_up = at("arrived")
    follow_up.step(FOLLOW_UP, "receive", Ask.LETTER_DEADLINE)
    assert follow_up.running == set()


def test_the_two_clocks_of_one_letter_end_apart() -> None:
    follow_up = received("deadline_exam_final")
    follow_up.step(FOLLOW_UP, "choose_discipline")
    follow_up.step(FOLLOW_UP, "examine")
    assert follow_up.running == {"asn.ppk_exam_report", "asn.ppk_final_report"}
    follow_up.tell(FOLLOW_UP, "exam_report_sent")
    assert follow_up.running == {"asn.ppk_final_report"}
    follow_up.tell(INVESTIGATOR, "final_report_sent")
    assert follow_up.running == set()


@pytest.mark.parametrize("deadline", ["deadline_default", "deadline_fixed"])
def test_a_decision_ends_the_deadline_to_act(deadline: str) -> None:
    for decision in ("fix_decree", "find_not_proven"):
        follow_up = received(deadline)
        follow_up.step(FOLLOW_UP, "choose_non_asn")
        follow_up.step(APPOINTING, decision, *DECREE)
        assert not follow_up.running & DEADLINES[deadline]


def test_the_summons_counts_to_the_examination_and_the_second_from_the_missed_day() -> None:
    follow_up = summoned()
    assert "asn.panggilan_1" in follow_up.running
    follow_up.step(FOLLOW_UP, "record_absence")
    assert "asn.panggilan_1" not in follow_up.running
    assert "asn.panggilan_2" in follow_up.running
    follow_up.step(FOLLOW_UP, "summon_again", *SUMMONS)
    assert "asn.panggilan_2" not in follow_up.running


def test_the_ethics_summons_starts_no_clock_of_the_discipline() -> None:
    follow_up = at("ethics_council")
    follow_up.step(FOLLOW_UP, "summon_ethics", *SUMMONS)
    assert follow_up.running == set()


def test_a_change_of_route_stops_the_summons_and_keeps_the_deadline_of_the_letter() -> None:
    follow_up = summoned()
    follow_up.step(FOLLOW_UP, "change_route", reason="Ternyata PPPK.")
    assert follow_up.running == {"asn.ppk_followup"}


def test_the_decree_is_delivered_in_time_and_then_counts_to_its_effect() -> None:
    follow_up = decreed()
    assert follow_up.running == {"asn.sk_deliver"}
    follow_up.tell(FOLLOW_UP, "handover_missed")
    assert follow_up.running == {"asn.sk_deliver", "asn.sk_send_if_absent"}
    follow_up.tell(FOLLOW_UP, "decree_sent")
    assert follow_up.running == {"asn.sk_deliver"}
    follow_up.step(FOLLOW_UP, "deliver")
    assert follow_up.running == {"asn.sk_effective", "asn.keberatan", "asn.banding_bpasn"}
    follow_up.step(FOLLOW_UP, "enter_into_force")
    assert follow_up.running == set()


def test_a_receipt_learnt_after_the_effect_starts_nothing() -> None:
    assert at("in_force").tell(FOLLOW_UP, "sk_received").starts == ()
    started = at("delivered").tell(FOLLOW_UP, "sk_received").starts
    assert {clock.rule for clock in started} == {
        "asn.sk_effective",
        "asn.keberatan",
        "asn.banding_bpasn",
    }


def test_an_objection_stops_the_effect_and_waits_for_its_decision() -> None:
    follow_up = delivered()
    follow_up.step(FOLLOW_UP, "file_objection")
    assert follow_up.running == {"asn.ppk_answer_keberatan"}
    follow_up.step(APPOINTING, "decide_objection_upheld")
    assert follow_up.running == set()


def test_an_appeal_waits_for_bpasn_and_the_answer_from_the_day_the_copy_came() -> None:
    follow_up = delivered()
    follow_up.step(FOLLOW_UP, "file_appeal")
    assert follow_up.running == {"asn.banding_decision"}
    follow_up.tell(APPOINTING, "appeal_copy_received")
    assert follow_up.running == {"asn.banding_decision", "asn.banding_response"}
    follow_up.tell(APPOINTING, "appeal_answered")
    follow_up.step(FOLLOW_UP, "decide_appeal_annulled")
    assert follow_up.running == set()


def test_a_new_decree_after_an_objection_has_to_be_delivered_again() -> None:
    follow_up = delivered()
    follow_up.step(FOLLOW_UP, "file_objection")
    follow_up.step(APPOINTING, "decide_objection_lightened", *DECREE)
    assert follow_up.running == {"asn.sk_deliver"}


@pytest.mark.parametrize(
    "end",
    ["respondent_retired", "respondent_left_service", "respondent_died", "respondent_moved"],
)
def test_no_deadline_outlives_the_respondent(end: str) -> None:
    for follow_up in (received("deadline_exam_final"), summoned(), delivered()):
        assert follow_up.running
        follow_up.step(FOLLOW_UP, end, reason="Surat keterangan kepegawaian.")
        assert follow_up.running == set()
