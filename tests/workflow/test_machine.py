"""Random walks through every declaration: nothing unlisted, and the history tells the state."""

from functools import cache
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from netralitas.workflow.decision import Decision
from netralitas.workflow.domain import Ask, Intent, Standing, Workflow
from netralitas.workflow.engine import (
    decide,
    decide_fact,
    facts_for,
    follow,
    leads_on,
    options,
)
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflow.replay import replay
from netralitas.workflow.words import POSTS
from netralitas.workflows import WORKFLOWS

ANSWERED = ("deadline_default", "deadline_exam_final", "deadline_fixed", "eclipse")
ANYBODY = st.frozensets(st.sampled_from(sorted(POSTS, key=str)))
GIVEN = st.frozensets(st.sampled_from(Ask))
STATED = st.frozensets(st.sampled_from(ANSWERED))
REASON = st.sampled_from([None, "", "Alasan."])


@cache
def requirements(workflow: Workflow) -> st.SearchStrategy[frozenset[str]]:
    """Any of what can be required, made once: to make a strategy costs more than to draw."""
    codes = [item.code for item in workflow.requirements]
    return st.frozensets(st.sampled_from(codes)) if codes else st.just(frozenset())


@cache
def moves(workflow: Workflow) -> st.SearchStrategy[str]:
    """Any move that is declared."""
    return st.sampled_from([move.code for move in workflow.moves])


class Walk(RuleBasedStateMachine):
    """One proceeding under random intents of random people."""

    workflow: ClassVar[Workflow]

    def __init__(self) -> None:
        super().__init__()
        self.state: str | None = None
        self.history: list[tuple[str, str | None, str]] = []
        self.running: set[str] = set()

    def attempt(self, standing: Standing, intent: Intent) -> bool:
        try:
            decision = decide(self.workflow, standing, intent)
        except MoveRefused:
            return False
        move = decision.move
        assert set(move.by) & standing.posts
        assert set(move.requires) <= standing.present | decision.overrides | _supplied(
            self.workflow, intent
        )
        assert not move.exceptional or intent.reason
        assert set(decision.facts) <= {*move.facts, *intent.states}
        self.keep(decision)
        return True

    def keep(self, decision: Decision) -> None:
        self.history.append((decision.move.code, decision.from_state, decision.to_state))
        self.state = decision.to_state
        self.running -= {clock.rule for clock in decision.ends}
        self.running |= {clock.rule for clock in decision.starts}

    @rule(data=st.data())
    def intend_anything(self, data: st.DataObject) -> None:
        present = requirements(self.workflow)
        standing = Standing(
            state=self.state,
            posts=data.draw(ANYBODY),
            present=data.draw(present),
        )
        intent = Intent(
            move=data.draw(moves(self.workflow)),
            given=data.draw(GIVEN),
            states=data.draw(STATED),
            overrides=data.draw(present),
            reason=data.draw(REASON),
        )
        self.attempt(standing, intent)

    @rule(data=st.data())
    def do_what_is_offered(self, data: st.DataObject) -> None:
        standing = Standing(
            state=self.state,
            posts=frozenset(POSTS),
            present=frozenset(item.code for item in self.workflow.requirements),
        )
        offered = [
            option.move.code for option in options(self.workflow, standing) if option.possible
        ]
        if offered:
            chosen = data.draw(st.sampled_from(offered))
            assert self.attempt(
                standing, Intent(move=chosen, given=frozenset(Ask), reason="Alasan.")
            )

    @rule(data=st.data())
    def be_brought_along(self, data: st.DataObject) -> None:
        standing = Standing(state=self.state, posts=frozenset())
        brought = [
            move
            for move in self.workflow.moves
            if not move.by and self.state is not None and leads_on(move, self.state)
        ]
        if brought:
            chosen = data.draw(st.sampled_from(brought))
            self.keep(follow(self.workflow, standing, chosen, Intent(move=chosen.code)))

    @rule(data=st.data())
    def state_any_fact(self, data: st.DataObject) -> None:
        everything = frozenset(item.code for item in self.workflow.requirements)
        standing = Standing(state=self.state, posts=frozenset(POSTS), present=everything)
        offered = [fact.code for fact in facts_for(self.workflow, standing)]
        if offered:
            chosen = data.draw(st.sampled_from(offered))
            statement = decide_fact(self.workflow, standing, chosen, frozenset(Ask), "Alasan.")
            self.running -= {clock.rule for clock in statement.ends}
            self.running |= {clock.rule for clock in statement.starts}

    @invariant()
    def the_history_gives_the_state(self) -> None:
        assert replay(self.workflow, self.history) == self.state

    @invariant()
    def no_deadline_runs_on_an_ended_proceeding(self) -> None:
        if self.state is not None and self.workflow.state(self.state).final:
            assert not self.running

    @invariant()
    def the_state_is_declared_and_not_retired(self) -> None:
        assert self.state is None or not self.workflow.state(self.state).retired


def _supplied(workflow: Workflow, intent: Intent) -> set[str]:
    return {item.code for item in workflow.requirements if item.supplied_by in intent.given}


@pytest.mark.parametrize(
    "declared", tuple(WORKFLOWS), ids=lambda found: f"{found.code} {found.version}"
)
def test_no_walk_leaves_the_declaration(declared: Workflow) -> None:
    class Declared(Walk):
        workflow = declared

    run_state_machine_as_test(Declared, settings=settings(max_examples=60, stateful_step_count=30))
