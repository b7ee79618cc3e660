"""The statements that write task forces and rosters; each runs on the caller's transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.exchange.forces.domain import (
    Force,
    ForceKind,
    Member,
    NewDuty,
    NewForce,
    NewMember,
)
from netralitas.refusals import NotVisible

_ADD: Final = """
INSERT INTO task_force (id, agreement, kind, name, decree_number, decree_on, decreed_by, valid_from,
                        valid_to, tasks, officer, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""
_ONE: Final = """
SELECT id, agreement, kind, valid_from, valid_to, ended_on, readers FROM task_force
WHERE id = $1 AND agreement = $2
"""
_END: Final = "UPDATE task_force SET ended_on = $2 WHERE id = $1"
_JOIN: Final = """
INSERT INTO task_force_member (force, name, organisation, capacity, post, contact, valid_from,
                               valid_to, officer, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
"""
_MEMBER: Final = """
SELECT id, valid_from, valid_to FROM task_force_member WHERE id = $1 AND force = $2
"""
_LEAVE: Final = "UPDATE task_force_member SET valid_to = $2 WHERE id = $1"
_TAKEN: Final = """
SELECT on_day FROM duty_shift WHERE member = $1 AND on_day = ANY ($2) AND cancelled_at IS NULL
"""
_DUTY: Final = """
INSERT INTO duty_shift (force, member, on_day, begins_at, ends_at, place, officer, readers)
SELECT $1, $2, day, $4, $5, $6, $7, $8 FROM unnest($3::date[]) AS given (day)
"""
_CANCEL: Final = """
UPDATE duty_shift SET cancelled_at = $3 WHERE id = $1 AND force = $2 AND cancelled_at IS NULL
RETURNING id
"""
# Nobody is on duty after they left, or after all ended.
_CANCEL_AFTER: Final = """
UPDATE duty_shift SET cancelled_at = $4
WHERE force = $1 AND ($2::bigint IS NULL OR member = $2) AND on_day > $3 AND cancelled_at IS NULL
"""


async def add(
    c: Connection, force: int, new: NewForce, officer: int, readers: Sequence[int]
) -> None:
    """Insert a task force under the id of its stream."""
    await c.execute(
        _ADD,
        *(force, new.agreement, new.kind, new.name, new.decree_number, new.decree_on),
        *(new.decreed_by, new.since, new.until, new.tasks, officer, list(readers)),
    )


async def one(c: Connection, agreement: int, force: int) -> Force:
    """Return a task force of an agreement; NotVisible for one that the reader does not see."""
    row = await c.fetchrow(_ONE, force, agreement)
    if row is None:
        raise NotVisible
    return Force(
        id=row["id"],
        agreement=row["agreement"],
        kind=ForceKind(row["kind"]),
        since=row["valid_from"],
        until=row["valid_to"],
        ended_on=row["ended_on"],
        readers=tuple(row["readers"]),
    )


async def end(c: Connection, force: int, on: date, now: datetime) -> None:
    """Let a task force end after a day, and nobody be on duty later."""
    await c.execute(_END, force, on)
    await c.execute(_CANCEL_AFTER, force, None, on, now)


async def join(c: Connection, force: Force, new: NewMember, officer: int) -> int:
    """Return the id of somebody who is named from now on."""
    added: int = await c.fetchval(
        _JOIN,
        *(force.id, new.name, new.organisation, new.capacity, new.post, new.contact),
        *(new.since, new.until, officer, list(force.readers)),
    )
    return added


async def member_of(c: Connection, force: int, member: int) -> Member | None:
    """Return somebody of a task force, None for anybody else."""
    row = await c.fetchrow(_MEMBER, member, force) if 0 < member < 2**63 else None
    if row is None:
        return None
    return Member(id=row["id"], since=row["valid_from"], until=row["valid_to"])


async def leave(c: Connection, force: int, member: int, on: date, now: datetime) -> None:
    """Let somebody's days end after this one, and them not be on duty later."""
    await c.execute(_LEAVE, member, on)
    await c.execute(_CANCEL_AFTER, force, member, on, now)


async def taken(c: Connection, member: int, days: Sequence[date]) -> frozenset[date]:
    """Return those of the days on which somebody is on duty already."""
    return frozenset(row["on_day"] for row in await c.fetch(_TAKEN, member, list(days)))


async def set_duty(
    c: Connection, force: Force, new: NewDuty, days: Sequence[date], officer: int
) -> None:
    """Let somebody be on duty on these days."""
    hours = (new.begins_at, new.ends_at, new.place)
    readers = list(force.readers)
    await c.execute(_DUTY, *(force.id, new.member, list(days), *hours, officer, readers))


async def cancel(c: Connection, force: int, shift: int, now: datetime) -> bool:
    """Take a day of duty back; False where there is none such."""
    known = 0 < shift < 2**63
    return known and await c.fetchval(_CANCEL, shift, force, now) is not None
