"""The open cases of an officer go to a successor in the office, each by an event of its own."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.dossier import lock_case
from netralitas.cases.noting import tell
from netralitas.database.connection import Connection

NAMED: Final = "case.successor_named"

# What somebody investigates and is not over; a case from which the successor is excluded stays.
_OPEN: Final = """
SELECT DISTINCT w.case_file,
       EXISTS (SELECT FROM exclusion x WHERE x.case_file = w.case_file AND x.officer = $3) AS shut
FROM worklist_item w JOIN case_file k ON k.id = w.case_file AND k.owner = w.organisation
WHERE w.organisation = $1 AND w.investigator = $2
ORDER BY w.case_file
"""
_INVESTIGATOR: Final = "UPDATE case_file SET investigator = $2 WHERE id = $1"
_ON_WORKLISTS: Final = "UPDATE worklist_item SET investigator = $2 WHERE case_file = $1"


async def open_cases_of(
    connection: Connection, organisation: int, officer: int, successor: int = 0
) -> tuple[tuple[int, ...], int]:
    """Return the open cases of an officer that can go to the successor, and how many cannot."""
    rows = await connection.fetch(_OPEN, organisation, officer, successor)
    free = tuple(row["case_file"] for row in rows if not row["shut"])
    return free, len(rows) - len(free)


async def reassign_in(connection: Connection, actor: Actor, case: int, successor: int) -> None:
    """Let another officer of the owner investigate a case, inside the caller's transaction.

    Who may is for the caller to hold. Raises NotVisible.
    """
    dossier = await lock_case(connection, case)
    readers = dossier.handling().readers
    await connection.execute(_INVESTIGATOR, case, successor)
    await connection.execute(_ON_WORKLISTS, case, successor)
    await tell(connection, actor, case, NAMED, readers, {"successor": successor})
