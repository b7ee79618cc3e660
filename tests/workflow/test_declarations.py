"""What holds for every declared workflow, old versions included."""

import re
from collections.abc import Iterator

import pytest

from netralitas.law.book import load
from netralitas.workflow import words
from netralitas.workflow.domain import Ask, Move, Workflow
from netralitas.workflow.registry import faults
from netralitas.workflow_words import WORDS
from netralitas.workflows import WORKFLOWS

CERTAINTIES = {"T", "S", "weak S", "M"}
REGIMES = {None, "pemilu", "pemilihan", "luar_tahapan"}

# The keys of the reference data of rules: those of a regime bare, those of the steps with "asn.".
REGIME_RULES = {
    "report_window",
    "temuan_window",
    "tracing",
    "kajian_awal",
    "notify",
    "complete",
    "invite_before",
    "handle_base",
    "handle_max",
}
STEP_RULES = {
    f"asn.{step}"
    for step in (
        *(
            "package_answer",
            "sbt_verify",
            "sbt_validate",
            "panggilan_1",
            "panggilan_2",
            "sk_deliver",
        ),
        *("ppk_followup", "ppk_exam_report", "ppk_final_report", "ppk_fixed_date"),
        *("sk_send_if_absent", "sk_effective", "keberatan", "ppk_answer_keberatan"),
        *("banding_bpasn", "banding_response", "banding_decision"),
    )
}
# Of these no proceeding runs a clock: they bind the letter to a session that lies ahead.
HELD_WHEN_WRITTEN = {"asn.ethics_summons", "asn.ethics_summons_2"}

every_workflow = pytest.mark.parametrize(
    "workflow", tuple(WORKFLOWS), ids=lambda found: f"{found.code} {found.version}"
)


def brought() -> set[tuple[str, str]]:
    """The moves that are made as the consequence of another, by workflow."""
    return {
        (consequence.workflow, consequence.move)
        for workflow in WORKFLOWS
        for move in workflow.moves
        for consequence in move.brings
    }


def stated(workflow: Workflow) -> Iterator[str]:
    """Every fact that a declaration knows."""
    yield from (fact.code for fact in workflow.facts)
    for move in workflow.moves:
        yield from (*move.facts, *move.may_state)


def articles_for(move: Move, regime: str) -> bool:
    return any(article.regime in {None, regime} for article in move.basis)


@every_workflow
def test_no_declaration_contradicts_itself(workflow: Workflow) -> None:
    assert faults(workflow) == ()


@every_workflow
def test_every_move_has_words_a_basis_and_a_post(workflow: Workflow) -> None:
    for move in workflow.moves:
        assert move.label[0].isupper(), move.code
        assert move.label[-1] not in ".!", move.code
        assert move.done.endswith("."), move.code
        assert move.by or (workflow.code, move.code) in brought(), move.code
        assert move.basis, move.code


@every_workflow
def test_every_button_and_every_state_has_a_label_of_its_own(workflow: Workflow) -> None:
    labels = [move.label for move in workflow.moves]
    assert sorted(set(labels)) == sorted(labels)
    states = [state.label for state in workflow.states]
    assert sorted(set(states)) == sorted(states)


@every_workflow
def test_every_article_says_how_sure_it_is(workflow: Workflow) -> None:
    articles = [article for move in workflow.moves for article in move.basis]
    articles += [article for fact in workflow.facts for article in fact.basis]
    articles += [article for item in workflow.requirements for article in item.basis]
    assert {article.certainty for article in articles} <= CERTAINTIES
    assert {article.regime for article in articles} <= REGIMES


@every_workflow
def test_every_regime_finds_an_article_for_every_move_and_requirement(workflow: Workflow) -> None:
    for move in workflow.moves:
        for regime in ("pemilu", "pemilihan"):
            assert articles_for(move, regime), move.code
            for item in workflow.requirements:
                assert any(article.regime in {None, regime} for article in item.basis), item.code


@every_workflow
def test_every_clock_names_a_rule_that_exists(workflow: Workflow) -> None:
    assert {clock.rule for clock in workflow.clocks} <= REGIME_RULES | STEP_RULES


@every_workflow
def test_the_rule_book_has_the_rule_of_every_clock(workflow: Workflow) -> None:
    written = load().codes()
    for clock in workflow.clocks:
        regimes = ("",) if "." in clock.rule else ("pemilu.", "pemilihan.")
        assert all(f"{regime}{clock.rule}" in written for regime in regimes), clock.rule


@every_workflow
def test_every_clock_ends_on_something_else_than_its_start(workflow: Workflow) -> None:
    for clock in workflow.clocks:
        assert clock.ends_on, clock.rule
        assert clock.starts_on not in clock.ends_on


@every_workflow
def test_every_post_and_every_question_has_its_words(workflow: Workflow) -> None:
    by = {post for move in workflow.moves for post in move.by}
    by |= {post for fact in workflow.facts for post in fact.by}
    assert by <= set(words.POSTS)
    assert set(words.ASKS) == set(Ask)


@every_workflow
def test_every_phase_holder_and_fact_has_its_words(workflow: Workflow) -> None:
    spoken = WORDS[workflow.code]
    assert {state.phase for state in workflow.states} <= set(spoken.phases)
    assert {state.holder for state in workflow.states} <= set(spoken.holders)
    assert set(stated(workflow)) <= set(spoken.facts)


def test_no_word_is_kept_for_what_no_version_declares() -> None:
    for code, spoken in WORDS.items():
        versions = [workflow for workflow in WORKFLOWS if workflow.code == code]
        known = {fact for workflow in versions for fact in stated(workflow)}
        states = [state for workflow in versions for state in workflow.states]
        assert {state.phase for state in states} == set(spoken.phases), code
        assert {state.holder for state in states} == set(spoken.holders), code
        if code not in {"criminal", "organiser_ethics", "litigation"}:
            assert set(spoken.facts) == known, code


BY_NO_MOVE = {"handling": {"merged"}}
"""States of another kind of act: a case is merged by one on two cases."""


@every_workflow
def test_every_state_can_be_reached(workflow: Workflow) -> None:
    reached = {move.target for move in workflow.moves if not move.sources}
    for _ in workflow.states:
        reached |= {move.target for move in workflow.moves if move.sources & reached}
    reached |= BY_NO_MOVE.get(workflow.code, set())
    assert reached - {None} == {state.code for state in workflow.states if not state.retired}


@every_workflow
def test_every_open_state_has_an_unexceptional_path_to_an_end(workflow: Workflow) -> None:
    ending = {state.code for state in workflow.states if state.final}
    for _ in workflow.states:
        ending |= {
            source
            for move in workflow.moves
            if not move.exceptional and move.target in ending
            for source in move.sources
        }
    assert ending == {state.code for state in workflow.states}


@every_workflow
def test_an_end_is_left_only_by_an_exceptional_move(workflow: Workflow) -> None:
    final = {state.code for state in workflow.states if state.final}
    for move in workflow.moves:
        if move.sources & final:
            assert move.exceptional, move.code


@every_workflow
def test_no_move_that_opens_a_proceeding_asks_for_sets(workflow: Workflow) -> None:
    assert not [move.code for move in workflow.moves if move.batch and not move.sources]


@every_workflow
def test_no_word_shows_the_ambiguous_abbreviation(workflow: Workflow) -> None:
    spoken = [text for move in workflow.moves for text in (move.label, move.done)]
    spoken += [state.label for state in workflow.states]
    spoken += [item.missing for item in workflow.requirements]
    spoken += [text for fact in workflow.facts for text in (fact.label, fact.done)]
    assert not [text for text in spoken if re.search(r"\bPPK\b", text)]


@every_workflow
def test_no_label_breaks_the_diagram(workflow: Workflow) -> None:
    assert not [move.code for move in workflow.moves if re.search("[:;]", move.label)]


@every_workflow
def test_a_move_is_never_held_to_the_day_of_its_own_fact(workflow: Workflow) -> None:
    for move in workflow.moves:
        assert not move.not_before & {*move.facts, *move.may_state}, move.code


@every_workflow
def test_what_is_opened_by_hand_is_an_opening_move_of_somebody(workflow: Workflow) -> None:
    for code in workflow.by_hand:
        move = workflow.move(code)
        assert not move.sources
        assert move.by


def test_every_rule_of_the_steps_has_its_clock() -> None:
    declared = {clock.rule for workflow in WORKFLOWS for clock in workflow.clocks}
    written = {code for code in load().codes() if code.startswith("asn.")}
    assert written - HELD_WHEN_WRITTEN == declared & written


def test_no_two_phases_of_different_workflows_bear_one_name() -> None:
    spoken = {id(found.phases): found for found in WORDS.values()}.values()
    labels = [label for found in spoken for label in found.phases.values()]
    assert sorted(set(labels)) == sorted(labels)


def test_every_move_is_opened_with_the_answers_of_the_move_that_opens_it() -> None:
    """What a consequence asks for stands on the form of the move it follows from."""
    for workflow in WORKFLOWS:
        for move in workflow.moves:
            for opened in move.opens:
                asked = WORKFLOWS.current(opened.workflow).move(opened.move).asks
                assert set(asked) <= {*move.asks, *move.on_behalf}, (move.code, opened.move)


def test_every_waiting_state_says_what_is_waited_for() -> None:
    for workflow in WORKFLOWS:
        spoken = WORDS[workflow.code]
        for state in workflow.states:
            if not state.final:
                assert spoken.waiting(state).startswith("Menunggu"), state.code
