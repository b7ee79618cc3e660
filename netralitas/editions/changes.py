"""Entries before and after, side by side, as pages show them; pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from netralitas.editions.domain import Bodies, Entry
from netralitas.editions.pages.parts import Change, Difference
from netralitas.editions.words import fields_told, further_told, named, told
from netralitas.law.entries import Body

_NEW: Final = "baru"
_CHANGED: Final = "berubah"
_WITHDRAWN: Final = "dicabut"
_SAME: Final = "tetap"


def side_by_side(before: Bodies, entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Return what each entry says next to what stood before it."""
    return tuple(_change(before.get((entry.kind, entry.key)), entry) for entry in entries)


def _change(stood: Body | None, entry: Entry) -> Change:
    return Change(
        title=named(entry.kind, entry.key, entry.body or stood),
        state=_state(stood, entry.body),
        differences=tuple(_differences(stood, entry)),
    )


def _differences(stood: Body | None, entry: Entry) -> list[Difference]:
    """Return all that a new or withdrawn entry says, or all in which a changed one differs."""
    kind, body = entry.kind, entry.body
    if stood is None or body is None:
        earlier, later = (told(kind, said) if said else {} for said in (stood, body))
        return list(_differing(earlier, later))
    found = [
        *_differing(told(kind, stood), told(kind, body)),
        *_differing(further_told(kind, stood), further_told(kind, body)),
    ]
    return found or list(_differing(fields_told(kind, stood), fields_told(kind, body)))


def _differing(earlier: Mapping[str, str], later: Mapping[str, str]) -> Iterator[Difference]:
    for label in dict.fromkeys((*earlier, *later)):
        before, after = earlier.get(label, ""), later.get(label, "")
        if before != after:
            yield Difference(label=label, before=before, after=after)


def _state(stood: Body | None, body: Body | None) -> str:
    if body is None:
        return _WITHDRAWN
    if stood is None:
        return _NEW
    return _CHANGED if stood != body else _SAME
