"""The procedure on a case, walked as the people of an office walk it."""

from dataclasses import replace

import pytest

from netralitas.investigation import words
from netralitas.workflow.domain import Ask, Intent, Standing
from netralitas.workflow.engine import decide, options
from netralitas.workflow.posts import (
    COMMISSIONER,
    INVESTIGATOR,
    LIAISON,
    SUPERVISOR,
)
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflow.replay import replay
from tests.investigation.walks import (
    FORWARDED,
    HANDLING,
    PACKAGE,
    at,
    decided,
    in_plenary,
    reported,
    studied,
)

EVERYTHING = frozenset(item.code for item in HANDLING.requirements)


def test_the_ordinary_line_runs_from_the_desk_to_the_announced_status() -> None:
    case = decided()
    forwarded = case.step(COMMISSIONER, "forward", *PACKAGE)
    assert forwarded.move.opens == FORWARDED
    case.step(INVESTIGATOR, "announce_status", Ask.LETTER_OUT)
    case.step(INVESTIGATOR, "close")
    assert case.state == "closed"
    assert replay(HANDLING, case.history) == "closed"
    assert case.running == set()


def test_the_clocks_follow_the_facts() -> None:
    case = reported()
    assert case.running == {"kajian_awal"}
    case.step(INVESTIGATOR, "start_preliminary_study")
    case.step(INVESTIGATOR, "find_incomplete", Ask.PRELIMINARY_STUDY)
    assert case.running == {"notify"}
    case.step(INVESTIGATOR, "notify_completeness")
    assert case.running == {"complete"}
    case.step(INVESTIGATOR, "receive_completion")
    assert case.running == set()
    case.step(INVESTIGATOR, "register", Ask.REGISTER_NUMBER)
    assert case.running == {"handle_base", "handle_max"}
    case.step(INVESTIGATOR, "start_clarification")
    case.step(INVESTIGATOR, "finish_clarification")
    case.step(INVESTIGATOR, "clarify_further", reason="Saksi baru.")
    assert case.running == {"handle_max"}


def test_the_straight_path_needs_a_plenary_that_approved_the_preliminary_study() -> None:
    case = studied()
    case.absent = frozenset({"preliminary_study_approved"})
    refusal = case.refusal(INVESTIGATOR, "forward_straight", *PACKAGE, reason="Mendesak.")
    assert refusal.rules == ("preliminary_study_approved",)
    assert refusal.rule == "UU 7/2017 Pasal 455(1) huruf c"
    case.step(INVESTIGATOR, "submit_preliminary_study")
    assert case.refused(INVESTIGATOR, "approve_preliminary_study", Ask.MINUTES) == ("post",)
    approved = case.step(COMMISSIONER, "approve_preliminary_study", Ask.MINUTES)
    assert approved.facts == ("preliminary_study_approved",)
    case.absent = frozenset({"study"})
    assert case.refused(INVESTIGATOR, "forward_straight", *PACKAGE) == ("ask.reason",)
    forwarded = case.step(INVESTIGATOR, "forward_straight", *PACKAGE, reason="Di luar tahapan.")
    assert forwarded.move.exceptional
    assert forwarded.move.opens == FORWARDED
    assert case.state == "forwarded"


def test_the_approved_preliminary_study_may_also_be_registered() -> None:
    case = studied()
    case.step(INVESTIGATOR, "submit_preliminary_study")
    case.step(COMMISSIONER, "approve_preliminary_study", Ask.MINUTES)
    case.step(INVESTIGATOR, "register", Ask.REGISTER_NUMBER)
    assert case.state == "registered"


def test_the_plenary_returns_a_preliminary_study_or_refuses_the_registration() -> None:
    case = studied()
    case.step(INVESTIGATOR, "submit_preliminary_study")
    case.step(COMMISSIONER, "return_preliminary_study", reason="Uraian kurang.")
    case.step(INVESTIGATOR, "finish_preliminary_study", Ask.PRELIMINARY_STUDY)
    case.step(INVESTIGATOR, "submit_preliminary_study")
    case.step(COMMISSIONER, "refuse_registration_in_plenary", Ask.MINUTES, reason="Tanpa bukti.")
    case.step(INVESTIGATOR, "notify_status", Ask.LETTER_OUT)
    assert case.state == "status_notified"
    case.step(COMMISSIONER, "reopen_report", reason="Bukti baru.")
    assert case.state == "preliminary_study"


@pytest.mark.parametrize(
    "decision",
    [
        "decide_other_law",
        "decide_not_violation",
        "decide_administrative",
        "decide_organiser_ethics",
        "decide_criminal",
    ],
)
def test_only_a_commissioner_who_did_not_submit_it_decides_on_the_study(decision: str) -> None:
    case = in_plenary()
    assert case.refused(INVESTIGATOR, decision, Ask.MINUTES) == ("post",)
    case.absent = frozenset({"two_persons"})
    assert case.refused(COMMISSIONER, decision, Ask.MINUTES) == ("two_persons",)
    case.absent = frozenset()
    assert case.refused(COMMISSIONER, decision) == ("ask.minutes",)
    assert case.step(COMMISSIONER, decision, Ask.MINUTES).facts == ("plenary_decided",)
    assert case.running == set()


@pytest.mark.parametrize(
    ("decision", "steps"),
    [
        ("decide_not_violation", ()),
        ("decide_administrative", ()),
        ("decide_organiser_ethics", ("pass_on",)),
        ("decide_criminal", ("pass_on",)),
    ],
)
def test_every_other_outcome_is_announced_and_closed(decision: str, steps: tuple[str, ...]) -> None:
    case = in_plenary()
    case.step(COMMISSIONER, decision, Ask.MINUTES)
    for step in (*steps, "announce_status", "close"):
        case.step(INVESTIGATOR, step, *PACKAGE)
    assert case.state == "closed"


def test_the_plenary_returns_a_study() -> None:
    case = in_plenary()
    case.step(COMMISSIONER, "return_to_study", reason="Dasar hukum belum tepat.")
    assert case.state == "study"


@pytest.mark.parametrize(
    ("missing", "rule"),
    [
        ("study", "Praktik KASN (pengembalian penerusan)"),
        ("respondent_identified", "Alur SBT BKN"),
        ("evidence_list", "Praktik penanganan"),
        ("receiver_valid", "SE MenPANRB 4/2024"),
    ],
)
def test_the_gate_lets_nothing_through_that_lacks_a_part(missing: str, rule: str) -> None:
    case = decided()
    case.absent = frozenset({missing})
    refusal = case.refusal(INVESTIGATOR, "forward", *PACKAGE)
    assert refusal.rules == (missing,)
    assert refusal.rule == rule


def test_the_evidence_list_may_come_with_the_form() -> None:
    case = decided()
    case.absent = frozenset({"evidence_list"})
    case.step(INVESTIGATOR, "forward", *PACKAGE, Ask.EVIDENCE_LIST)
    assert case.state == "forwarded"


def test_the_receiver_is_overridden_with_a_reason_but_never_the_study() -> None:
    standing = Standing(state="other_law_violation", posts=frozenset({INVESTIGATOR}))
    intent = Intent(
        move="forward",
        given=frozenset({*PACKAGE, Ask.EVIDENCE_LIST}),
        overrides=frozenset({"receiver_valid", "study"}),
        reason="Masa peralihan KASN ke BKN.",
    )
    present = frozenset({"respondent_identified"})
    with pytest.raises(MoveRefused) as caught:
        decide(HANDLING, replace(standing, present=present), intent)
    assert caught.value.rules == ("study",)
    decision = decide(HANDLING, replace(standing, present=present | {"study"}), intent)
    assert decision.overrides == {"receiver_valid"}


def test_a_finding_of_the_field_is_fixed_by_the_plenary_and_registered() -> None:
    case = at(None)
    case.step(SUPERVISOR, "submit_finding")
    assert case.running == {"temuan_window"}
    case.step(COMMISSIONER, "fix_finding", Ask.MINUTES)
    case.step(INVESTIGATOR, "register_finding", Ask.REGISTER_NUMBER)
    assert case.running == {"handle_base", "handle_max"}


def test_first_information_is_traced_and_becomes_a_finding() -> None:
    case = at(None)
    case.step(SUPERVISOR, "receive_information")
    case.step(INVESTIGATOR, "start_tracing")
    assert case.running == {"tracing"}
    case.step(INVESTIGATOR, "submit_tracing_result")
    assert case.running == {"temuan_window"}
    case.step(COMMISSIONER, "fix_finding", Ask.MINUTES)
    assert case.state == "finding_fixed"


def test_a_receiver_makes_no_move_on_the_handling() -> None:
    for state in (None, *sorted(item.code for item in HANDLING.states)):
        standing = Standing(state=state, posts=frozenset({LIAISON}), present=EVERYTHING)
        assert not [option for option in options(HANDLING, standing) if option.possible]


def test_the_decision_stays_under_embargo_until_it_is_forwarded_or_announced() -> None:
    assert words.public_status("other_law_violation") == "Dalam penanganan"
    assert words.public_status("not_violation") == "Dalam penanganan"
    assert words.public_status("forwarded") == "Diteruskan ke instansi berwenang"
    assert words.public_status("closed", "not_violation") == "Bukan pelanggaran"
    assert words.public_status("status_announced") == "Dalam penanganan"


def test_a_state_says_what_is_waited_for() -> None:
    assert words.waiting(HANDLING.state("plenary")) == "Menunggu rapat pleno"
    assert words.waiting(HANDLING.state("closed")) == "Penanganan ditutup"
