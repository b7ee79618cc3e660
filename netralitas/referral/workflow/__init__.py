"""The declaration of `referral`: one respondent before one authority, until it answers."""

from dataclasses import replace
from typing import Final

from netralitas.referral.workflow import (
    answer_moves,
    ending_moves,
    following_moves,
    recommending_moves,
    sending_moves,
)
from netralitas.referral.workflow.clocks import CLOCKS, CLOCKS_V2, CLOCKS_V3
from netralitas.referral.workflow.facts import FACTS, FACTS_V3
from netralitas.referral.workflow.requirements import REQUIREMENTS, REQUIREMENTS_V3
from netralitas.referral.workflow.states import STATES, TAKEN_UP
from netralitas.workflow.domain import RunsOn, Workflow

REFERRAL_V1: Final = Workflow(
    code="referral",
    version=1,
    label="Penerusan",
    runs_on=RunsOn.RESPONDENT,
    states=STATES,
    moves=(*sending_moves.MOVES, *answer_moves.MOVES, *ending_moves.MOVES),
    requirements=REQUIREMENTS,
    facts=FACTS,
    clocks=CLOCKS,
)

# Version 2 hands on: a recommendation opens the follow-up and the watch over it.
REFERRAL_V2: Final = replace(
    REFERRAL_V1,
    version=2,
    states=(*STATES, TAKEN_UP),
    moves=(
        *sending_moves.MOVES,
        *following_moves.ANSWERS,
        following_moves.TAKE_UP,
        *ending_moves.MOVES,
    ),
    clocks=CLOCKS_V2,
)

# Version 3 hands over against a clock, holds whether the authority could still answer, and takes
# down what its letter names as the deadline.
REFERRAL_V3: Final = replace(
    REFERRAL_V2,
    version=3,
    moves=tuple(map(recommending_moves.dated, REFERRAL_V2.moves)),
    requirements=REQUIREMENTS_V3,
    facts=FACTS_V3,
    clocks=CLOCKS_V3,
)
