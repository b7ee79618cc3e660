"""What is written and read of plenary meetings: constant statements on the transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.investigation.plenary.domain import (
    Attendance,
    Cast,
    Decided,
    Meeting,
    Member,
    Outcome,
)

_MEETING: Final = """
SELECT m.id, m.organisation, m.chair, o.name AS chair_name, m.held_on, m.starts, m.place
FROM plenary_meeting m JOIN officer o ON o.id = m.chair WHERE m.id = $1
"""
_ADD: Final = """
INSERT INTO plenary_meeting (id, organisation, chair, held_on, starts, place, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
# Everybody who sat as a commissioner of the office on that day.
_MEMBERS: Final = """
SELECT f.id AS officer, f.name,
       EXISTS (SELECT FROM plenary_presence p WHERE p.meeting = $3 AND p.officer = f.id) AS present
FROM officer f
WHERE (f.disabled_at IS NULL OR f.disabled_at::date > $2) AND EXISTS (
    SELECT FROM desk d WHERE d.officer = f.id AND d.organisation = $1
      AND 'commissioner' = ANY (d.roles)
      AND d.valid_from <= $2 AND (d.valid_to IS NULL OR $2 < d.valid_to))
ORDER BY f.name, f.id
"""
_NOBODY_THERE: Final = "DELETE FROM plenary_presence WHERE meeting = $1"
_THERE: Final = "INSERT INTO plenary_presence (meeting, officer, readers) VALUES ($1, $2, $3)"
_QUORUM: Final = """
SELECT least FROM plenary_quorum WHERE organisation = $1 ORDER BY id DESC LIMIT 1
"""
_SET_QUORUM: Final = """
INSERT INTO plenary_quorum (id, organisation, least, officer, set_at, readers)
VALUES ($1, $2, $3, $4, $5, $6)
"""
_CONFLICTED: Final = "SELECT officer FROM exclusion WHERE case_file = $1"
_ITEM: Final = """
SELECT i.id, i.meeting, i.case_file, i.outcome, i.decided FROM plenary_item i
WHERE i.meeting = $1 AND i.case_file = $2
"""
_ADD_ITEM: Final = """
INSERT INTO plenary_item (meeting, case_file, event, readers) VALUES ($1, $2, $3, $4)
ON CONFLICT (meeting, case_file) DO NOTHING
"""
_TAKE_OFF: Final = """
DELETE FROM plenary_item WHERE meeting = $1 AND case_file = $2 AND decided IS NULL RETURNING id
"""
_DECIDE_ITEM: Final = "UPDATE plenary_item SET outcome = $2, decided = $3 WHERE id = $1"
_VOTE: Final = """
INSERT INTO plenary_vote (item, case_file, officer, vote, reason, readers)
VALUES ($1, $2, $3, $4, $5, $6)
"""
_DECISION: Final = """
INSERT INTO respondent_decision (item, case_file, respondent, event, finding, readers)
VALUES ($1, $2, $3, $4, $5, $6)
"""
# Only where it is known to the day when the case came before the plenary.
_SINCE: Final = """
SELECT (since AT TIME ZONE $2)::date FROM proceeding
WHERE id = $1 AND since_precision IN ('time', 'day')
"""
_VERSION: Final = "SELECT version FROM proceeding WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A case on the table; `decided` is the event by which it was decided there."""

    id: int
    meeting: int
    case_file: int
    outcome: str | None
    decided: int | None


async def meeting_of(c: Connection, identity: int) -> Meeting | None:
    """Return a meeting; None when there is none that the actor's office holds."""
    row = await c.fetchrow(_MEETING, identity)
    return None if row is None else Meeting(**dict(row))


async def add_meeting(c: Connection, new: Meeting) -> None:
    """Insert a meeting under the id of its stream; its office alone reads it."""
    await c.execute(
        _ADD,
        *(new.id, new.organisation, new.chair, new.held_on, new.starts, new.place),
        [new.organisation],
    )


async def members_on(
    c: Connection, organisation: int, on: date, meeting: int = 0
) -> tuple[Member, ...]:
    """Return the commissioners of an office on a day, and who of them is at the meeting."""
    rows = await c.fetch(_MEMBERS, organisation, on, meeting)
    return tuple(Member(**dict(row)) for row in rows)


async def set_presence(c: Connection, meeting: Meeting, officers: Collection[int]) -> None:
    """Hold that exactly these members are there."""
    await c.execute(_NOBODY_THERE, meeting.id)
    rows = [(meeting.id, officer, [meeting.organisation]) for officer in sorted(officers)]
    await c.executemany(_THERE, rows)


async def least_of(c: Connection, organisation: int) -> int | None:
    """Return the number that the office set for its quorum; None: more than half."""
    found: int | None = await c.fetchval(_QUORUM, organisation)
    return found


async def set_least(
    c: Connection, stream: int, organisation: int, *, least: int | None, officer: int, at: datetime
) -> None:
    """Hold that this is the number from now on."""
    await c.execute(_SET_QUORUM, stream, organisation, least, officer, at, [organisation])


async def attendance_of(c: Connection, meeting: Meeting, case: int) -> Attendance:
    """Return who could decide the case at the meeting."""
    members = await members_on(c, meeting.organisation, meeting.held_on, meeting.id)
    return await attendance_among(c, meeting, case, members)


async def attendance_among(
    c: Connection, meeting: Meeting, case: int, members: Sequence[Member]
) -> Attendance:
    """Return who of these members could decide the case at the meeting."""
    rows = await c.fetch(_CONFLICTED, case)
    return Attendance(
        members=frozenset(each.officer for each in members),
        present=frozenset(each.officer for each in members if each.present),
        conflicted=frozenset(row["officer"] for row in rows),
        least=await least_of(c, meeting.organisation),
    )


async def item_of(c: Connection, meeting: int, case: int) -> Item | None:
    """Return a case on the table of a meeting; None where it does not lie there."""
    row = await c.fetchrow(_ITEM, meeting, case)
    return None if row is None else Item(**dict(row))


async def add_item(
    c: Connection, meeting: int, case: int, event: int, readers: Sequence[int]
) -> None:
    """Put a case on the table of a meeting; once."""
    await c.execute(_ADD_ITEM, meeting, case, event, list(readers))


async def take_off(c: Connection, meeting: int, case: int) -> bool:
    """Take an undecided case off the table; False where there is none."""
    return await c.fetchval(_TAKE_OFF, meeting, case) is not None


async def keep_ruling(  # noqa: PLR0913 - what a decision leaves, all of it
    c: Connection,
    item: Item,
    *,
    event: int,
    outcome: Outcome,
    votes: Sequence[Cast],
    decided: Sequence[Decided],
    owner: int,
    readers: Sequence[int],
) -> None:
    """Keep what was decided by the event: votes for the owner alone, findings for all readers."""
    await c.execute(_DECIDE_ITEM, item.id, outcome, event)
    await c.executemany(
        _VOTE,
        [
            (item.id, item.case_file, each.officer, each.vote, each.reason, [owner])
            for each in votes
        ],
    )
    await c.executemany(
        _DECISION,
        [
            (item.id, item.case_file, each.respondent, event, finding, list(readers))
            for each in decided
            for finding in each.findings
        ],
    )


async def version_of(c: Connection, proceeding: int) -> int:
    """Return the version of a proceeding as it is now."""
    version: int = await c.fetchval(_VERSION, proceeding)
    return version


async def since_of(c: Connection, proceeding: int, zone: str) -> date | None:
    """Return the day since which a proceeding stands as it does, None where it is not known."""
    found: date | None = await c.fetchval(_SINCE, proceeding, zone)
    return found
