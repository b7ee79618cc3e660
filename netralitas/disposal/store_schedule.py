"""Statements that write periods and holds; each runs on the caller's transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.disposal.domain import NewHold, NewRule
from netralitas.refusals import NotVisible

_RULE: Final = """
INSERT INTO retention_rule (kept, months, basis, certainty, valid_from, proposed_by, proposed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
"""
_PROPOSER: Final = "SELECT proposed_by, approved_at FROM retention_rule WHERE id = $1 FOR UPDATE"
_IN_FORCE: Final = """
UPDATE retention_rule SET approved_by = $2, approved_at = $3, valid_from = greatest(valid_from, $4)
WHERE id = $1
"""
_HOLD: Final = """
INSERT INTO legal_hold (organisation, case_file, respondent, nip_digest, nip_last, reason, basis,
                        placed_by, placed_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
"""
_HELD: Final = """
SELECT organisation, case_file, placed_by, lifted_at, readers FROM legal_hold
WHERE id = $1 FOR UPDATE
"""
_LIFT: Final = """
UPDATE legal_hold SET lifted_by = $2, lifted_at = $3, lifted_reason = $4 WHERE id = $1
"""


async def add_rule(c: Connection, actor: Actor, new: NewRule, now: datetime) -> int:
    """Return the id of a period that waits for a second person."""
    added: int = await c.fetchval(
        _RULE,
        *(new.kept, new.months, new.basis, new.certainty, new.valid_from, actor.officer, now),
    )
    return added


async def locked_rule(c: Connection, rule: int) -> tuple[int, bool]:
    """Return who proposed a period, and whether it is in force already; NotVisible."""
    row = await c.fetchrow(_PROPOSER, rule)
    if row is None:
        raise NotVisible
    return row["proposed_by"], row["approved_at"] is not None


async def put_in_force(c: Connection, rule: int, officer: int, now: datetime, today: date) -> None:
    """Hold that the period is in force, from today on at the earliest."""
    await c.execute(_IN_FORCE, rule, officer, now, today)


async def add_hold(
    c: Connection, actor: Actor, new: NewHold, now: datetime, readers: Sequence[int]
) -> int:
    """Return the id of a hold that is now in force."""
    added: int = await c.fetchval(
        _HOLD,
        *(actor.organisation, new.case_file, new.respondent, new.nip_digest, new.nip_last),
        *(new.reason, new.basis, actor.officer, now, list(readers)),
    )
    return added


async def locked_hold(c: Connection, hold: int) -> tuple[int, int | None, int, bool]:
    """Return the office, case and placer of a hold, and whether it was lifted; NotVisible."""
    row = await c.fetchrow(_HELD, hold)
    if row is None:
        raise NotVisible
    return row["organisation"], row["case_file"], row["placed_by"], row["lifted_at"] is not None


async def lift(c: Connection, hold: int, officer: int, now: datetime, reason: str) -> None:
    """Hold that the hold is lifted."""
    await c.execute(_LIFT, hold, officer, now, reason)
