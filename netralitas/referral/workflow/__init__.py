"""The declaration of `referral`: one respondent before one authority, until it answers."""

from typing import Final

from netralitas.referral.workflow import answer_moves, ending_moves, sending_moves
from netralitas.referral.workflow.clocks import CLOCKS
from netralitas.referral.workflow.facts import FACTS
from netralitas.referral.workflow.requirements import REQUIREMENTS
from netralitas.referral.workflow.states import STATES
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
