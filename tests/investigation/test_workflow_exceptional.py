"""What real cases do: the moves outside the normal path, and the facts that come when they do."""

from dataclasses import replace

import pytest

from netralitas.investigation.workflow.states import AFTER_REGISTRATION, BEFORE_REGISTRATION, OPEN
from netralitas.workflow.domain import Ask, Standing
from netralitas.workflow.engine import decide_fact
from netralitas.workflow.posts import (
    COMMISSIONER,
    INVESTIGATOR,
    SUPERIOR_COMMISSIONER,
)
from netralitas.workflow.refusals import MoveRefused
from tests.investigation.walks import (
    FORWARDED,
    HANDLING,
    PACKAGE,
    at,
    closed,
    decided,
    registered,
)


@pytest.mark.parametrize("state", ["forwarded", "status_announced"])
def test_more_respondents_are_forwarded_later_without_leaving_the_state(state: str) -> None:
    case = at(state)
    decision = case.step(INVESTIGATOR, "forward_more", *PACKAGE)
    assert case.state == state
    assert decision.move.opens == FORWARDED


def test_tracing_is_stopped_with_a_reason_and_may_be_opened_again() -> None:
    case = at("tracing")
    assert case.refused(COMMISSIONER, "stop_tracing", Ask.MINUTES) == ("ask.reason",)
    case.step(COMMISSIONER, "stop_tracing", Ask.MINUTES, reason="Bukti tidak ditemukan.")
    case.step(COMMISSIONER, "reopen_tracing", reason="Saksi baru.")
    assert case.state == "tracing"


def test_the_authority_may_write_first() -> None:
    case = at(None)
    assert case.refused(INVESTIGATOR, "receive_authority_request") == ("ask.letter_in",)
    opened = case.step(INVESTIGATOR, "receive_authority_request", Ask.LETTER_IN)
    assert "authority_asked" in opened.facts
    assert case.state == "information_received"


@pytest.mark.parametrize("state", sorted(BEFORE_REGISTRATION))
def test_a_withdrawal_before_registration_stops_the_handling(state: str) -> None:
    case = at(state)
    case.step(INVESTIGATOR, "withdraw", Ask.LETTER_IN, reason="Surat pencabutan pelapor.")
    assert case.state == "withdrawn"
    case.step(INVESTIGATOR, "keep_as_information", reason="Isi laporan layak ditelusuri.")
    assert case.state == "information_received"


@pytest.mark.parametrize("state", sorted(AFTER_REGISTRATION))
def test_a_withdrawal_after_registration_is_recorded_and_changes_nothing(state: str) -> None:
    assert at(state).refused(
        INVESTIGATOR, "withdraw", Ask.LETTER_IN, reason="Surat pencabutan."
    ) == ("unlisted",)
    standing = Standing(state=state, posts=frozenset({INVESTIGATOR}))
    statement = decide_fact(HANDLING, standing, "withdrawal_after_registration", {Ask.LETTER_IN})
    assert statement.ends == ()


@pytest.mark.parametrize("state", sorted(BEFORE_REGISTRATION))
def test_before_registration_a_withdrawal_is_a_move_and_no_fact(state: str) -> None:
    standing = Standing(state=state, posts=frozenset({INVESTIGATOR}))
    with pytest.raises(MoveRefused):
        decide_fact(HANDLING, standing, "withdrawal_after_registration", {Ask.LETTER_IN})


@pytest.mark.parametrize("state", sorted(item.code for item in HANDLING.states))
def test_new_respondents_come_at_any_time(state: str) -> None:
    standing = Standing(state=state, posts=frozenset({INVESTIGATOR}))
    assert decide_fact(HANDLING, standing, "respondent_added").fact.code == "respondent_added"


def test_a_second_invitation_and_an_absence_are_facts_of_the_clarification() -> None:
    standing = Standing(state="clarification", posts=frozenset({INVESTIGATOR}))
    decide_fact(HANDLING, standing, "second_invitation", {Ask.LETTER_OUT})
    decide_fact(HANDLING, standing, "no_show")
    decide_fact(HANDLING, standing, "session_held", {Ask.MINUTES})
    with pytest.raises(MoveRefused):
        decide_fact(HANDLING, replace(standing, state="study"), "no_show")


def test_an_extension_ends_the_base_deadline_and_not_the_last_one() -> None:
    standing = Standing(state="study", posts=frozenset({INVESTIGATOR}))
    statement = decide_fact(HANDLING, standing, "handling_extended", reason="Saksi di luar kota.")
    assert {clock.rule for clock in statement.ends} == {"handle_base"}


@pytest.mark.parametrize("state", sorted(OPEN))
def test_every_open_handling_can_change_its_level(state: str) -> None:
    case = at(state)
    case.step(COMMISSIONER, "transfer", Ask.LETTER_OUT, Ask.ADDRESSEE, reason="Pasal 20.")
    assert case.state == "transferred"
    case = at(state)
    assert case.refused(COMMISSIONER, "take_over", reason="Pasal 20.") == ("post",)
    case.step(SUPERIOR_COMMISSIONER, "take_over", reason="Pasal 20.")
    assert case.state == "taken_over"


@pytest.mark.parametrize(
    ("move", "state", "fact", "rules"),
    [
        ("receive_transfer", "report_received", "reported_at_origin", {"kajian_awal"}),
        (
            "receive_registered_transfer",
            "registered",
            "registered_at_origin",
            {"handle_base", "handle_max"},
        ),
    ],
)
def test_the_receiving_level_keeps_the_old_number_and_the_old_dates(
    move: str, state: str, fact: str, rules: set[str]
) -> None:
    case = at(None)
    assert case.refused(INVESTIGATOR, move, Ask.LETTER_IN) == ("ask.foreign_number",)
    case.step(INVESTIGATOR, move, Ask.LETTER_IN, Ask.FOREIGN_NUMBER)
    assert case.state == state
    standing = Standing(state=state, posts=frozenset({INVESTIGATOR}))
    statement = decide_fact(HANDLING, standing, fact)
    assert {clock.rule for clock in statement.starts} == rules
    decided_since = replace(standing, state="other_law_violation")
    assert decide_fact(HANDLING, decided_since, fact).starts == ()


def test_a_closed_case_is_opened_again_by_a_commissioner_with_a_reason() -> None:
    case = closed()
    assert case.refused(COMMISSIONER, "reopen") == ("ask.reason",)
    assert case.refused(INVESTIGATOR, "reopen", reason="Terlapor baru.") == ("post",)
    case.step(COMMISSIONER, "reopen", reason="Terlapor baru.")
    assert case.state == "study"


def test_an_unidentified_respondent_does_not_hold_a_case_open_for_ever() -> None:
    case = decided()
    case.step(COMMISSIONER, "close_unforwarded", Ask.MINUTES, reason="Tidak teridentifikasi.")
    assert case.state == "closed"


def test_a_study_without_clarification_is_exceptional() -> None:
    case = registered()
    assert case.refused(INVESTIGATOR, "skip_clarification") == ("ask.reason",)
    case.step(INVESTIGATOR, "skip_clarification", reason="Fakta sudah terang.")
    assert case.state == "study"


def test_a_report_that_is_not_completed_is_refused_or_kept_as_information() -> None:
    case = at("waiting_completeness")
    case.step(INVESTIGATOR, "refuse_registration", reason="Tidak dilengkapi.")
    assert case.state == "not_registered"
    case = at("waiting_completeness")
    case.step(INVESTIGATOR, "turn_into_information", reason="Syarat formal tidak terpenuhi.")
    assert case.state == "information_received"
    assert case.running == {"tracing"}
