"""The declaration of `handling`: Bawaslu's own procedure on a case, whole, by version."""

from dataclasses import replace
from typing import Final

from netralitas.investigation.workflow import (
    intake_moves,
    level_moves,
    outcome_moves,
    preliminary_moves,
    study_moves,
)
from netralitas.investigation.workflow.clocks import CLOCKS
from netralitas.investigation.workflow.facts import FACTS
from netralitas.investigation.workflow.requirements import REQUIREMENTS
from netralitas.investigation.workflow.states import STATES
from netralitas.workflow.domain import Ask, RunsOn, Workflow

HANDLING_V1: Final = Workflow(
    code="handling",
    version=1,
    label="Penanganan",
    runs_on=RunsOn.CASE,
    states=STATES,
    moves=(
        *intake_moves.MOVES,
        *preliminary_moves.MOVES,
        *study_moves.MOVES,
        *outcome_moves.MOVES,
        *level_moves.MOVES,
    ),
    requirements=REQUIREMENTS,
    facts=FACTS,
    clocks=CLOCKS,
)

# Version 2 lets a hand-over ask for an answer by a day, which both sides then see.
HANDLING_V2: Final = replace(
    HANDLING_V1,
    version=2,
    moves=tuple(
        replace(move, may_ask=(*move.may_ask, Ask.ANSWER_BY))
        if move.code in outcome_moves.ASKING_FOR_AN_ANSWER
        else move
        for move in HANDLING_V1.moves
    ),
)
