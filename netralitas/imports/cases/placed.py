"""A line of a register as it is taken in: values only."""

from dataclasses import dataclass

from netralitas.cases.as_found.domain import FoundCase
from netralitas.imports.cases.report import Unplaced
from netralitas.referral.external.domain import ExternalWord


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundExternal:
    """What another system says of the respondent at this place (from 0)."""

    respondent: int
    word: ExternalWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another line of a register: where the matter went on ("merged_into") or came from."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line ready to be taken in: the case, and what no case has a place for."""

    line: int
    key: str
    found: FoundCase
    external: tuple[FoundExternal, ...]
    related: tuple[Related, ...]
    unplaced: tuple[Unplaced, ...]
