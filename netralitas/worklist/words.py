"""The words of the lists: stages to filter by, who holds the ball since when, how long is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from netralitas import workflow_words
from netralitas.access.domain import Party, Post
from netralitas.audit.domain import Precision
from netralitas.cases import words as case_words
from netralitas.cases.domain import Source
from netralitas.cases.words import REGIMES, SOURCES
from netralitas.discipline.words import choice
from netralitas.law import time_left
from netralitas.law.domain import Regime, Zone
from netralitas.web.parts import type_tone
from netralitas.workflow.domain import Holder, Move, State, Workflow
from netralitas.workflow.engine import may
from netralitas.workflow.words import who
from netralitas.workflow_words import WORDS
from netralitas.workflows import WORKFLOWS, current, workflow
from netralitas.worklist.domain import DueFilter

HIDDEN: Final = "Perihal tidak ditampilkan untuk peran Anda"
NO_NUMBER: Final = "Tanpa nomor"
_AT_BAWASLU: Final = frozenset(
    {Holder.INVESTIGATOR, Holder.PLENARY, Holder.COMMISSIONER, Holder.PUBLISHER}
)
_SOON: Final = 1  # days left from which a deadline is marked
_PHASES: Final = {code: said.phases for code, said in WORDS.items()}
_DUE: Final = {
    "terlambat": (DueFilter.LATE, "Terlambat"),
    "hari-ini": (DueFilter.TODAY, "Hari ini"),
    "minggu-ini": (DueFilter.WEEK, "Minggu ini"),
    "tanpa": (DueFilter.NONE, "Tanpa tenggat"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A phase of a workflow as a filter: its word, and the states that belong to it."""

    label: str
    workflow: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """How a deadline stands, in words and by its tone."""

    words: str
    tone: type_tone


def slug(label: str) -> str:
    """Return a label as it stands in an address: "Kajian awal" is "kajian-awal"."""
    return "-".join(label.lower().replace("(", "").replace(")", "").split())


def _stages() -> dict[str, Stage]:
    """Return every phase in which something can be open, by its word in addresses."""
    found: dict[str, Stage] = {}
    for code, phases in _PHASES.items():
        for phase, label in phases.items():
            states = {
                state.code
                for declared in WORKFLOWS
                if declared.code == code
                for state in declared.states
                if state.phase == phase and not state.final
            }
            if states:
                taken = slug(label) in found
                said = f"{label} ({current(code).label})" if taken else label
                stage = Stage(label=said, workflow=code, states=tuple(sorted(states)))
                found[slug(said)] = stage
    return found


STAGES: Final = _stages()
PROCESSES: Final = {slug(current(code).label): code for code in _PHASES}
SOURCE_FILTERS: Final[dict[str, Source]] = {
    slug(SOURCES[source]): source for source in (Source.REPORT, Source.FINDING, Source.INFORMATION)
}
REGIME_FILTERS: Final[dict[str, Regime]] = {
    slug(label).removesuffix("-pilkada"): regime for regime, label in REGIMES.items()
}
DUE_FILTERS: Final = {word: due for word, (due, _) in _DUE.items()}
DUE_LABELS: Final = {word: label for word, (_, label) in _DUE.items()}


def process_label(code: str) -> str:
    """Return the name of a workflow: "Penanganan"."""
    return current(code).label


def stage_label(code: str, version: int, state: str) -> str:
    """Return the state in words, as the declaration that the proceeding runs on says it."""
    return workflow(code, version).state(state).label


def ball(code: str, state: State, authority: str | None) -> str:
    """Return whom is waited for: "Menunggu rapat pleno"."""
    return workflow_words.waiting(code, state, authority)


def since(begun: datetime, now: datetime, zone: str, precision: str | None = None) -> str:
    """Return since when, and for how long: "sejak 3 September 2024 (4 hari)".

    `precision` is how exactly that is known, None where to the day.
    """
    place = Zone(zone)
    return _since(begun.astimezone(place.tz).date(), precision, time_left.present(now, place).today)


@lru_cache(maxsize=4096)  # on one day a list of many names few others
def _since(begun: date, precision: str | None, today: date) -> str:
    return case_words.waiting_since(begun, Precision(precision) if precision else None, today)


def left(due: datetime | None, now: datetime, zone: str) -> Left:
    """Return how long is left, as `law.time_left` says it, and how it is marked."""
    if due is None:
        return Left(words="Tanpa tenggat", tone="neutral")
    return _left(*time_left.until(due, now, Zone(zone)))


@lru_cache(maxsize=4096)
def _left(days: int, hours: int) -> Left:
    said = time_left.left_in(days, hours)
    if hours < 0:
        return Left(words=said, tone="late")
    return Left(words=said, tone="soon" if days <= _SOON else "neutral")


def next_step(
    declared: Workflow, state: str, posts: Iterable[Post], authority: str | None = None
) -> str:
    """Return the next move for who holds `posts`, else who is waited for: never an exceptional one.

    While another office holds the ball it is that office that is waited for, although its answer
    can be recorded on its behalf. Where several posts may act it is said what is waited for.
    """
    own = frozenset(posts)
    reached = declared.state(state)
    if _elsewhere(reached, own):
        return ball(declared.code, reached, authority)
    ahead = _ahead(declared, state)
    mine = next((move for move in ahead if may(own, move.by)), None)
    if mine is not None:
        return choice(mine.facts) or mine.label
    if not ahead:
        return "Lihat perkara"
    by = ahead[0].by
    return f"Menunggu {who(by)}" if len(by) == 1 else ball(declared.code, reached, authority)


def next_move(declared: Workflow, state: str, posts: Iterable[Post]) -> Move | None:
    """Return the move that `next_step` names; None where it names none, or a choice of several."""
    own = frozenset(posts)
    if _elsewhere(declared.state(state), own):
        return None
    mine = next((move for move in _ahead(declared, state) if may(own, move.by)), None)
    return None if mine is None or choice(mine.facts) else mine


def _ahead(declared: Workflow, state: str) -> list[Move]:
    return [
        move
        for move in declared.moves
        if move.by and state in move.sources and not move.exceptional
    ]


def _elsewhere(state: State, own: frozenset[Post]) -> bool:
    """Say whether the ball lies with another side than that of who holds these posts."""
    receiving = any(post.party is Party.RECEIVER for post in own)
    if state.holder in {Holder.AUTHORITY, Holder.FOLLOW_UP, Holder.APPOINTING}:
        return not receiving
    if state.holder in _AT_BAWASLU:
        return receiving
    return state.holder is not Holder.NOBODY
