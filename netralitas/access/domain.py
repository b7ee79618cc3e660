"""Who acts: roles, parties of a case, and the person at a desk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person does at a desk; the product's list of users."""

    INVESTIGATOR = "investigator"
    COMMISSIONER = "commissioner"
    SUPERVISOR = "supervisor"
    LIAISON = "liaison"
    FOLLOW_UP = "follow_up"
    APPOINTING = "appointing"
    SUPERIOR = "superior"
    AUDITOR = "auditor"
    PUBLISHER = "publisher"
    SECRETARY = "secretary"
    ADMINISTRATOR = "administrator"


class Party(StrEnum):
    """Where an organisation stands towards a case."""

    OWNER = "owner"
    SUPERIOR = "superior"
    RECEIVER = "receiver"
    OUTSIDER = "outsider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role on one side of a case: who may make a move."""

    party: Party
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A signed-in person at one desk; the context of every transaction.

    `everything` is true for the worker and the auditor's tools only: such an actor reads the rows
    of every organisation. `stepped_up_at` is when they last showed their second factor here,
    None once that holds no more. `principal` is the officer for whom they sit at this desk as a
    deputy. `bound` are the officers who stood in for them, or for whom they stood in: where two
    persons are asked for, those are one person with them.
    """

    officer: int
    organisation: int
    desk: int
    name: str
    organisation_name: str
    organisation_kind: str
    roles: frozenset[Role]
    zone: str = "Asia/Jakarta"
    everything: bool = False
    stepped_up_at: datetime | None = None
    principal: int | None = None
    principal_name: str | None = None
    bound: frozenset[int] = frozenset()

    @property
    def hands(self) -> frozenset[int]:
        """Return the officers who are one person with this one where two are asked for."""
        return self.bound | {self.officer}
