"""Which step a complaint may take, and who must keep out of it. Pure."""

import re
from collections.abc import Iterable
from typing import Final

from netralitas.cases.likeness.keys import name_keys
from netralitas.refusals import RuleBroken
from netralitas.service.domain import ComplaintState, Handler, Span
from netralitas.service.workflow import MOVES, STATES
from netralitas.workflow.domain import Move

LEAST_SHOWN: Final = 5
"""Of a month with fewer matters neither their number nor their times are told."""
RULE: Final = "office.complaint_answer"
"""The rule of the house for an answer; it may be missing, or changed by an administrator."""

_BETWEEN: Final = re.compile(r"[,;/\n]| dan ")
_BY_CODE: Final = {move.code: move for move in MOVES}
_LABELS: Final = {state.code: state.label for state in STATES}


def moves_from(state: ComplaintState) -> tuple[Move, ...]:
    """Return the moves that lead on from a state, in the order in which they are offered."""
    return tuple(move for move in MOVES if state in move.sources)


def taken(state: ComplaintState, code: str) -> ComplaintState:
    """Return the state after a move; RuleBroken where it does not lead on from this one."""
    move = _BY_CODE[code]
    if state not in move.sources or move.target is None:
        raise RuleBroken(
            f"Pengaduan ini berstatus “{_LABELS[state]}”; langkah “{move.label}” tidak berlaku.",
            rule=f"complaint.{code}",
            remedy="Muat ulang halaman ini untuk melihat langkah yang berlaku.",
        )
    return ComplaintState(move.target)


def label(state: ComplaintState) -> str:
    """Return the name of a state."""
    return _LABELS[state]


def concerned(told: str | None, officers: Iterable[Handler]) -> tuple[int, ...]:
    """Return the officers whom a complaint names, as somebody wrote it: they must keep out.

    Somebody is named where every word of their name stands there, in whatever spelling and order,
    whatever else does ("Ibu Sari Kusumawati"); several may stand in one line.
    """
    said = [name_keys(part) for part in _BETWEEN.split(told or "")]
    names = {each.officer: name_keys(each.name) for each in officers}
    found = {officer for officer, keys in names.items() if keys and any(keys <= s for s in said)}
    return tuple(sorted(found))


def shown(amount: int) -> int | None:
    """Return an amount of a month as it may be told: None for one to four, 0 for none at all."""
    return amount if amount == 0 or amount >= LEAST_SHOWN else None


def span(measured: int, median: float | None, met: int | None = None) -> Span:
    """Return how long something took, its middle in hours; nothing of too few."""
    if measured < LEAST_SHOWN:
        return Span(median=None, measured=measured)
    return Span(median=median, measured=measured, met=met)
