"""The declaration of `discipline`: the follow-up on one respondent, from hand-over to report."""

from dataclasses import replace
from typing import Final

from netralitas.discipline.workflow import (
    deciding_moves,
    ending_moves,
    ethics_moves,
    examining_moves,
    receiving_moves,
    remedy_moves,
)
from netralitas.discipline.workflow.clocks import CLOCKS
from netralitas.discipline.workflow.facts import FACTS
from netralitas.discipline.workflow.facts_asked import FACTS_V2
from netralitas.discipline.workflow.requirements import REQUIREMENTS, asking
from netralitas.discipline.workflow.states import STATES
from netralitas.workflow.domain import RunsOn, Workflow

DISCIPLINE_V1: Final = Workflow(
    code="discipline",
    version=1,
    label="Tindak lanjut",
    runs_on=RunsOn.RESPONDENT,
    states=STATES,
    moves=(
        *receiving_moves.MOVES,
        *ethics_moves.MOVES,
        *examining_moves.MOVES,
        *deciding_moves.MOVES,
        *remedy_moves.MOVES,
        *examining_moves.STAYING,
        *deciding_moves.STAYING,
        *ending_moves.MOVES,
    ),
    facts=FACTS,
    clocks=CLOCKS,
)

# Version 2 asks about what is probably wrong: gaps of summonses, kinds of sanctions, people who
# have left, terms; and knows who signed, how a person stands, and what the superior did.
DISCIPLINE_V2: Final = replace(
    DISCIPLINE_V1,
    version=2,
    moves=tuple(asking(move) for move in DISCIPLINE_V1.moves),
    requirements=REQUIREMENTS,
    facts=FACTS_V2,
)
