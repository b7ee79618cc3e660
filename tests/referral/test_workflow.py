"""The referral of one respondent, walked by Bawaslu and by the authority."""

import pytest

from netralitas.referral import words
from netralitas.referral.workflow.states import OPEN, WITH_AUTHORITY
from netralitas.workflow.domain import Ask, Consequence, Intent, Standing
from netralitas.workflow.engine import decide, decide_all, decide_fact
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR, LIAISON
from netralitas.workflow.replay import replay
from netralitas.workflows import current
from tests.workflow.walk import Walk

HANDLING = current("handling")
REFERRAL = current("referral")
RECOMMENDATION = (Ask.RECOMMENDED, Ask.LETTER_IN, Ask.FOLLOW_UP_OFFICE)
EVERYTHING = frozenset(item.code for item in REFERRAL.requirements)


def at(state: str | None, *absent: str) -> Walk:
    return Walk(REFERRAL, state=state, absent=frozenset(absent))


def sent() -> Walk:
    referral = at(None)
    referral.step(INVESTIGATOR, "send", Ask.LETTER_OUT, Ask.ADDRESSEE)
    return referral


def test_every_way_of_forwarding_opens_a_referral_with_the_answers_of_its_own_form() -> None:
    opening = {
        (move.code, consequence)
        for move in (*HANDLING.moves, *REFERRAL.moves)
        for consequence in move.opens
        if consequence.workflow == "referral"
    }
    assert {code for code, _ in opening} == {
        "forward",
        "forward_straight",
        "forward_more",
        "reroute",
    }
    for code, consequence in opening:
        workflow = REFERRAL if code == "reroute" else HANDLING
        asked = workflow.move(code).asks
        assert consequence.addressed_by in asked
        opened = decide(
            REFERRAL,
            Standing(state=None, posts=frozenset({INVESTIGATOR}), present=EVERYTHING),
            Intent(move=consequence.move, given=frozenset(asked)),
        )
        assert opened.to_state == "forwarded"


def test_the_ordinary_line_returned_once_ends_in_a_recommendation() -> None:
    referral = sent()
    assert referral.running == set()
    referral.step(LIAISON, "receive")
    assert referral.running == {"asn.sbt_verify"}
    referral.step(LIAISON, "return", reason="Daftar bukti belum lengkap.")
    assert referral.running == set()
    referral.step(INVESTIGATOR, "forward_again", Ask.LETTER_OUT)
    referral.step(LIAISON, "receive")
    referral.step(LIAISON, "start_verification")
    referral.step(LIAISON, "request_validation")
    assert referral.running == {"asn.sbt_validate"}
    referral.step(INVESTIGATOR, "validate")
    assert referral.running == set()
    referral.step(LIAISON, "recommend", *RECOMMENDATION)
    assert referral.state == "recommended"
    assert replay(REFERRAL, referral.history) == "recommended"


def test_bawaslu_records_for_an_authority_outside_only_with_its_letter() -> None:
    referral = sent()
    assert referral.refused(INVESTIGATOR, "receive") == ("ask.letter_in",)
    referral.step(INVESTIGATOR, "receive", Ask.LETTER_IN)
    refusal = referral.refusal(INVESTIGATOR, "recommend", Ask.RECOMMENDED, Ask.FOLLOW_UP_OFFICE)
    assert refusal.rules == ("ask.letter_in",)
    referral.step(INVESTIGATOR, "recommend", *RECOMMENDATION)
    assert referral.state == "recommended"


@pytest.mark.parametrize("state", sorted(WITH_AUTHORITY))
@pytest.mark.parametrize(
    ("move", "end"),
    [
        ("recommend", "recommended"),
        ("find_not_proven", "not_proven"),
        ("return", "returned"),
        ("reject", "rejected"),
    ],
)
def test_an_answer_may_come_at_any_time_without_a_forced_step(
    state: str, move: str, end: str
) -> None:
    referral = at(state)
    referral.step(LIAISON, move, *RECOMMENDATION, reason="Lihat surat.")
    assert referral.state == end


@pytest.mark.parametrize("move", ["return", "reject"])
def test_returning_and_rejecting_are_exceptional_and_give_their_reason(move: str) -> None:
    assert sent().refused(LIAISON, move) == ("ask.reason",)


def test_an_answer_to_a_returned_referral_waits_until_it_is_forwarded_again() -> None:
    referral = at("returned")
    refusal = referral.refusal(LIAISON, "recommend", *RECOMMENDATION)
    assert refusal.rules == ("unlisted",)


def test_one_letter_sends_a_set_again_and_three_respondents_part_ways() -> None:
    posts = frozenset({INVESTIGATOR})
    returned = Standing(state="returned", posts=posts, present=EVERYTHING)
    again = Intent(move="forward_again", given=frozenset({Ask.LETTER_OUT}))
    decisions = decide_all(REFERRAL, (returned, returned, returned), again)
    assert [decision.to_state for decision in decisions] == ["forwarded"] * 3
    first, second, third = sent(), sent(), sent()
    first.step(LIAISON, "recommend", *RECOMMENDATION)
    second.step(LIAISON, "find_not_proven", Ask.LETTER_IN)
    third.step(LIAISON, "return", reason="Identitas belum lengkap.")
    assert [item.state for item in (first, second, third)] == [
        "recommended",
        "not_proven",
        "returned",
    ]


def test_a_receiver_past_its_end_is_refused_with_the_article() -> None:
    referral = at(None, "receiver_valid")
    refusal = referral.refusal(INVESTIGATOR, "send", Ask.LETTER_OUT, Ask.ADDRESSEE)
    assert refusal.rules == ("receiver_valid",)
    assert refusal.rule == "SE MenPANRB 4/2024"


def test_a_referral_returned_by_a_dissolved_authority_is_rerouted_not_sent_again() -> None:
    referral = at("returned", "receiver_valid")
    assert referral.refused(INVESTIGATOR, "forward_again", Ask.LETTER_OUT) == ("receiver_valid",)
    referral.step(INVESTIGATOR, "reroute", Ask.SUCCESSOR, reason="KASN berakhir.")
    assert referral.state == "rerouted"


@pytest.mark.parametrize("state", sorted(OPEN))
def test_a_referral_is_rerouted_by_opening_the_successors_own(state: str) -> None:
    referral = at(state)
    assert referral.refused(INVESTIGATOR, "reroute", Ask.SUCCESSOR) == ("ask.reason",)
    decision = referral.step(
        INVESTIGATOR, "reroute", Ask.SUCCESSOR, Ask.FOREIGN_NUMBER, reason="KASN berakhir."
    )
    assert decision.move.opens == (
        Consequence(workflow="referral", move="take_over", addressed_by=Ask.SUCCESSOR),
    )
    successor = at(None)
    successor.step(INVESTIGATOR, "take_over", Ask.SUCCESSOR)
    assert (referral.state, successor.state) == ("rerouted", "forwarded")


@pytest.mark.parametrize(
    ("move", "end"),
    [
        ("respondent_retired", "respondent_gone"),
        ("respondent_left_service", "respondent_gone"),
        ("respondent_died", "respondent_gone"),
        ("respondent_moved", "respondent_moved"),
    ],
)
def test_the_common_ends_stop_the_clocks_and_name_their_fact(move: str, end: str) -> None:
    referral = sent()
    referral.step(LIAISON, "receive")
    decision = referral.step(INVESTIGATOR, move, reason="Surat keterangan kepegawaian.")
    assert decision.facts == (move,)
    assert referral.state == end
    assert referral.running == set()


def test_a_referral_is_cancelled_by_a_commissioner_and_sent_once_more() -> None:
    referral = sent()
    assert referral.refused(INVESTIGATOR, "cancel", Ask.LETTER_OUT, reason="Keliru.") == ("post",)
    referral.step(COMMISSIONER, "cancel", Ask.LETTER_OUT, reason="Terlapor keliru.")
    referral.step(COMMISSIONER, "reopen", Ask.LETTER_OUT, reason="Ternyata benar.")
    assert referral.state == "forwarded"


@pytest.mark.parametrize("state", ["recommended", "rejected", "not_proven"])
def test_the_authority_may_examine_its_result_again(state: str) -> None:
    referral = at(state)
    referral.step(LIAISON, "reconsider", reason="Bukti baru.")
    assert referral.state == "verification"


@pytest.mark.parametrize("state", ["rejected", "not_proven", "cancelled"])
def test_bawaslu_may_submit_an_ended_referral_again(state: str) -> None:
    referral = at(state)
    referral.step(COMMISSIONER, "reopen", Ask.LETTER_OUT, reason="Bukti baru.")
    assert referral.state == "forwarded"


def test_a_second_recommendation_for_the_same_finding_is_a_fact() -> None:
    standing = Standing(state="recommended", posts=frozenset({LIAISON}))
    given = {Ask.RECOMMENDED, Ask.LETTER_IN}
    assert decide_fact(REFERRAL, standing, "further_recommendation", given).ends == ()


@pytest.mark.parametrize(
    ("state", "rules"),
    [
        ("verification", ["asn.sbt_verify"]),
        ("validated", []),
        ("returned", []),
        ("recommended", []),
    ],
)
def test_a_receipt_learnt_late_starts_a_deadline_only_while_it_is_waited_for(
    state: str, rules: list[str]
) -> None:
    standing = Standing(state=state, posts=frozenset({INVESTIGATOR}), addressee="authority")
    statement = decide_fact(REFERRAL, standing, "referral_received", {Ask.LETTER_IN})
    assert [clock.rule for clock in statement.starts] == rules


@pytest.mark.parametrize("kind", ["government", "other", None])
def test_the_deadlines_of_sbt_run_for_an_authority_alone(kind: str | None) -> None:
    """The armed forces, the police and a village office of a local government have no SBT."""
    standing = Standing(state="verification", posts=frozenset({INVESTIGATOR}), addressee=kind)
    statement = decide_fact(REFERRAL, standing, "referral_received", {Ask.LETTER_IN})
    assert statement.starts == ()


def test_the_authority_asks_and_bawaslu_answers_without_a_change_of_state() -> None:
    asked = Standing(state="verification", posts=frozenset({LIAISON}))
    decide_fact(REFERRAL, asked, "clarification_asked", {Ask.LETTER_IN})
    answered = Standing(state="verification", posts=frozenset({INVESTIGATOR}))
    decide_fact(REFERRAL, answered, "clarification_answered", {Ask.LETTER_OUT})
    decide_fact(REFERRAL, answered, "follow_up_asked", {Ask.LETTER_OUT})


def test_the_office_that_follows_up_receives_returns_and_rejects_but_does_not_recommend() -> None:
    referral = sent()
    referral.step(FOLLOW_UP, "receive")
    refusal = referral.refusal(FOLLOW_UP, "recommend", *RECOMMENDATION)
    assert refusal.rules == ("post",)
    referral.step(FOLLOW_UP, "return", reason="Bukan pegawai kabupaten ini.")
    assert referral.state == "returned"


def test_only_bawaslu_reroutes_because_it_opens_the_case_to_another_reader() -> None:
    refused = sent().refused(LIAISON, "reroute", Ask.SUCCESSOR, reason="Bukan wewenang kami.")
    assert refused == ("post",)


def test_the_authority_cannot_validate_for_bawaslu() -> None:
    assert at("validation").refused(LIAISON, "validate") == ("post",)


def test_the_words_name_the_authority_that_is_waited_for() -> None:
    forwarded = REFERRAL.state("forwarded")
    assert words.waiting(forwarded) == "Menunggu jawaban instansi pengawas ASN"
    assert words.waiting(forwarded, "BKN") == "Menunggu jawaban BKN"
    assert words.public_status("recommended") == "Dalam tindak lanjut instansi"
    assert words.public_status("rejected") == "Diteruskan ke instansi berwenang"
