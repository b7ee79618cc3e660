"""Statements that write the register of failures; each runs on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.privacy.incidents.domain import NewIncident, NoteKind
from netralitas.refusals import NotVisible

_ADD: Final = """
INSERT INTO data_incident (organisation, discovered_at, happened, data, people, reported_by,
                           reported_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
"""
_LOCK: Final = """
SELECT id, discovered_at, reported_by, people, told_people_at, told_agency_at, closed_at, readers
FROM data_incident WHERE id = $1 FOR UPDATE
"""
_NOTE: Final = """
INSERT INTO data_incident_note (incident, kind, text, officer, written_at, readers)
VALUES ($1, $2, $3, $4, $5, $6)
"""
_PEOPLE: Final = "UPDATE data_incident SET people = $2 WHERE id = $1"
_PEOPLE_TOLD: Final = "UPDATE data_incident SET told_people_at = $2 WHERE id = $1"
_AGENCY_TOLD: Final = "UPDATE data_incident SET told_agency_at = $2 WHERE id = $1"
_CLOSE: Final = "UPDATE data_incident SET closed_by = $2, closed_at = $3 WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A failure that nobody else changes meanwhile."""

    id: int
    discovered_at: datetime
    reported_by: int
    people: int | None
    told_people_at: datetime | None
    told_agency_at: datetime | None
    closed_at: datetime | None
    readers: list[int]


async def add(c: Connection, actor: Actor, new: NewIncident, now: datetime) -> int:
    """Return the id of a failure, read by the office alone."""
    added: int = await c.fetchval(
        _ADD,
        *(actor.organisation, new.discovered_at, new.happened, new.data, new.people),
        *(actor.officer, now, [actor.organisation]),
    )
    return added


async def locked(c: Connection, incident: int) -> Locked:
    """Return a failure; NotVisible."""
    row = await c.fetchrow(_LOCK, incident)
    if row is None:
        raise NotVisible
    return Locked(**dict(row))


async def note(
    c: Connection, found: Locked, kind: NoteKind, text: str, officer: int, now: datetime
) -> None:
    """Hold that the note is with the failure."""
    await c.execute(_NOTE, found.id, kind.value, text, officer, now, found.readers)


async def set_people(c: Connection, incident: int, people: int) -> None:
    """Hold that so many are concerned."""
    await c.execute(_PEOPLE, incident, people)


async def set_told(c: Connection, incident: int, kind: NoteKind, at: datetime) -> None:
    """Hold that they were told at that moment."""
    statement = _PEOPLE_TOLD if kind is NoteKind.PEOPLE_TOLD else _AGENCY_TOLD
    await c.execute(statement, incident, at)


async def close(c: Connection, incident: int, officer: int, now: datetime) -> None:
    """Hold that it is closed."""
    await c.execute(_CLOSE, incident, officer, now)
