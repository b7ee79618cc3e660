"""What goes along when a matter goes on in another case: respondents, and who must keep out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from netralitas.access.domain import Actor
from netralitas.audit.domain import Recorded
from netralitas.cases.change import Change
from netralitas.cases.dossier import Dossier
from netralitas.cases.events import case_event
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible

# Those who keep their place have it; the others come after the last one there.
_MOVE: Final = """
UPDATE respondent r
SET case_file = $2, readers = $4,
    ordinal = (SELECT coalesce(max(o.ordinal), 0) FROM respondent o WHERE o.case_file = $2)
              + moved.place
FROM unnest($3::bigint[]) WITH ORDINALITY AS moved (id, place)
WHERE r.id = moved.id AND r.case_file = $1
"""
_KEPT_OUT: Final = """
SELECT officer, ground FROM exclusion x
WHERE case_file = $1
  AND NOT EXISTS (SELECT FROM exclusion y WHERE y.case_file = $2 AND y.officer = x.officer)
ORDER BY officer
"""
_KEEP_OUT: Final = """
INSERT INTO exclusion (case_file, officer, ground, event, readers) VALUES ($1, $2, $3, $4, $5)
"""


async def move_respondents(
    connection: Connection, one: Dossier, into: int, chosen: Sequence[int], readers: Sequence[int]
) -> None:
    """Let these respondents of `one` go on in another case, after those who are there.

    NotVisible for a respondent that the case does not have.
    """
    if not {respondent.id for respondent in one.respondents}.issuperset(chosen):
        raise NotVisible
    await connection.execute(_MOVE, one.id, into, list(chosen), list(readers))


async def kept_out(connection: Connection, one: int, into: int) -> Sequence[Row]:
    """Return who must not see the case `one` and may still see the other, with the ground."""
    return await connection.fetch(_KEPT_OUT, one, into)


def exclusions(
    actor: Actor, into: Dossier, readers: tuple[int, ...], found: Sequence[Row]
) -> list[Change]:
    """Return the events by which they must not see the other case either."""
    return [
        Change(
            event=replace(
                case_event(actor, into, readers, "case.officer_excluded"),
                details={"officer": row["officer"], "ground": row["ground"]},
            )
        )
        for row in found
    ]


async def keep_out(
    connection: Connection,
    into: int,
    readers: Sequence[int],
    found: Sequence[Row],
    recorded: Sequence[Recorded],
) -> None:
    """Exclude them from the other case, by the events recorded for it, in their order."""
    for row, entry in zip(found, recorded, strict=True):
        await connection.execute(
            _KEEP_OUT, into, row["officer"], row["ground"], entry.id, list(readers)
        )
