"""From a history of moves back to the state: the check that a record and its state agree."""

from collections.abc import Iterable
from typing import Final

from netralitas.workflow.domain import Move, Workflow

AS_FOUND: Final = "as_found"
"""The step of an old register, which no workflow declares: from anywhere to where it was found."""


class ReplayError(Exception):
    """The history contains a step that the workflow does not list."""


def replay(workflow: Workflow, events: Iterable[tuple[str, str | None, str]]) -> str | None:
    """Return the state in which a history of (move, from, to) ends; None when it is empty.

    A retired state is entered here all the same: it was in use when the step was made; `AS_FOUND`
    leads from each state to each that is declared. Raises ReplayError at the first step that is not
    listed or does not follow from the one before.
    """
    state: str | None = None
    for position, (name, source, target) in enumerate(events, start=1):
        if source != state:
            raise ReplayError(f"step {position}, {name}: it leaves {source}, but {state} holds")
        if name == AS_FOUND:
            _hold_declared(workflow, position, target)
        elif not _listed(_move(workflow, position, name), source, target):
            raise ReplayError(f"step {position}, {name}: {source} to {target} is not listed")
        state = target
    return state


def _move(workflow: Workflow, position: int, name: str) -> Move:
    try:
        return workflow.move(name)
    except KeyError:
        raise ReplayError(
            f"step {position}: {workflow.code} {workflow.version} has no move {name}"
        ) from None


def _hold_declared(workflow: Workflow, position: int, target: str) -> None:
    if target not in {state.code for state in workflow.states}:
        raise ReplayError(f"step {position}: {workflow.code} has no state {target}")


def _listed(move: Move, source: str | None, target: str) -> bool:
    leads_on = not move.sources if source is None else source in move.sources
    return leads_on and target == (move.target or source)
