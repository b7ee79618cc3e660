"""The pure interpreter of declarations: what may happen next, and what follows from it."""

from collections.abc import Collection, Sequence

from netralitas.workflow import words
from netralitas.workflow.decision import Decision, Option, Statement
from netralitas.workflow.domain import (
    Ask,
    Basis,
    ClockDeclaration,
    FactDeclaration,
    Intent,
    Move,
    Obstacle,
    Standing,
    Workflow,
)
from netralitas.workflow.refusals import MoveRefused
from netralitas.workflow.rules import (
    asks,
    fact_obstacles,
    leads_on,
    may,
    not_yours,
    obstacles,
    obstacles_to,
    obstacles_to_fact,
    overridden,
)

__all__ = [
    "asks",
    "basis_in",
    "clocks",
    "decide",
    "decide_all",
    "decide_fact",
    "fact_obstacles",
    "facts_for",
    "follow",
    "leads_on",
    "may",
    "not_yours",
    "obstacles",
    "options",
    "refuse_set",
]


def decide(workflow: Workflow, standing: Standing, intent: Intent) -> Decision:
    """Return what follows from the move that is intended.

    Raises MoveRefused (a RuleBroken) naming every rule that does not allow it.
    """
    move = _move(workflow, intent.move)
    if found := obstacles_to(workflow, standing, move, intent):
        raise MoveRefused(found)
    return follow(workflow, standing, move, intent)


def follow(workflow: Workflow, standing: Standing, move: Move, intent: Intent) -> Decision:
    """Return what follows from a move that is allowed, or made as the consequence of another.

    Nothing is asked; a consequence is made only where `leads_on` holds.
    """
    reached = _target(move, standing.state)
    facts = (*move.facts, *(fact for fact in move.may_state if fact in intent.states))
    starts, ends = clocks(workflow, facts, reached, standing.addressee)
    return Decision(
        move=move,
        from_state=standing.state,
        to_state=reached,
        facts=facts,
        starts=starts,
        ends=ends,
        overrides=overridden(workflow, standing, move, intent),
    )


def decide_all(
    workflow: Workflow, standings: Sequence[Standing], intent: Intent
) -> tuple[Decision, ...]:
    """Return one decision for each proceeding of a set, or refuse the whole set.

    Only a move declared `batch` is made on more than one proceeding.
    """
    refuse_set(workflow, intent.move, len(standings))
    return tuple(decide(workflow, standing, intent) for standing in standings)


def refuse_set(workflow: Workflow, code: str, amount: int) -> Move:
    """Return the move `code`; MoveRefused when it is unlisted, or not made on several at once."""
    move = _move(workflow, code)
    if amount > 1 and not move.batch:
        raise MoveRefused((Obstacle(rule="batch", sentence=words.not_in_sets(move)),))
    return move


def decide_fact(
    workflow: Workflow,
    standing: Standing,
    code: str,
    given: Collection[Ask] = (),
    reason: str | None = None,
    overrides: frozenset[str] = frozenset(),
) -> Statement:
    """Return what follows from recording the declared fact `code`; the state stays as it is.

    Raises MoveRefused when the fact is not declared, out of place, another's, unanswered, or when
    something it requires is lacking and not overridden with a reason.
    """
    declared = _fact(workflow, code)
    intent = Intent(move=code, given=frozenset(given), overrides=overrides, reason=reason)
    if found := obstacles_to_fact(workflow, standing, declared, intent):
        raise MoveRefused(found)
    starts, ends = clocks(workflow, (code,), standing.state, standing.addressee)
    passed = overridden(workflow, standing, declared, intent)
    return Statement(fact=declared, starts=starts, ends=ends, overrides=passed)


def options(workflow: Workflow, standing: Standing) -> tuple[Option, ...]:
    """Return every move that leads on from the present state, possible or blocked, as declared.

    Without a state: the moves that open the proceeding. What only the form can answer blocks
    nothing here.
    """
    return tuple(
        Option(move=move, obstacles=obstacles(workflow, standing, move))
        for move in workflow.moves
        if move.by and leads_on(move, standing.state)
    )


def facts_for(workflow: Workflow, standing: Standing) -> tuple[FactDeclaration, ...]:
    """Return the facts that may be recorded now by one who stands there, in declared order."""
    return tuple(fact for fact in workflow.facts if not fact_obstacles(workflow, standing, fact))


def clocks(
    workflow: Workflow, facts: Collection[str], state: str | None, addressee: str | None = None
) -> tuple[tuple[ClockDeclaration, ...], tuple[ClockDeclaration, ...]]:
    """Return the clocks that these facts start in the state, and those that they end if they run.

    Nothing starts on a proceeding that is at its end; `addressee` is the kind of its office.
    """
    starts = tuple(
        clock
        for clock in workflow.clocks
        if clock.starts_on in facts
        and _starts_in(workflow, clock, state)
        and (not clock.runs_for or addressee in clock.runs_for)
    )
    ends = tuple(clock for clock in workflow.clocks if not clock.ends_on.isdisjoint(facts))
    return starts, ends


def basis_in(basis: tuple[Basis, ...], regime: str | None) -> tuple[Basis, ...]:
    """Return the articles that concern a case of this regime; all of them where none does."""
    return tuple(article for article in basis if article.regime in {None, regime}) or basis


def _starts_in(workflow: Workflow, clock: ClockDeclaration, state: str | None) -> bool:
    if state is None or workflow.state(state).final:
        return False
    return not clock.starts_in or state in clock.starts_in


def _move(workflow: Workflow, code: str) -> Move:
    try:
        return workflow.move(code)
    except KeyError:
        raise MoveRefused((Obstacle(rule="unlisted", sentence=words.unknown(code)),)) from None


def _fact(workflow: Workflow, code: str) -> FactDeclaration:
    try:
        return workflow.fact(code)
    except KeyError:
        raise MoveRefused((Obstacle(rule="unlisted", sentence=words.unknown(code)),)) from None


def _target(move: Move, state: str | None) -> str:
    target = move.target or state
    if target is None:
        raise ValueError(f"the move {move.code} opens a proceeding in no state")
    return target
