"""Entries before and after, side by side, as pages show them; pure."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from netralitas.editions.domain import Entry
from netralitas.editions.pages.parts import Change, Difference
from netralitas.editions.policy import Bodies
from netralitas.editions.words import named, told

_NEW: Final = "baru"
_CHANGED: Final = "berubah"
_WITHDRAWN: Final = "dicabut"
_SAME: Final = "tetap"


def side_by_side(before: Bodies, entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Return what each entry says next to what stood before it."""
    return tuple(_change(before.get((entry.kind, entry.key)), entry) for entry in entries)


def _change(stood: Mapping[str, Any] | None, entry: Entry) -> Change:
    earlier = told(entry.kind, stood) if stood else {}
    later = told(entry.kind, entry.body) if entry.body else {}
    whole = not (stood and entry.body)  # of what is only changed, what stays is not worth reading
    return Change(
        title=named(entry.kind, entry.key, entry.body or stood),
        state=_state(stood, entry.body),
        differences=tuple(
            Difference(label=label, before=earlier.get(label, ""), after=later.get(label, ""))
            for label in dict.fromkeys((*earlier, *later))
            if whole or earlier.get(label) != later.get(label)
        ),
    )


def _state(stood: Mapping[str, Any] | None, body: Mapping[str, Any] | None) -> str:
    if stood is None:
        return _NEW
    if body is None:
        return _WITHDRAWN
    return _CHANGED if stood != body else _SAME
