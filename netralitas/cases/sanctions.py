"""What was recommended and what was imposed, kept apart: one row for each event that says so."""

from collections.abc import Sequence
from datetime import date

from netralitas.audit.domain import Recorded
from netralitas.cases.answers import Answers
from netralitas.cases.change import Change
from netralitas.cases.domain import SanctionLevel, Side
from netralitas.cases.dossier import Dossier
from netralitas.database.connection import Connection
from netralitas.discipline.sanctions import kind_of

_NOTE = """
INSERT INTO sanction (case_file, respondent, proceeding, event, side, level, kind, decided_on,
                      readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


def imposed_level(kind: str | None) -> SanctionLevel | None:
    """Return how heavy a kind of sanction is; None for none at all."""
    return None if kind is None else kind_of(kind).level


async def note_sanctions(
    connection: Connection,
    dossier: Dossier,
    answers: Answers,
    changes: Sequence[Change],
    recorded: Sequence[Recorded],
) -> None:
    """Keep what the answers say of a sanction, once for the respondent of each change.

    Whoever reads any of the proceedings concerned reads it: the office that follows up sees what
    was recommended, the owner what was imposed.
    """
    said = _said(answers)
    if said is None:
        return
    side, level, kind = said
    readers = list(dict.fromkeys(r for change in changes for r in change.event.readers))
    respondents = {p.id: p.respondent for p in dossier.proceedings}
    for change, entry in zip(changes, recorded, strict=True):
        respondent = respondents.get(change.event.proceeding or 0)
        if respondent is not None and _says(change, side):
            await connection.execute(
                _NOTE,
                *(dossier.id, respondent, change.event.proceeding, entry.id, side.value),
                *(level.value, kind, _day(change), readers),
            )


def _said(answers: Answers) -> tuple[Side, SanctionLevel, str | None] | None:
    if answers.imposed is not None:
        return Side.IMPOSED, kind_of(answers.imposed).level, answers.imposed
    if answers.recommended is not None:
        return Side.RECOMMENDED, SanctionLevel(answers.recommended), None
    return None


def _says(change: Change, side: Side) -> bool:
    """Say whether it is this event that speaks of the sanction, and not what it opens or brings."""
    return side.value in change.event.details


def _day(change: Change) -> date | None:
    return change.event.happened.on if change.event.happened.starts_clocks else None
