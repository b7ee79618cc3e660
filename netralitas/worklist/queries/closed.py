"""Finished cases, the latest first: every proceeding that the reader sees has ended."""

from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.database.connection import Connection, Row
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.address import read_cursor, write_cursor
from netralitas.worklist.domain import Cursor, Filters
from netralitas.worklist.pages import Line
from netralitas.worklist.queries.lines import fields_of

PAGE: Final = 50

_CLOSED: Final = """
SELECT f.id, f.subject, f.owner, p.workflow, p.workflow_version, p.state, p.since,
       p.since_precision, p.addressee, o.name AS investigator, n.printed,
       (SELECT count(*) FROM respondent r WHERE r.case_file = f.id) AS respondents
FROM case_file f
JOIN officer o ON o.id = f.investigator
JOIN LATERAL (
    SELECT workflow, workflow_version, state, since, since_precision, addressee FROM proceeding
    WHERE case_file = f.id
    ORDER BY array_position('{handling,discipline,referral}', workflow), since DESC LIMIT 1
) p ON true
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = f.id AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
WHERE f.id < $1
  AND ($2::integer IS NULL OR f.investigator = $2)
  AND ($3::text IS NULL OR f.source = $3)
  AND ($4::text IS NULL OR f.regime = $4)
  AND NOT EXISTS (
      SELECT FROM proceeding q JOIN declared_state s
          ON s.workflow = q.workflow AND s.version = q.workflow_version AND s.state = q.state
      WHERE q.case_file = f.id AND NOT s.final)
ORDER BY f.id DESC LIMIT $5
"""
_BEGINNING: Final = 2**62


async def closed_page(
    c: Connection,
    actor: Actor,
    wanted: Filters,
    place: str | None,
    now: datetime,
    most: int | None = None,
) -> tuple[tuple[Line, ...], str | None]:
    """Return the finished cases after a place in the list, and where the next page begins.

    A page has `most` of them, as many as one of ours where none is said.
    """
    most = most or PAGE
    after = read_cursor(place)
    rows = await c.fetch(
        _CLOSED,
        after.proceeding if after else _BEGINNING,
        actor.officer if wanted.mine else None,
        *(wanted.source, wanted.regime),
        most + 1,
    )
    shown = rows[:most]
    more = len(rows) > most
    following = write_cursor(Cursor(due=None, proceeding=shown[-1]["id"])) if more else None
    return tuple(_line(actor, row, now) for row in shown if fields_of(actor, row)), following


def _line(actor: Actor, row: Row, now: datetime) -> Line:
    declared = workflow(row["workflow"], row["workflow_version"])
    state = declared.state(row["state"])
    return Line(
        href=f"/perkara/{row['id']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in fields_of(actor, row) else words.HIDDEN,
        respondents=row["respondents"],
        process=declared.label,
        stage=state.label,
        waits="Selesai",
        waits_since=words.since(row["since"], now, actor.zone, row["since_precision"]),
        left="Selesai",
        tone="done",
        due=None,
        rule=None,
        investigator=row["investigator"],
        step="Lihat perkara",
        act=f"/perkara/{row['id']}",
    )
