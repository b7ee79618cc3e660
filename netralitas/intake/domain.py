"""How a matter is brought: how openly, by whom in law, with what in hand."""

from dataclasses import dataclass
from enum import StrEnum

from netralitas.cases.domain import NewCase
from netralitas.evidence.domain import Stored
from netralitas.vault.domain import Identity


class Confidentiality(StrEnum):
    """What becomes of the name of whoever brings a matter."""

    NAMED = "named"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


class ReporterKind(StrEnum):
    """Who may report (UU 7/2017 Pasal 454 ayat (3), S; UU 1/2015 Pasal 134 ayat (2), T)."""

    CITIZEN = "citizen"
    PARTICIPANT = "participant"
    MONITOR = "monitor"


class Sex(StrEnum):
    """The sex of a reporter, as the form of a report asks for it (Formulir B.1)."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a matter was brought; what does not apply to its kind, or was not asked, is None.

    `by_proxy`: somebody with a special power came (Perbawaslu 7/2022 Pasal 8 ayat (5), S).
    """

    confidentiality: Confidentiality
    kind: ReporterKind | None = None
    by_proxy: bool | None = None
    identity_seen: bool | None = None
    finder: str | None = None
    finder_position: str | None = None
    supervision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A piece of evidence that was handed in: what it is, and the file kept under its digest."""

    title: str
    stored: Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """Everything that is handed in with a new matter; identities go to the vault and nowhere else.

    `token` is of the form it was typed into: the same form twice is one case.
    """

    new: NewCase
    reporter: Identity | None = None
    manner: Manner | None = None
    witnesses: tuple[Identity, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    token: bytes | None = None
