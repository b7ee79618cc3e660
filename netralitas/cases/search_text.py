"""What the searches read of a case follows the case, by a job after each change."""

from collections.abc import Mapping

from netralitas.cases.likeness.keeping import keep_keys
from netralitas.database.connection import Connection

# Names, posts and units of respondents, the place, the words of the matter, and the numbers under
# which other systems keep it; never a reporter, never a NIP. Only those who read the handling find
# a case by its words, so a letter that stays with another office gives none.
_INDEX = """
INSERT INTO case_text (case_file, readers, plain)
SELECT f.id, p.readers, concat_ws(' ', f.subject, f.description, f.place,
    (SELECT string_agg(concat_ws(' ', r.name, r.position, r.unit, r.employer), ' ')
     FROM respondent r WHERE r.case_file = f.id),
    (SELECT string_agg(concat_ws(' ', l.printed, l.subject), ' ')
     FROM letter l WHERE l.case_file = f.id AND f.owner = ANY (l.readers)),
    (SELECT string_agg(DISTINCT e.number, ' ')
     FROM external_record e JOIN respondent r ON r.id = e.respondent
     WHERE r.case_file = f.id AND f.owner = ANY (e.readers)))
FROM case_file f JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
WHERE f.id = $1
ON CONFLICT (case_file) DO UPDATE SET readers = excluded.readers, plain = excluded.plain
"""


async def index_case(connection: Connection, payload: Mapping[str, int]) -> None:
    """Make the search text of the case, and the keys of what resembles it, what it says now."""
    await connection.execute(_INDEX, payload["case_file"])
    await keep_keys(connection, payload["case_file"])
