"""Moves of `referral` that hand on to the follow-up: what version 2 adds to version 1."""

from dataclasses import replace
from typing import Final

from netralitas.referral.workflow import answer_moves, bases
from netralitas.referral.workflow.states import WITH_AUTHORITY
from netralitas.workflow.domain import Ask, Consequence, Move
from netralitas.workflow.posts import FOLLOW_UP, INVESTIGATOR

_WATCH: Final = Consequence(workflow="compliance", move="watch")


def recommending(move: Move) -> Move:
    """Return the recommendation with the follow-up that it opens, at the office it names.

    A letter may name no sanction and leave it to the official: then none is recommended.
    """
    arrive = Consequence(workflow="discipline", move="arrive", addressed_by=Ask.FOLLOW_UP_OFFICE)
    return replace(
        move,
        asks=(Ask.LETTER_IN, Ask.FOLLOW_UP_OFFICE),
        may_ask=(Ask.RECOMMENDED, *move.may_ask),
        opens=(arrive, _WATCH),
    )


ANSWERS: Final = tuple(
    recommending(move) if move.code == "recommend" else move for move in answer_moves.MOVES
)
"""The moves of the receiver, of which the recommendation leads on to the follow-up."""

TAKE_UP: Final = Move(
    code="take_up",
    label="Tindak lanjuti sendiri",
    done="Instansi yang dituju menindaklanjuti sendiri.",
    sources=WITH_AUTHORITY,
    target="taken_up",
    by=(FOLLOW_UP, INVESTIGATOR),
    basis=bases.TAKEN_UP,
    may_ask=(Ask.FOREIGN_NUMBER,),
    on_behalf=(Ask.LETTER_IN,),
    facts=("taken_up",),
    opens=(Consequence(workflow="discipline", move="arrive"), _WATCH),
    batch=True,
)
