"""A notice on its way to the mail server."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.notices.domain import NoticeKind, Outgoing
from netralitas.notices.queries.numbers import PRINTED, about

# Between the notice and its mail the deadline may have been met, and the person may have left.
_OUTGOING: Final = f"""
SELECT n.id, f.email, n.kind, n.case_file, n.agreement, n.incident, p.printed, n.rule, n.due_at,
       o.zone
FROM notice n
JOIN officer f ON f.id = n.officer
JOIN organisation o ON o.id = n.readers[1]
{PRINTED}
WHERE n.id = $1 AND n.sent_at IS NULL AND f.email IS NOT NULL AND f.disabled_at IS NULL
  AND NOT EXISTS (
      SELECT FROM exclusion e WHERE e.case_file = n.case_file AND e.officer = n.officer)
  AND (n.agreement IS NOT NULL OR EXISTS (
      SELECT FROM data_incident i
      WHERE i.id = n.incident AND i.closed_at IS NULL
        AND (i.told_agency_at IS NULL
             OR (i.told_people_at IS NULL AND i.people IS DISTINCT FROM 0)))
   OR EXISTS (
      SELECT FROM clock c
      WHERE c.due_at = n.due_at AND c.case_file = n.case_file AND c.rule = n.rule
        AND c.ended_by IS NULL AND c.superseded_by IS NULL AND c.paused_by IS NULL))
"""  # noqa: S608 - constant text


async def outgoing(c: Connection, notice: int) -> Outgoing | None:
    """Return a notice that is still to be mailed, None when it was or need not be any more."""
    row = await c.fetchrow(_OUTGOING, notice)
    if row is None:
        return None
    return Outgoing(
        id=row["id"],
        to=row["email"],
        kind=NoticeKind(row["kind"]),
        about=about(row),
        rule=row["rule"],
        due_at=row["due_at"],
        zone=row["zone"],
    )
