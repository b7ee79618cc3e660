"""The case of a session that stands in the way, for who may see it."""

from typing import Final

from netralitas.database.connection import Connection

_CASE: Final = """
SELECT coalesce(
    (SELECT n.printed FROM case_number n WHERE n.case_file = s.case_file
     ORDER BY array_position('{register,receipt,previous}', n.kind), n.id LIMIT 1),
    s.case_file::text)
FROM clarification_session s JOIN case_file f ON f.id = s.case_file WHERE s.id = $1
"""


async def case_of_session(c: Connection, session: int) -> str | None:
    """Return the number of the case of a session; None where the actor does not see it."""
    found: str | None = await c.fetchval(_CASE, session)
    return found
