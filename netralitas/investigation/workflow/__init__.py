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
from netralitas.investigation.workflow.requirements import REQUIREMENTS, REQUIREMENTS_V3
from netralitas.investigation.workflow.states import STATES
from netralitas.workflow.domain import Ask, RunsOn, Workflow

DECIDED_BY_A_PLENARY: Final = frozenset(
    {
        *("fix_finding", "approve_preliminary_study", "refuse_registration_in_plenary"),
        *("decide_other_law", "decide_not_violation", "decide_administrative"),
        *("decide_organiser_ethics", "decide_criminal"),
    }
)
"""Moves by which a decision of the plenary is recorded."""

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

# Version 3 expects of what a plenary decides that its meeting was recorded here, with quorum and
# votes; for minutes of a meeting held elsewhere that is passed with a reason, and marked.
HANDLING_V3: Final = replace(
    HANDLING_V2,
    version=3,
    moves=tuple(
        replace(move, requires=(*move.requires, "plenary_recorded"))
        if move.code in DECIDED_BY_A_PLENARY
        else move
        for move in HANDLING_V2.moves
    ),
    requirements=REQUIREMENTS_V3,
)
