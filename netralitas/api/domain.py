"""Tokens and what they open: values only."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from netralitas.access.domain import Actor, Role


class Scope(StrEnum):
    """A part of the API that a token opens; within it the roles of its desk decide."""

    CASES_READ = "cases.read"
    CASES_WRITE = "cases.write"
    EVIDENCE_READ = "evidence.read"
    EVIDENCE_WRITE = "evidence.write"
    ACTIVITIES_READ = "activities.read"
    ACTIVITIES_WRITE = "activities.write"
    AGREEMENTS_READ = "agreements.read"
    FIGURES_READ = "figures.read"
    PACKAGES_READ = "packages.read"


MACHINE_ROLES: Final = (
    *(Role.INVESTIGATOR, Role.SUPERVISOR, Role.LIAISON, Role.FOLLOW_UP),
    *(Role.PUBLISHER, Role.SECRETARY, Role.AUDITOR),
)
"""Roles that a system may have. To decide, to appoint and to administer is left to people."""

LONGEST: Final = timedelta(days=365)
"""How long a token holds at most."""

MARK: Final = "ntr_"
PREFIX_LENGTH: Final = len(MARK) + 8
TOKEN_LENGTH: Final = len(MARK) + 43  # 32 bytes in base64 without padding


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to be made: what for, until when, and whose; `desk` None: of a new system.

    `roles` are those of the new system's desk. `until` is the last day on which it holds.
    """

    name: str
    scopes: tuple[Scope, ...]
    until: date
    desk: int | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A token that holds: its id, what it opens, and as whom it acts."""

    id: int
    scopes: frozenset[Scope]
    actor: Actor
    law_edition: int
