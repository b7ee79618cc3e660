"""What a case of the demo is made of before it is told: who did what when. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from netralitas.audit.domain import Moment
from netralitas.cases.domain import NewCase
from netralitas.vault.domain import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move, or a fact, and how many working days after the step before it: from least to most.

    `who` is the login of the person whose step it is, where the declaration alone leaves a choice.
    `answers` are fields of `Answers` by name; an office is given by its key.
    """

    code: str
    least: int = 0
    most: int = 0
    fact: bool = False
    who: str | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A step at its moment: on which workflow, of which respondent (by ordinal, None: the case).

    `chosen` are the ordinals that a hand-over or a release names. `happened` differs from `at`
    where something was written down later, or is known to the month alone; letters are dated by
    `dated` then. `by_hand`: it opens the proceeding.
    """

    at: datetime
    step: Step
    workflow: str = "handling"
    respondent: int | None = None
    chosen: tuple[int, ...] = ()
    happened: Moment | None = None
    dated: datetime | None = None
    by_hand: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A case from its receipt on: by whom it is kept and taken in, and its lines in order."""

    keeper: str
    taken_by: str
    new: NewCase
    reporter: Identity | None
    lines: tuple[Line, ...]
    taken_in: datetime


def line(at: datetime, code: str, **more: Any) -> Line:  # noqa: ANN401 - fields by name
    """Return a line; what is no field of it is an answer of its step."""
    own = {name: more.pop(name) for name in _LINE_FIELDS & more.keys()}
    step = Step(code=code, fact=more.pop("fact", False), who=more.pop("who", None), answers=more)
    return Line(at=at, step=step, **own)


_LINE_FIELDS: Final = frozenset(
    {"workflow", "respondent", "chosen", "happened", "dated", "by_hand", "note"}
)
