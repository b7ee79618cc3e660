"""What holds for every declared workflow, old versions included."""

import pytest

from netralitas.investigation import words as handling_words
from netralitas.law.book import load
from netralitas.referral import words as referral_words
from netralitas.workflow import words
from netralitas.workflow.domain import Ask, Workflow
from netralitas.workflow.registry import faults
from netralitas.workflows import WORKFLOWS

CERTAINTIES = {"T", "S", "M"}
REGIMES = {None, "pemilu", "pemilihan", "luar_tahapan"}
WORDS = {"handling": handling_words, "referral": referral_words}

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
STEP_RULES = {"asn.sbt_verify", "asn.sbt_validate"}

every_workflow = pytest.mark.parametrize("workflow", tuple(WORKFLOWS), ids=lambda found: found.code)


@every_workflow
def test_no_declaration_contradicts_itself(workflow: Workflow) -> None:
    assert faults(workflow) == ()


@every_workflow
def test_every_move_has_words_a_basis_and_a_post(workflow: Workflow) -> None:
    for move in workflow.moves:
        assert move.label[0].isupper(), move.code
        assert move.label[-1] not in ".!", move.code
        assert move.done.endswith("."), move.code
        assert move.by, move.code
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
            assert any(article.regime in {None, regime} for article in move.basis), move.code
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
        assert clock.ends_on
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
    assert {state.phase for state in workflow.states} == set(spoken.PHASES)
    assert {state.holder for state in workflow.states} == set(spoken.HOLDERS)
    facts = {fact.code for fact in workflow.facts}
    facts |= {fact for move in workflow.moves for fact in move.facts}
    assert facts == set(spoken.FACTS)


@every_workflow
def test_every_state_can_be_reached(workflow: Workflow) -> None:
    reached = {move.target for move in workflow.moves if not move.sources}
    for _ in workflow.states:
        reached |= {move.target for move in workflow.moves if move.sources & reached}
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
    assert not [text for text in spoken if "PPK" in text]


def test_every_waiting_state_says_what_is_waited_for() -> None:
    for workflow in WORKFLOWS:
        spoken = WORDS[workflow.code]
        for state in workflow.states:
            if not state.final:
                assert spoken.waiting(state).startswith("Menunggu"), state.code
