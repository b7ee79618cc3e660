"""The step of old registers: to any declared state, with what is known, and never by hand."""

from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from netralitas.workflow.as_found import AS_FOUND, Found, as_found, may_run, may_state
from netralitas.workflow.domain import Ask, Intent, Standing, Workflow
from netralitas.workflow.engine import decide, options
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflow.registry import faults
from netralitas.workflow.words import POSTS
from netralitas.workflows import WORKFLOWS, current
from tests.workflow.test_machine import Walk
from tests.workflow.toy import WORKFLOW, move

DISCIPLINE = current("discipline")


class Finding(Walk):
    """A proceeding that is found anywhere, goes on by moves and facts, and is found again."""

    @rule(data=st.data())
    def find_it_anywhere(self, data: st.DataObject) -> None:
        usable = [None, *(state.code for state in self.workflow.states if not state.retired)]
        stated = sorted(may_state(self.workflow))
        facts = (
            st.lists(st.sampled_from(stated), unique=True, max_size=3) if stated else st.just([])
        )
        found = Found(
            state=data.draw(st.sampled_from(usable)),
            facts=tuple(data.draw(facts)),
            dated=data.draw(st.booleans()),
        )
        if found.state is None and self.state is None:
            with pytest.raises(MoveRefused):
                as_found(self.workflow, None, found)
            return
        step = as_found(self.workflow, self.state, found)
        assert found.dated or not step.starts
        assert {clock.starts_on for clock in step.starts} <= set(found.facts)
        assert not set(step.over) & set(step.ends)
        self.history.append((AS_FOUND, self.state, step.to_state))
        self.state = step.to_state
        self.running -= {*step.ends, *step.over}
        self.running |= {clock.rule for clock in step.starts}

    @invariant()
    def no_deadline_runs_where_no_declared_way_leads_with_it(self) -> None:
        if self.state is not None:
            can = may_run(self.workflow)
            assert all(self.state in can[rule] for rule in self.running)


class Ordinary(Walk):
    """A proceeding that goes by declared moves alone: what runs then is what may run."""

    @invariant()
    def what_runs_may_run(self) -> None:
        if self.state is not None:
            can = may_run(self.workflow)
            assert all(self.state in can[rule] for rule in self.running)


@pytest.mark.parametrize("code", sorted({found.code for found in WORKFLOWS}))
@pytest.mark.parametrize("machine", [Finding, Ordinary])
def test_found_anywhere_the_history_gives_the_state_and_no_dead_clock_runs(
    machine: type[Walk], code: str
) -> None:
    class Declared(machine):  # type: ignore[valid-type, misc]  # the machine is the parameter
        workflow: ClassVar[Workflow] = current(code)

    run_state_machine_as_test(Declared, settings=settings(max_examples=20, stateful_step_count=20))


@pytest.mark.parametrize("code", sorted({found.code for found in WORKFLOWS}))
def test_every_declared_state_can_be_found_and_every_proceeding_found_can_end(code: str) -> None:
    declared = current(code)
    ends = {state.code for state in declared.states if state.final}
    reached = set(ends)
    while True:
        before = {
            source
            for step in declared.moves
            for source in step.sources
            if (step.target or source) in reached
        }
        if before <= reached:
            break
        reached |= before
    for state in declared.states:
        step = as_found(declared, None, Found(state=state.code))
        assert step.to_state == state.code
        assert state.code in reached, "it was found where no way leads to an end"


def test_nobody_makes_the_step_by_hand() -> None:
    for declared in WORKFLOWS:
        for state in (None, *(each.code for each in declared.states)):
            everybody = Standing(state=state, posts=frozenset(POSTS))
            assert AS_FOUND not in {option.move.code for option in options(declared, everybody)}
            intent = Intent(move=AS_FOUND, given=frozenset(Ask), reason="Alasan.")
            with pytest.raises(MoveRefused):
                decide(declared, everybody, intent)


def test_no_workflow_may_declare_it() -> None:
    declared = replace(WORKFLOW, moves=(*WORKFLOW.moves, move(AS_FOUND, "open", "done")))
    assert any("old registers" in fault for fault in faults(declared))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found(state="terbang"), "Tahap “terbang” tidak dikenal"),
        (Found(state="old"), "tidak berlaku lagi"),
        (Found(state="open", facts=("menari",)), "“menari” tidak dikenal"),
        (Found(state=None, facts=("started",)), "harus disebut tahapnya"),
    ],
)
def test_what_is_not_declared_is_refused_in_a_sentence(found: Found, said: str) -> None:
    with pytest.raises(MoveRefused, match=said):
        as_found(WORKFLOW, None, found)


def test_who_stands_in_a_state_retired_since_may_stay_in_it() -> None:
    assert as_found(WORKFLOW, "old", Found(state=None, facts=("told",))).to_state == "old"


def test_a_clock_starts_from_a_fact_known_to_the_day_alone() -> None:
    told = Found(state="delivered", facts=("sk_received",))
    rules = {clock.rule for clock in as_found(DISCIPLINE, "decree_fixed", told).starts}
    assert "asn.sk_effective" in rules
    roughly = replace(told, dated=False)
    assert as_found(DISCIPLINE, "decree_fixed", roughly).starts == ()


def test_what_was_running_is_over_where_it_cannot_run_and_ends_with_a_stated_fact() -> None:
    silent = as_found(DISCIPLINE, "delivered", Found(state="reported"))
    assert {"asn.sk_effective", "asn.keberatan"} <= set(silent.over)
    assert silent.ends == ()
    spoken = as_found(DISCIPLINE, "delivered", Found(state="in_force", facts=("in_force",)))
    assert "asn.keberatan" in spoken.ends
    assert "asn.keberatan" not in spoken.over
