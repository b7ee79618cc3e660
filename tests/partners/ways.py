"""Which steps a receiver has, and the way to one that was not made yet."""

from collections import deque
from collections.abc import Iterable

from netralitas.database.connection import Row
from netralitas.workflow.domain import Move
from netralitas.workflow.posts import FOLLOW_UP, LIAISON
from netralitas.workflows import current


def receivers(workflow: str) -> tuple[Move, ...]:
    """The moves that a liaison or an officer of the follow-up can make on what was opened."""
    moves = current(workflow).moves
    return tuple(one for one in moves if one.sources and {FOLLOW_UP, LIAISON} & set(one.by))


def way(
    moves: Iterable[Move],
    row: Row,
    left: set[str],
) -> tuple[int, list[str]] | None:
    """The shortest way from where a proceeding stands to a step that was not made yet."""
    waiting: deque[tuple[str, list[str]]] = deque([(row["state"], [])])
    known = {row["state"]}
    while waiting:
        state, codes = waiting.popleft()
        for move in moves:
            if state not in move.sources:
                continue
            if move.code in left:
                return row["id"], [*codes, move.code]
            target = move.target or state
            if target not in known:
                known.add(target)
                waiting.append((target, [*codes, move.code]))
    return None
