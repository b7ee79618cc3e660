"""Version 1 of `discipline` and `compliance` stays as it was; version 2 asks, and goes further."""

from netralitas.discipline.workflow import DISCIPLINE_V1, DISCIPLINE_V2
from netralitas.referral.workflow.compliance import COMPLIANCE_V1
from netralitas.referral.workflow.escalation import COMPLIANCE_V2
from netralitas.workflow.domain import Ask
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR, LIAISON
from netralitas.workflow.replay import replay
from netralitas.workflows import current, workflow
from tests.workflow.walk import Walk

OLD = (
    ("arrive", None, "arrived"),
    ("receive", "arrived", "received"),
    ("choose_discipline", "received", "examination_team"),
    ("summon", "examination_team", "summoned"),
    ("examine", "summoned", "examined"),
    ("fix_decree", "examined", "decree_fixed"),
)


def test_new_follow_ups_open_on_version_2_and_old_ones_find_theirs() -> None:
    assert current("discipline") is DISCIPLINE_V2
    assert current("compliance") is COMPLIANCE_V2
    assert workflow("discipline", 1) is DISCIPLINE_V1
    assert workflow("compliance", 1) is COMPLIANCE_V1


def test_an_old_history_leads_to_the_same_state_in_both() -> None:
    assert replay(DISCIPLINE_V1, OLD) == replay(DISCIPLINE_V2, OLD) == "decree_fixed"


def test_version_2_has_every_state_move_and_fact_of_version_1_and_no_clock_more() -> None:
    assert DISCIPLINE_V2.states == DISCIPLINE_V1.states
    assert DISCIPLINE_V2.clocks == DISCIPLINE_V1.clocks
    for old, new in ((DISCIPLINE_V1, DISCIPLINE_V2), (COMPLIANCE_V1, COMPLIANCE_V2)):
        for kind in ("states", "moves", "facts"):
            codes = {item.code for item in getattr(new, kind)}
            assert {item.code for item in getattr(old, kind)} <= codes


def test_version_1_asks_about_nothing() -> None:
    summons = Walk(DISCIPLINE_V1, state="examination_team", absent=frozenset({"exam_gap_kept"}))
    summons.step(FOLLOW_UP, "summon", Ask.LETTER_OUT, Ask.EXAM_ON)
    served = Walk(DISCIPLINE_V1, state="in_force", absent=frozenset({"term_over"}))
    served.tell(FOLLOW_UP, "term_served")


def test_what_is_probably_wrong_is_refused_by_its_own_name() -> None:
    lacking = frozenset({"exam_gap_kept", "ethics_notice_kept", "sanction_in_force"})
    summons = Walk(DISCIPLINE_V2, state="examination_team", absent=lacking)
    asked = (Ask.LETTER_OUT, Ask.EXAM_ON)
    assert summons.refused(FOLLOW_UP, "summon", *asked) == ("exam_gap_kept",)
    session = Walk(DISCIPLINE_V2, state="ethics_council", absent=lacking)
    assert session.refused(FOLLOW_UP, "summon_ethics", *asked) == ("ethics_notice_kept",)
    decree = Walk(DISCIPLINE_V2, state="examined", absent=lacking)
    assert decree.refused(APPOINTING, "fix_decree", Ask.IMPOSED) == ("sanction_in_force",)


def test_everything_that_is_asked_about_can_be_passed_with_a_reason() -> None:
    assert all(item.overridable for item in DISCIPLINE_V2.requirements)


def test_whoever_imposes_may_say_who_signed_and_nobody_must() -> None:
    signing = {move.code for move in DISCIPLINE_V2.moves if Ask.SIGNED_BY in move.may_ask}
    assert "fix_decree" in signing
    assert "state_moral" not in signing
    assert not [move.code for move in DISCIPLINE_V2.moves if Ask.SIGNED_BY in move.asks]


def test_the_line_goes_on_to_the_governor_and_comes_back() -> None:
    line = Walk(COMPLIANCE_V2, state="warned")
    line.step(INVESTIGATOR, "escalate", Ask.LETTER_OUT)
    assert line.state == "escalated"
    line.tell(INVESTIGATOR, "refusal_said", reason="Harian Contoh.")
    line.tell(INVESTIGATOR, "escalation_answered", Ask.LETTER_IN)
    line.step(LIAISON, "block")
    line.step(LIAISON, "escalate")
    line.step(LIAISON, "unblock")
    line.be_brought("end")
    assert line.state == "ended"


def test_a_block_that_nobody_recorded_is_not_lifted() -> None:
    line = Walk(COMPLIANCE_V2, state="escalated", absent=frozenset({"services_blocked"}))
    assert line.refused(LIAISON, "unblock", reason="Karena.") == ("services_blocked",)
