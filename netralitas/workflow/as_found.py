"""The step by which an old register enters a proceeding: to wherever the register finds it.

Nobody makes this step by hand: no workflow declares it, no form offers it and `decide` knows it
not. It asks for nothing, because what the register does not say is not known; it only holds that
state and facts are declared. Pure.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from netralitas.workflow import words
from netralitas.workflow.domain import ClockDeclaration, Move, Obstacle, State, Workflow
from netralitas.workflow.engine import clocks
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflow.replay import AS_FOUND

__all__ = ["AS_FOUND", "AsFound", "Found", "as_found", "may_run", "may_state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a register says at one place: the state (None: it stays), and dated facts.

    `dated`: the day is known. Without it nothing is counted from there.
    """

    state: str | None
    facts: tuple[str, ...] = ()
    dated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AsFound:
    """What follows from it: the state, the clocks that start, end, and are over in that state.

    What is over ended at a time that nobody recorded; what ends, ended with a fact that was stated.
    """

    from_state: str | None
    to_state: str
    facts: tuple[str, ...]
    starts: tuple[ClockDeclaration, ...]
    ends: tuple[str, ...]
    over: tuple[str, ...]


_NO_STATE: Final = Obstacle(rule="unlisted", sentence=words.NO_FOUND_STATE)


def as_found(
    workflow: Workflow, state: str | None, found: Found, addressee: str | None = None
) -> AsFound:
    """Return what follows from finding a proceeding so that stood in `state`, or did not exist.

    Clocks start from facts known to the day alone, and only those that can run where it was found;
    rules are named as declared. `addressee` is the kind of its office. MoveRefused for a state or a
    fact that is not declared, for a retired state, and for none at all.
    """
    reached = found.state or state
    if reached is None:
        raise MoveRefused((_NO_STATE,))
    _hold_state(workflow, reached, known=reached == state)
    _hold_facts(workflow, found.facts)
    running = may_run(workflow)
    starts, ends = clocks(workflow, found.facts, reached, addressee)
    ended = {clock.rule for clock in ends}
    return AsFound(
        from_state=state,
        to_state=reached,
        facts=found.facts,
        starts=tuple(c for c in starts if found.dated and reached in running[c.rule]),
        ends=tuple(dict.fromkeys(clock.rule for clock in ends)),
        over=tuple(
            rule for rule, states in running.items() if reached not in states and rule not in ended
        ),
    )


@cache
def may_run(workflow: Workflow) -> Mapping[str, frozenset[str]]:
    """Return in which states each clock can run by the declared moves, by its rule.

    It can where a way leads from a start of it that passes no fact by which it ends.
    """
    found: dict[str, frozenset[str]] = {}
    for clock in workflow.clocks:
        found[clock.rule] = found.get(clock.rule, frozenset()) | _ways(workflow, clock)
    return found


@cache
def may_state(workflow: Workflow) -> frozenset[str]:
    """Return every fact that an act of the workflow can state."""
    by_moves = {fact for move in workflow.moves for fact in (*move.facts, *move.may_state)}
    return frozenset(by_moves | {fact.code for fact in workflow.facts})


def _ways(workflow: Workflow, clock: ClockDeclaration) -> frozenset[str]:
    """Return the states reached from the starts of a clock by moves that do not end it."""
    open_ = {state.code for state in workflow.states if not state.final}
    reached = _begins(workflow, clock) & open_
    onward = [move for move in workflow.moves if clock.ends_on.isdisjoint(move.facts)]
    waiting = list(reached)
    while waiting:
        state = waiting.pop()
        for move in onward:
            target = move.target or state
            if state in move.sources and target in open_ and target not in reached:
                reached.add(target)
                waiting.append(target)
    return frozenset(reached)


def _begins(workflow: Workflow, clock: ClockDeclaration) -> set[str]:
    """Return the states in which the fact that starts the clock may be stated."""
    found: set[str] = set()
    for move in workflow.moves:
        if clock.starts_on in (*move.facts, *move.may_state):
            found |= _targets(move)
    for fact in workflow.facts:
        if fact.code == clock.starts_on:
            found |= fact.when or {state.code for state in workflow.states}
    return found & clock.starts_in if clock.starts_in else found


def _targets(move: Move) -> frozenset[str]:
    return move.sources if move.target is None else frozenset({move.target})


def _hold_state(workflow: Workflow, code: str, *, known: bool) -> None:
    """Hold that the state is declared, and in use unless the proceeding stands there already."""
    state: State | None = next((each for each in workflow.states if each.code == code), None)
    if state is None:
        raise MoveRefused((Obstacle(rule="unlisted", sentence=words.no_state(workflow, code)),))
    if state.retired and not known:
        raise MoveRefused((Obstacle(rule="retired", sentence=words.retired(state)),))


def _hold_facts(workflow: Workflow, facts: Collection[str]) -> None:
    for code in facts:
        if code not in may_state(workflow):
            raise MoveRefused((Obstacle(rule="unlisted", sentence=words.unknown(code)),))
