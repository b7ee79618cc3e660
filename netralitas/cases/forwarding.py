"""Forwarding by what the plenary decided of each respondent: who is proposed, and asked about."""

from collections.abc import Mapping
from typing import Final

from netralitas.cases.answers import Answers
from netralitas.cases.decision_words import NOT_DECIDED, not_decided
from netralitas.database.connection import Connection
from netralitas.investigation.study.domain import Finding
from netralitas.workflow.domain import Obstacle
from netralitas.workflow.refusals import MoveRefused

FORWARDS: Final = frozenset({"forward", "forward_straight", "forward_more"})
"""Moves of the handling by which respondents go to an authority over civil servants."""

# What was decided last of each respondent; those of whom nothing was decided are left out.
_DECIDED: Final = """
SELECT r.id, r.ordinal, array_agg(d.finding ORDER BY d.id) AS findings
FROM respondent r JOIN respondent_decision d ON d.respondent = r.id
WHERE r.case_file = $1
  AND d.event = (SELECT max(e.event) FROM respondent_decision e WHERE e.respondent = r.id)
GROUP BY r.id, r.ordinal ORDER BY r.ordinal
"""


async def decided_of(connection: Connection, case: int) -> Mapping[int, tuple[Finding, ...]]:
    """Return what a plenary last found of each respondent, by the id of their row."""
    rows = await connection.fetch(_DECIDED, case)
    return {row["id"]: tuple(map(Finding, row["findings"])) for row in rows}


def fit_to_forward(findings: tuple[Finding, ...]) -> bool:
    """Say whether a respondent of whom this was found goes to an authority."""
    return Finding.OTHER_LAW in findings


async def ask_about_decisions(
    connection: Connection,
    case: int,
    move: str,
    answers: Answers,
    overrides: frozenset[str],
) -> bool:
    """Hold that nobody is forwarded of whom the plenary found otherwise, unless it was passed over.

    Of whom nothing is decided here, nothing is asked. Returns whether it was passed over; raises
    MoveRefused naming how many it concerns.
    """
    if move not in FORWARDS or not answers.respondents:
        return False
    decided = await decided_of(connection, case)
    otherwise = [
        each
        for each in answers.respondents
        if each in decided and not fit_to_forward(decided[each])
    ]
    if otherwise and NOT_DECIDED not in overrides:
        raise MoveRefused((Obstacle(rule=NOT_DECIDED, sentence=not_decided(len(otherwise))),))
    return bool(otherwise)
