"""Failures as their pages and letters show them."""

from datetime import datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.privacy.incidents.domain import NoteKind
from netralitas.refusals import NotVisible

PAGE: Final = 50

_COLUMNS: Final = """
SELECT i.id, o.name AS office, i.discovered_at, i.happened, i.data, i.people, i.reported_by,
       r.name AS reporter, i.reported_at, i.told_people_at, i.told_agency_at, c.name AS closer,
       i.closed_at
FROM data_incident i JOIN organisation o ON o.id = i.organisation
JOIN officer r ON r.id = i.reported_by LEFT JOIN officer c ON c.id = i.closed_by
"""
_ONE: Final = _COLUMNS + "WHERE i.id = $1"
_LISTED: Final = _COLUMNS + "WHERE i.id < $1 ORDER BY i.id DESC LIMIT $2"
_NOTES: Final = """
SELECT n.kind, n.text, f.name AS officer, n.written_at
FROM data_incident_note n JOIN officer f ON f.id = n.officer
WHERE n.incident = $1 ORDER BY n.id DESC LIMIT 200
"""


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """A failure with who recorded and closed it."""

    id: int
    office: str
    discovered_at: datetime
    happened: str
    data: str
    people: int | None
    reported_by: int
    reporter: str
    reported_at: datetime
    told_people_at: datetime | None
    told_agency_at: datetime | None
    closer: str | None
    closed_at: datetime | None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What was done about it."""

    kind: NoteKind
    text: str
    officer: str
    written_at: datetime


async def incident_in(c: Connection, incident: int) -> Incident:
    """Return a failure of the reader's office; NotVisible."""
    row = await c.fetchrow(_ONE, incident)
    if row is None:
        raise NotVisible
    return msgspec.convert(dict(row), Incident)


async def incidents(c: Connection, before: int | None) -> tuple[list[Incident], int | None]:
    """Return failures, the newest first, and before which the next page goes on."""
    rows = await c.fetch(_LISTED, before or 2**62, PAGE + 1)
    found = [msgspec.convert(dict(row), Incident) for row in rows[:PAGE]]
    return found, found[-1].id if len(rows) > PAGE else None


async def notes_of(c: Connection, incident: int) -> list[Note]:
    """Return what was done, the latest first."""
    return [msgspec.convert(dict(row), Note) for row in await c.fetch(_NOTES, incident)]
