"""Entries before and after, side by side, as pages show them; pure."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.pages.parts import Change, Difference
from netralitas.editions.policy import Bodies
from netralitas.editions.words import PLAIN_KINDS, named, told

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
    rows = [
        Difference(
            label=label,
            before=earlier.get(label, ""),
            after=later.get(label, ""),
            changed=earlier.get(label) != later.get(label),
        )
        for label in dict.fromkeys((*earlier, *later))
    ]
    # Of long catalogues only what differs is worth reading.
    long = stood and entry.body and EntryKind(entry.kind) not in PLAIN_KINDS
    return Change(
        title=named(entry.kind, entry.key, entry.body or stood),
        state=_state(stood, entry.body),
        differences=tuple(row for row in rows if row.changed or not long),
    )


def _state(stood: Mapping[str, Any] | None, body: Mapping[str, Any] | None) -> str:
    if stood is None:
        return _NEW
    if body is None:
        return _WITHDRAWN
    return _CHANGED if stood != body else _SAME
