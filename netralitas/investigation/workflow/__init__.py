"""The declaration of `handling`: Bawaslu's own procedure on a case, whole, by version."""

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
from netralitas.workflow.domain import RunsOn, Workflow

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
