"""Where a value stood that no field of a case holds: put back into the line it came from. Pure."""

import re
from collections.abc import Iterable
from typing import Any, Final

from netralitas.imports.cases.report import Unplaced

_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def put_back(line: dict[str, Any], unplaced: Iterable[Unplaced]) -> None:
    """Hold that every kept value stands in the line again, where the file had it."""
    for each in sorted(unplaced, key=_is_nested):
        _put(line, _path(each.field), each.value)


def _path(field: str) -> list[str | int]:
    """Return the steps to a field: "letters[0].sent" leads by "letters", 0, "sent"."""
    return [name or int(place) for name, place in _STEP.findall(field)]


def _is_nested(unplaced: Unplaced) -> tuple[bool, list[int]]:
    """Return what puts whole elements of lists first, in their order: others stand after them."""
    path = _path(unplaced.field)
    return not isinstance(path[-1], int), [step for step in path if isinstance(step, int)]


def _put(line: dict[str, Any], path: list[str | int], value: object) -> None:
    """Put a value where its line had it; into a list it is inserted, or joins those that are."""
    *front, last = path
    here: Any = line
    for step, onward in zip(front, path[1:], strict=True):
        if isinstance(step, str):
            here = here.setdefault(step, [] if isinstance(onward, int) else {})
        else:
            here = here[step]
    if isinstance(last, int):
        here.insert(last, value)
    elif isinstance(here.get(last), list) and isinstance(value, list):
        here[last] = [*here[last], *value]
    else:
        here[last] = value
