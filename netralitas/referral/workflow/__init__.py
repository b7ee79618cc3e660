"""The declaration of `referral`: one respondent before one authority, until it answers."""

from dataclasses import replace
from typing import Final

from netralitas.referral.workflow import (
    answer_moves,
    ending_moves,
    following_moves,
    sending_moves,
)
from netralitas.referral.workflow.clocks import CLOCKS, CLOCKS_V2
from netralitas.referral.workflow.facts import FACTS
from netralitas.referral.workflow.requirements import REQUIREMENTS
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
