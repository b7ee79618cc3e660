"""Where a person stands towards a case, what it is going through, and who may act in it: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from netralitas.access.domain import Actor, Party, Post, Role


class Relation(StrEnum):
    """Where a person stands towards a case, or towards one proceeding of it."""

    OWNER = "owner"
    SUPERIOR = "superior"
    RECEIVER_ASKED = "receiver_asked"
    RECEIVER = "receiver"
    OTHER_RECEIVER = "other_receiver"
    EXCLUDED = "excluded"
    OUTSIDER = "outsider"


class Phase(StrEnum):
    """The eight classes of what a case is going through, as far as access cares."""

    INTAKE = "intake"
    PRELIMINARY = "preliminary"
    REGISTERED = "registered"
    STUDY = "study"
    PLENARY = "plenary"
    DECIDED = "decided"
    REFERRED = "referred"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Which organisations a case touches: its owner, those above, and where it was handed to.

    `receivers` says for each receiving organisation whether it has accepted the hand-over.
    """

    owner: int
    superiors: frozenset[int] = frozenset()
    receivers: Mapping[int, bool]
    excluded: frozenset[int] = frozenset()


def relation(actor: Actor, sides: Sides, *, addressee: int | None = None) -> Relation:
    """Return where an actor stands towards a case or, with `addressee`, towards one proceeding.

    An exclusion comes before everything else. A receiver of another proceeding of the same case is
    OTHER_RECEIVER towards this one.
    """
    if actor.officer in sides.excluded:
        return Relation.EXCLUDED
    if actor.organisation == sides.owner:
        return Relation.OWNER
    if actor.organisation in sides.superiors:
        return Relation.SUPERIOR
    if actor.organisation not in sides.receivers:
        return Relation.OUTSIDER
    if addressee is not None and addressee != actor.organisation:
        return Relation.OTHER_RECEIVER
    accepted = sides.receivers[actor.organisation]
    return Relation.RECEIVER if accepted else Relation.RECEIVER_ASKED


_PHASES: Final = {
    "intake": Phase.INTAKE,
    "tracing": Phase.INTAKE,
    "preliminary_study": Phase.PRELIMINARY,
    "registration": Phase.REGISTERED,
    "clarification": Phase.STUDY,
    "study": Phase.STUDY,
    "plenary": Phase.PLENARY,
    "outcome": Phase.DECIDED,
    "closed": Phase.CLOSED,
}


def phase_of(declared: str, *, referred: bool) -> Phase:
    """Return the class of a phase that the workflow of handling declares for its state.

    `referred` says that something was handed over. KeyError for a phase that is not classified.
    """
    phase = _PHASES[declared]
    return Phase.REFERRED if referred and phase is Phase.DECIDED else phase


_PARTIES: Final = {
    Relation.OWNER: Party.OWNER,
    Relation.SUPERIOR: Party.SUPERIOR,
    Relation.RECEIVER_ASKED: Party.RECEIVER,
    Relation.RECEIVER: Party.RECEIVER,
}

_ACTING: Final = frozenset(Role) - {Role.AUDITOR, Role.ADMINISTRATOR}


def posts(actor: Actor, towards: Relation) -> frozenset[Post]:
    """Return the posts in which an actor can make moves; none for who only looks on."""
    return _of_roles(actor.roles, towards)


@cache  # lists ask for every line, and the answers are few
def _of_roles(roles: frozenset[Role], towards: Relation) -> frozenset[Post]:
    party = _PARTIES.get(towards)
    if party is None:
        return frozenset()
    return frozenset(Post(party=party, role=role) for role in roles & _ACTING)
