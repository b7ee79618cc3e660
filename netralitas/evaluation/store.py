"""What commands write of meetings: constant statements on the command's transaction."""

from datetime import date, datetime
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.evaluation.domain import Figures, Meeting, MeetingKind, MeetingState, digest

_MEETING: Final = """
SELECT id, organisation, kind, title, place, planned_on, held_on, state, readers
FROM meeting WHERE id = $1
"""
_PLAN: Final = """
INSERT INTO meeting (id, organisation, agreement, kind, title, planned_on, place, state, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', $8)
"""
_REPLAN: Final = "UPDATE meeting SET title = $2, planned_on = $3, place = $4 WHERE id = $1"
_STATE: Final = "UPDATE meeting SET state = $2, held_on = $3 WHERE id = $1"
_MINUTES: Final = "UPDATE meeting SET minutes = $2 WHERE id = $1"
_IS_SIGNED: Final = "SELECT EXISTS (SELECT FROM signature WHERE meeting = $1)"
_ITEM: Final = """
INSERT INTO agenda_item (meeting, ordinal, text, origin)
SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3 FROM agenda_item WHERE meeting = $1 RETURNING id
"""
_NO_ITEM: Final = "DELETE FROM agenda_item WHERE meeting = $1 AND id = $2 RETURNING id"
_HAS_ITEM: Final = "SELECT EXISTS (SELECT FROM agenda_item WHERE meeting = $1 AND text = $2)"
_PRESENCE: Final = """
INSERT INTO presence (meeting, organisation, persons, capacity) VALUES ($1, $2, $3, $4)
ON CONFLICT (meeting, organisation) DO NOTHING RETURNING id
"""
_NO_PRESENCE: Final = """
DELETE FROM presence WHERE meeting = $1 AND organisation = $2 RETURNING id
"""
_DECISION: Final = """
INSERT INTO decision (meeting, ordinal, text, organisation, due_on, readers)
SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4, $5 FROM decision WHERE meeting = $1
RETURNING id
"""
_HAS_DECISION: Final = "SELECT EXISTS (SELECT FROM decision WHERE meeting = $1 AND text = $2)"
_DONE_ON: Final = "SELECT id, done_on FROM decision WHERE meeting = $1 AND id = $2"
_DONE: Final = "UPDATE decision SET done_on = $2 WHERE id = $1"
_IS_FROZEN: Final = "SELECT EXISTS (SELECT FROM snapshot WHERE meeting = $1)"
_FREEZE: Final = """
INSERT INTO snapshot (meeting, organisation, position, definition, content, digest, taken_at,
                      readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def meeting(c: Connection, identity: int) -> Meeting | None:
    """Return a meeting as it stands; None when there is none that the actor reads."""
    row = await c.fetchrow(_MEETING, identity)
    return None if row is None else meeting_of(row)


def meeting_of(row: Row) -> Meeting:
    """Return the meeting of a row that holds all of its columns."""
    return Meeting(
        id=row["id"],
        organisation=row["organisation"],
        kind=MeetingKind(row["kind"]),
        title=row["title"],
        place=row["place"],
        planned_on=row["planned_on"],
        held_on=row["held_on"],
        state=MeetingState(row["state"]),
        readers=tuple(row["readers"]),
    )


async def add_meeting(c: Connection, new: Meeting, agreement: int | None) -> None:
    """Insert a planned meeting, under the id of its stream."""
    await c.execute(
        _PLAN,
        *(new.id, new.organisation, agreement, new.kind, new.title, new.planned_on, new.place),
        list(new.readers),
    )


async def replan(c: Connection, identity: int, *, title: str, planned_on: date, place: str) -> None:
    """Give a meeting another title, day and place."""
    await c.execute(_REPLAN, identity, title, planned_on, place)


async def set_state(
    c: Connection, identity: int, state: MeetingState, held_on: date | None
) -> None:
    """Let a meeting be held on a day, or cancelled."""
    await c.execute(_STATE, identity, state, held_on)


async def keep_minutes(c: Connection, identity: int, text: str) -> None:
    """Let this be the minutes of a meeting."""
    await c.execute(_MINUTES, identity, text)


async def is_signed(c: Connection, identity: int) -> bool:
    """Say whether a party has signed the pack of the meeting."""
    signed: bool = await c.fetchval(_IS_SIGNED, identity)
    return signed


async def add_item(
    c: Connection, identity: int, text: str, origin: str | None = None
) -> int | None:
    """Return the id of a new item at the end of the agenda; None when it stands there already.

    `origin` is the code of what proposed it, None for what somebody wrote.
    """
    if await c.fetchval(_HAS_ITEM, identity, text):
        return None
    added: int = await c.fetchval(_ITEM, identity, text, origin)
    return added


async def remove_item(c: Connection, identity: int, item: int) -> bool:
    """Take an item off the agenda; False when it is not on it."""
    return await c.fetchval(_NO_ITEM, identity, item) is not None


async def add_presence(
    c: Connection, identity: int, *, organisation: int, persons: int, capacity: str
) -> bool:
    """Note who came of an organisation; False when that is noted already."""
    added = await c.fetchval(_PRESENCE, identity, organisation, persons, capacity)
    return added is not None


async def remove_presence(c: Connection, identity: int, organisation: int) -> bool:
    """Forget who came of an organisation; False when nothing was noted."""
    return await c.fetchval(_NO_PRESENCE, identity, organisation) is not None


async def add_decision(
    c: Connection, made_in: Meeting, *, text: str, organisation: int, due_on: date
) -> int | None:
    """Return the id of a new decision; None when this meeting has decided the same already."""
    if await c.fetchval(_HAS_DECISION, made_in.id, text):
        return None
    added: int = await c.fetchval(
        _DECISION, made_in.id, text, organisation, due_on, list(made_in.readers)
    )
    return added


async def decision_done_on(
    c: Connection, identity: int, decision: int
) -> tuple[date | None] | None:
    """Return when a decision of the meeting was done, in a tuple; None when there is none."""
    row = await c.fetchrow(_DONE_ON, identity, decision)
    return None if row is None else (row["done_on"],)


async def finish_decision(c: Connection, decision: int, done_on: date) -> None:
    """Let a decision be done since this day."""
    await c.execute(_DONE, decision, done_on)


async def is_frozen(c: Connection, identity: int) -> bool:
    """Say whether figures are frozen for the meeting."""
    frozen: bool = await c.fetchval(_IS_FROZEN, identity)
    return frozen


async def add_snapshot(
    c: Connection, taken_for: Meeting, figures: Figures, content: bytes, taken_at: datetime
) -> None:
    """Freeze `content`, the canonical bytes of the figures, for a meeting."""
    await c.execute(
        _FREEZE,
        *(taken_for.id, taken_for.organisation, figures.position, figures.definition),
        *(content, digest(content), taken_at, list(taken_for.readers)),
    )
