"""What others did in a case since a form was opened; a sentence each, with who and when."""

from collections.abc import Mapping

from netralitas.cases import words
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.law.words import moment

_SINCE = """
SELECT e.name, e.workflow_version, e.recorded_at, e.zone, a.name AS actor_name,
       o.name AS organisation_name
FROM event e JOIN officer a ON a.id = e.actor JOIN organisation o ON o.id = e.organisation
JOIN unnest($2::bigint[], $3::integer[]) AS seen (proceeding, version)
  ON seen.proceeding = e.proceeding AND e.version > seen.version
WHERE e.stream = $1 ORDER BY e.version DESC LIMIT 20
"""


async def changes_since(
    connection: Connection, case: int, versions: Mapping[int, int]
) -> tuple[str, ...]:
    """Return what happened to these proceedings after the versions given, the latest first."""
    rows = await connection.fetch(_SINCE, case, list(versions), list(versions.values()))
    said = [
        f"{words.sentence(row['name'], row['workflow_version']).rstrip('.')}: dicatat oleh"
        f" {row['actor_name']}, {row['organisation_name']},"
        f" {moment(row['recorded_at'], Zone(row['zone']))}."
        for row in rows
    ]
    return tuple(dict.fromkeys(said))
