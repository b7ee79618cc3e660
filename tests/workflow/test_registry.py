"""A registry holds every version once and refuses declarations that contradict themselves."""

from dataclasses import replace

import pytest

from netralitas.workflow.domain import Ask, ClockDeclaration, Move, Workflow
from netralitas.workflow.registry import Registry, faults
from netralitas.workflows import WORKFLOWS, current, workflow

HANDLING = current("handling")
REFERRAL = current("referral")


def changed(code: str, move: Move) -> Workflow:
    moves = tuple(move if kept.code == code else kept for kept in HANDLING.moves)
    return replace(HANDLING, moves=moves)


def test_a_workflow_is_found_by_code_and_version() -> None:
    assert workflow("handling", 1) is HANDLING
    assert {found.code for found in WORKFLOWS} == {"handling", "referral"}


def test_the_newest_version_is_current_and_the_old_one_stays() -> None:
    newer = replace(REFERRAL, version=2)
    registry = Registry((newer, REFERRAL))
    assert registry.current("referral") is newer
    assert registry.workflow("referral", 1) is REFERRAL


def test_an_unknown_workflow_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        workflow("handling", 99)
    with pytest.raises(KeyError):
        current("astrology")


def test_a_version_declared_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        Registry((REFERRAL, REFERRAL))


def test_a_move_that_opens_an_unknown_workflow_is_refused() -> None:
    with pytest.raises(ValueError, match=r"handling\.forward opens referral"):
        Registry((HANDLING,))


FORWARD = HANDLING.move("forward")


@pytest.mark.parametrize(
    ("move", "fault"),
    [
        (replace(FORWARD, target="heaven"), "unknown state heaven"),
        (replace(FORWARD, requires=("luck",)), "unknown requirement luck"),
        (replace(FORWARD, opens_with=None), "belong together"),
        (replace(FORWARD, may_ask=(Ask.LETTER_OUT,)), "same answer twice"),
        (replace(FORWARD, sources=frozenset(), target=None), "in no state"),
        (replace(FORWARD, code="close"), "close stands twice among the moves"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_named(move: Move, fault: str) -> None:
    assert any(fault in found for found in faults(changed("forward", move)))


def test_a_clock_on_a_fact_that_nothing_states_is_named() -> None:
    clock = ClockDeclaration(rule="complete", starts_on="eclipse", ends_on=frozenset())
    found = faults(replace(HANDLING, clocks=(clock,)))
    assert found == ("handling: the clock complete names eclipse, which nothing states",)


def test_a_clock_that_starts_in_an_unknown_state_is_named() -> None:
    clock = replace(HANDLING.clocks[0], starts_in=frozenset({"limbo"}))
    found = faults(replace(HANDLING, clocks=(clock,)))
    assert found == ("handling: the clock tracing names the unknown state limbo",)


def test_a_fact_allowed_in_an_unknown_state_is_named() -> None:
    fact = replace(HANDLING.facts[0], when=frozenset({"limbo"}))
    found = faults(replace(HANDLING, facts=(fact,), clocks=()))
    assert found == ("handling: the fact act names the unknown state limbo",)
