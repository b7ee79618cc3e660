"""What version 3 of `referral` adds to its moves: an answer by a day, and who may still answer."""

from dataclasses import replace
from typing import Final

from netralitas.workflow.domain import Ask, Move

_HANDS_OVER: Final = frozenset({"send", "take_over", "forward_again", "reopen"})
_ASKED_BY_FORM: Final = frozenset({"forward_again", "reopen"})
_ANSWERS: Final = frozenset({"recommend", "find_not_proven", "return", "reject"})


def dated(move: Move) -> Move:
    """Return the move as it is since version 3.

    What hands over may state until when an answer is awaited; an answer of an authority that had no
    authority any more on that day is asked about; a recommendation names its deadline.
    """
    if move.code in _HANDS_OVER:
        move = replace(move, may_state=(*move.may_state, "answer_awaited"))
    if move.code in _ASKED_BY_FORM:
        move = replace(move, may_ask=(*move.may_ask, Ask.ANSWER_BY))
    if move.code in _ANSWERS:
        move = replace(move, requires=(*move.requires, "authority_valid"))
    if move.code == "recommend":
        move = replace(move, may_ask=(*move.may_ask, Ask.LETTER_DEADLINE))
    return move
