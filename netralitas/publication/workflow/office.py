"""The declaration of `office_publication`: a release of the office that followed up.

It tells of the office's own work, on the same way as a release of Bawaslu with the sides changed:
two persons of that office approve, and Bawaslu is the other party.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from netralitas.access.domain import Post
from netralitas.publication.workflow.moves import MOVES_V2
from netralitas.workflow.domain import FactDeclaration, Holder, Move, State, Workflow
from netralitas.workflow.posts import (
    APPOINTING,
    COMMISSIONER,
    FOLLOW_UP,
    INVESTIGATOR,
    OTHER_PUBLISHER,
    PUBLISHER,
)

_BAWASLU: Final = (PUBLISHER, COMMISSIONER, INVESTIGATOR)

_BY: Final[Mapping[str, tuple[Post, ...]]] = {
    "draft": (FOLLOW_UP,),
    "check": (OTHER_PUBLISHER, APPOINTING),
    "approve_first": (FOLLOW_UP, OTHER_PUBLISHER),
    "approve_second": (APPOINTING,),
    "notify": (OTHER_PUBLISHER, FOLLOW_UP),
    "publish": (OTHER_PUBLISHER, APPOINTING),
    "no_objection": _BAWASLU,
    "objection_raised": _BAWASLU,
    "return_to_draft": (OTHER_PUBLISHER, APPOINTING),
    "abandon": (OTHER_PUBLISHER, APPOINTING),
    "correct": (OTHER_PUBLISHER, APPOINTING),
    "withdraw": (APPOINTING,),
}
"""Who makes each move: the second approval and a withdrawal are of who decides on the sanction."""

_HOLDERS: Final[Mapping[str, Holder]] = {
    "drafted": Holder.FOLLOW_UP,
    "checked": Holder.FOLLOW_UP,
    "approved_once": Holder.APPOINTING,
    "approved": Holder.FOLLOW_UP,
    "notified": Holder.INVESTIGATOR,
}
"""Who holds the ball: at the office until Bawaslu was notified."""


def office_publication(bawaslu: Workflow) -> Workflow:
    """Return the declaration for the office that followed up, made of that of Bawaslu."""
    return Workflow(
        code="office_publication",
        version=1,
        label="Publikasi oleh instansi",
        runs_on=bawaslu.runs_on,
        by_hand=bawaslu.by_hand,
        addressed_as=bawaslu.addressed_as,
        states=tuple(map(_held, bawaslu.states)),
        moves=tuple(map(_made, MOVES_V2)),
        requirements=bawaslu.requirements,
        facts=tuple(map(_told, bawaslu.facts)),
    )


def _held(state: State) -> State:
    return replace(state, holder=_HOLDERS.get(state.code, Holder.NOBODY))


def _made(move: Move) -> Move:
    return replace(move, by=_BY[move.code], on_behalf=())


def _told(fact: FactDeclaration) -> FactDeclaration:
    return replace(fact, by=(OTHER_PUBLISHER, FOLLOW_UP))
