"""What was recommended and what was imposed, kept apart: one row for each event that says so."""

from collections.abc import Mapping, Sequence
from datetime import date

from netralitas.audit.domain import Recorded
from netralitas.cases.answers import Answers
from netralitas.cases.change import Change
from netralitas.cases.domain import SanctionLevel, Side
from netralitas.cases.dossier import Dossier
from netralitas.database.connection import Connection
from netralitas.discipline.sanctions import kind_of, recommended_of

_WORDS = frozenset({"recommended", "recommended_kind"})
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
    readers = list(dict.fromkeys(r for change in changes for r in change.event.readers))
    respondents = {p.id: p.respondent for p in dossier.proceedings}
    for change, entry in zip(changes, recorded, strict=True):
        concerned = change.event.proceeding or 0
        said = _said(answers, concerned)
        respondent = respondents.get(concerned)
        if said is None or respondent is None:
            continue
        side, level, kind = said
        if _says(change, side):
            await connection.execute(
                _NOTE,
                *(dossier.id, respondent, concerned, entry.id, side.value),
                *(level.value, kind, _day(change), readers),
            )


def recommended_for(answers: Answers, proceeding: int) -> str | None:
    """Return what the letter recommends in this proceeding: a word of its own, or that of all."""
    return answers.recommended_each.get(proceeding, answers.recommended)


def recommended_words(code: str | None) -> dict[str, object]:
    """Return what an event says of a recommendation: its level, and the kind if it names one."""
    if code is None:
        return {}
    level, kind = recommended_of(code)
    return {"recommended": level.value, **({"recommended_kind": kind} if kind else {})}


def with_own_word(
    details: Mapping[str, object], answers: Answers, change: Change
) -> dict[str, object]:
    """Return the details of the change's event, with what was recommended in its proceeding."""
    own = answers.recommended_each.get(change.event.proceeding or 0)
    if own is None:
        return dict(details)
    rest = {name: said for name, said in details.items() if name not in _WORDS}
    return rest | recommended_words(own)


def _said(answers: Answers, proceeding: int) -> tuple[Side, SanctionLevel, str | None] | None:
    if answers.imposed is not None:
        return Side.IMPOSED, kind_of(answers.imposed).level, answers.imposed
    recommended = recommended_for(answers, proceeding)
    if recommended is not None:
        return Side.RECOMMENDED, *recommended_of(recommended)
    return None


def _says(change: Change, side: Side) -> bool:
    """Say whether it is this event that speaks of the sanction, and not what it opens or brings."""
    return side.value in change.event.details


def _day(change: Change) -> date | None:
    return change.event.happened.on if change.event.happened.starts_clocks else None
