"""A case as a register finds it, ready to be entered: values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.cases.domain import NewCase, NumberKind, SanctionLevel, Side

SHARED: Final = frozenset({"referral", "discipline", "compliance"})
"""The workflows whose office reads what was handed over to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number exactly as it is printed."""

    kind: NumberKind
    printed: str
    issued_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProceeding:
    """A procedure on the case, or on the respondent at this place of its list (from 0).

    `addressee_kind` is the kind of office it is addressed to.
    """

    workflow: str
    respondent: int | None = None
    addressee: int | None = None
    addressee_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSanction:
    """What was recommended or imposed; `kind` is of the catalogue, None where it is not known."""

    side: Side
    level: SanctionLevel
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLetter:
    """A letter as far as it is known; `reply_to` is the place of an earlier one (from 0).

    `correspondent` None: who is at the other end is not known to us. `proof` is the code of what
    proves the receipt.
    """

    direction: str
    printed: str = ""
    dated_on: date | None = None
    subject: str = ""
    correspondent: int | None = None
    method: str | None = None
    sent_on: date | None = None
    received_on: date | None = None
    proof: str | None = None
    answer_by: date | None = None
    came_back_on: date | None = None
    kept_at: str | None = None
    reply_to: int | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStep:
    """What happened on a proceeding (its place, from 0): a state, facts, or both.

    `details` holds codes and numbers only ("reception": the case came in); `fixed` is the day that
    a letter names as a deadline; `letters` are places in the list of letters.
    """

    proceeding: int
    happened: Moment
    state: str | None = None
    facts: tuple[str, ...] = ()
    note: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)
    fixed: date | None = None
    letters: tuple[int, ...] = ()
    sanctions: tuple[FoundSanction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCase:
    """A case whole. The first proceeding is the handling, the first step opens it.

    Steps stand in the order in which they happened. A letter that no step names was filed with the
    case.
    """

    new: NewCase
    proceedings: tuple[FoundProceeding, ...]
    steps: tuple[FoundStep, ...]
    numbers: tuple[FoundNumber, ...] = ()
    letters: tuple[FoundLetter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredCase:
    """A case that now exists: its respondents by place, and who keeps the case.

    `gone` is the last event by which the handling changed to its present state.
    """

    id: int
    respondents: tuple[int, ...]
    readers: tuple[int, ...]
    gone: int | None
