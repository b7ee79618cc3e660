"""The cases of an office that wait for a plenary meeting, and at which meeting they will lie."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.investigation.plenary import words
from netralitas.investigation.plenary.pages import WaitingLine
from netralitas.web.parts import type_tone

MOST: Final = 50
"""Cases that the list shows, those that wait longest first."""

# A study that the second reader approved waits as well: to be submitted, and then for a meeting.
_WAITING: Final = """
SELECT f.id, f.subject, p.state, count(*) OVER () AS total,
       (SELECT n.printed FROM case_number n
        WHERE n.case_file = f.id AND n.kind IN ('register', 'receipt')
        ORDER BY n.kind = 'receipt', n.id LIMIT 1) AS number,
       m.id AS meeting, m.held_on
FROM proceeding p JOIN case_file f ON f.id = p.case_file
LEFT JOIN LATERAL (
    SELECT t.id, t.held_on FROM plenary_item i JOIN plenary_meeting t ON t.id = i.meeting
    WHERE i.case_file = f.id AND i.decided IS NULL ORDER BY t.held_on DESC, t.id DESC LIMIT 1
) m ON true
WHERE p.workflow = 'handling' AND f.owner = $1
  AND (p.state IN ('plenary', 'registration_plenary', 'finding_submitted')
       OR p.state = 'study' AND 'approved' = (
           SELECT r.verdict FROM study_reading r
           WHERE r.case_file = f.id
             AND r.version = (SELECT max(v.number) FROM study_version v WHERE v.case_file = f.id)
           ORDER BY r.id DESC LIMIT 1))
ORDER BY p.since, f.id LIMIT $2
"""


async def waiting_of(c: Connection, actor: Actor) -> tuple[tuple[WaitingLine, ...], int]:
    """Return the cases of the actor's office that wait, as far as they see them, and how many."""
    rows = await c.fetch(_WAITING, actor.organisation, MOST)
    return tuple(map(_line, rows)), rows[0]["total"] if rows else 0


def _line(row: Row) -> WaitingLine:
    ready = row["state"] == "study"
    tone: type_tone = "neutral" if row["meeting"] else "soon"
    return WaitingLine(
        number=row["number"] or f"Perkara {row['id']}",
        subject=row["subject"],
        href=f"/perkara/{row['id']}/kajian" if ready else f"/perkara/{row['id']}",
        state=words.READY if ready else words.TABLED[row["state"]],
        tone="neutral" if ready else tone,
        meeting=f"/pleno/{row['meeting']}" if row["meeting"] else None,
        day=row["held_on"],
    )
