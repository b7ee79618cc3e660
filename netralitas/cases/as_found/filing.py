"""What an old register says beside its steps: letters with their copies, and sanctions."""

from collections.abc import Sequence
from typing import Final

from netralitas.audit.domain import Recorded
from netralitas.cases.as_found.domain import FoundCase
from netralitas.cases.change import Change
from netralitas.cases.dossier import Dossier
from netralitas.correspondence.commands import add_letter_in
from netralitas.correspondence.domain import Direction
from netralitas.database.connection import Connection

_CAME_BACK: Final = "UPDATE letter SET came_back_on = $2 WHERE id = $1"
_SANCTION: Final = """
INSERT INTO sanction (case_file, respondent, proceeding, event, side, level, kind, decided_on,
                      readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


async def file_letters(
    connection: Connection,
    dossier: Dossier,
    found: FoundCase,
    changes: Sequence[Change],
    recorded: Sequence[Recorded],
) -> None:
    """File each letter under the first event that names it, else under that of the case."""
    filed: list[int] = []
    for place, letter in enumerate(found.letters):
        naming = [at for at, step in enumerate(found.steps) if place in step.letters] or [0]
        first = changes[naming[0]].event
        readers = dict.fromkeys(r for at in naming for r in changes[at].event.readers)
        identity = await add_letter_in(
            connection,
            case_file=dossier.id,
            proceeding=first.proceeding,
            event=recorded[naming[0]].id,
            direction=Direction(letter.direction),
            organisation=dossier.owner,
            correspondent=letter.correspondent or dossier.owner,
            reply_to=None if letter.reply_to is None else filed[letter.reply_to],
            readers=tuple(readers),
            printed=letter.printed,
            dated_on=letter.dated_on,
            subject=letter.subject,
            method=letter.method,
            sent_on=letter.sent_on,
            received_on=letter.received_on,
            proof=letter.proof,
            answer_by=letter.answer_by,
            kept_at=letter.kept_at,
            copies=letter.copies,
        )
        if letter.came_back_on is not None:
            await connection.execute(_CAME_BACK, identity, letter.came_back_on)
        filed.append(identity)


async def note_sanctions(
    connection: Connection,
    dossier: Dossier,
    found: FoundCase,
    changes: Sequence[Change],
    recorded: Sequence[Recorded],
    people: Sequence[int],
) -> None:
    """Keep what each step says of a sanction of its respondent."""
    for step, change, entry in zip(found.steps, changes, recorded, strict=True):
        respondent = found.proceedings[step.proceeding].respondent
        if respondent is None:
            continue
        on = step.happened.on if step.happened.starts_clocks else None
        for sanction in step.sanctions:
            await connection.execute(
                _SANCTION,
                *(dossier.id, people[respondent], change.event.proceeding, entry.id),
                *(sanction.side.value, sanction.level.value, sanction.kind, on),
                list(change.event.readers),
            )
