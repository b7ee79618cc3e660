"""A registry holds every version once and refuses declarations that contradict themselves."""

from dataclasses import replace

import pytest

from netralitas.workflow.domain import Ask, ClockDeclaration, Consequence, Move, Workflow
from netralitas.workflow.registry import Registry, faults
from netralitas.workflows import WORKFLOWS, current, workflow

HANDLING = current("handling")
LITIGATION = current("litigation")


def changed(code: str, move: Move) -> Workflow:
    moves = tuple(move if kept.code == code else kept for kept in HANDLING.moves)
    return replace(HANDLING, moves=moves)


def test_a_workflow_is_found_by_code_and_version() -> None:
    assert workflow("handling", HANDLING.version) is HANDLING
    assert {found.code for found in WORKFLOWS} == {
        *("handling", "referral", "discipline", "compliance", "publication"),
        *("office_publication", "identity_access", "criminal", "organiser_ethics", "litigation"),
    }


def test_the_newest_version_is_current_and_the_old_one_stays() -> None:
    newer = replace(LITIGATION, version=2)
    registry = Registry((newer, LITIGATION))
    assert registry.current("litigation") is newer
    assert registry.workflow("litigation", 1) is LITIGATION
    assert current("referral").version == 3
    assert [workflow("referral", version).version for version in (1, 2)] == [1, 2]


def test_an_unknown_workflow_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        workflow("handling", 99)
    with pytest.raises(KeyError):
        current("astrology")


def test_a_version_declared_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        Registry((LITIGATION, LITIGATION))


def test_a_move_that_opens_an_unknown_workflow_is_refused() -> None:
    with pytest.raises(ValueError, match=r"handling\.forward opens referral"):
        Registry((HANDLING,))


def test_a_move_that_opens_a_proceeding_in_its_middle_is_refused() -> None:
    opened = (Consequence(workflow="litigation", move="end_granted"),)
    opening = replace(LITIGATION, moves=(*LITIGATION.moves, replace(EXTRA, opens=opened)))
    with pytest.raises(ValueError, match="opens litigation by no opening move"):
        Registry((opening,))


@pytest.mark.parametrize("brought", ["open", "fly"])
def test_a_move_that_brings_what_cannot_follow_is_refused(brought: str) -> None:
    consequence = (Consequence(workflow="litigation", move=brought),)
    bringing = replace(LITIGATION, moves=(*LITIGATION.moves, replace(EXTRA, brings=consequence)))
    with pytest.raises(ValueError, match="brings no move of litigation"):
        Registry((bringing,))


def test_a_move_may_bring_another_that_leads_on_somewhere() -> None:
    consequence = (Consequence(workflow="litigation", move="end_granted"),)
    bringing = replace(LITIGATION, moves=(*LITIGATION.moves, replace(EXTRA, brings=consequence)))
    assert Registry((bringing,)).current("litigation") is bringing


EXTRA = replace(LITIGATION.move("end_granted"), code="extra")
FORWARD = HANDLING.move("forward")


@pytest.mark.parametrize(
    ("move", "fault"),
    [
        (replace(FORWARD, target="heaven"), "unknown state heaven"),
        (replace(FORWARD, requires=("luck",)), "unknown requirement luck"),
        (replace(FORWARD, not_before=frozenset({"eclipse"})), "may not precede eclipse"),
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


def test_a_fact_that_only_an_answer_adds_is_stated_all_the_same() -> None:
    move = replace(FORWARD, may_state=("eclipse",))
    clock = ClockDeclaration(rule="complete", starts_on="eclipse", ends_on=frozenset())
    assert faults(replace(changed("forward", move), clocks=(clock,))) == ()


def test_a_clock_that_starts_in_an_unknown_state_is_named() -> None:
    clock = replace(HANDLING.clocks[0], starts_in=frozenset({"limbo"}))
    found = faults(replace(HANDLING, clocks=(clock,)))
    assert found == ("handling: the clock tracing names the unknown state limbo",)


def test_a_fact_allowed_in_an_unknown_state_is_named() -> None:
    fact = replace(HANDLING.facts[0], when=frozenset({"limbo"}))
    found = faults(replace(HANDLING, facts=(fact,), clocks=()))
    assert found == ("handling: the fact act names the unknown state limbo",)
