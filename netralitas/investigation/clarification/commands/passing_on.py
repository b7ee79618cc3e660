"""Sessions that are still to come go to another officer, each by an event on its case."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.commands import tell_in
from netralitas.database.connection import Connection

PASSED_ON: Final = "investigation.session_passed_on"

_PLANNED: Final = """
SELECT s.id, s.case_file, s.readers FROM clarification_session s
WHERE s.organisation = $1 AND $2 IN (s.officer, s.recorder) AND s.state = 'planned'
  AND NOT EXISTS (SELECT FROM exclusion x WHERE x.case_file = s.case_file AND x.officer = $3)
ORDER BY s.case_file, s.id
"""
_CHANGE: Final = """
UPDATE clarification_session
SET officer = CASE WHEN officer = $2 THEN $3 ELSE officer END,
    recorder = CASE WHEN recorder = $2 THEN $3 ELSE recorder END, version = version + 1
WHERE id = $1
"""


async def pass_on_in(
    connection: Connection, actor: Actor, organisation: int, officer: int, successor: int
) -> int:
    """Return how many planned sessions of an office another officer now leads or records.

    Who may is for the caller to hold.
    """
    rows = await connection.fetch(_PLANNED, organisation, officer, successor)
    for row in rows:
        await connection.execute(_CHANGE, row["id"], officer, successor)
        details = {"session": row["id"], "successor": successor}
        readers = tuple(row["readers"])
        await tell_in(connection, actor, row["case_file"], PASSED_ON, readers, details)
    return len(rows)


async def planned_of(connection: Connection, organisation: int, officer: int) -> int:
    """Return how many sessions of an office that are still to come an officer leads or records."""
    return len(await connection.fetch(_PLANNED, organisation, officer, 0))
