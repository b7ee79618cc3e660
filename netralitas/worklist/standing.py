"""What is said alike of every proceeding in one state: composed once, for lists of many."""

from dataclasses import dataclass
from functools import lru_cache

from netralitas.access.domain import Post
from netralitas.workflow.domain import Move
from netralitas.workflows import workflow
from netralitas.worklist import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A state in words for who holds certain posts; `move` is the step where it is a single one."""

    process: str
    stage: str
    waits: str
    step: str
    move: Move | None


@lru_cache(maxsize=4096)
def standing(
    code: str, version: int, state: str, own: frozenset[Post], authority: str | None
) -> Standing:
    """Return how a proceeding stands, in Indonesian; KeyError for a state that is not declared.

    Declarations never change while a process runs, so what was composed once stays true.
    """
    declared = workflow(code, version)
    reached = declared.state(state)
    return Standing(
        process=declared.label,
        stage=reached.label,
        waits=words.ball(code, reached, authority),
        step=words.next_step(declared, state, own, authority),
        move=words.next_move(declared, state, own),
    )
