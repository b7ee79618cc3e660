"""Of what a receiver is told next, and what became of it: the worker's statements.

Nothing is written when an event is recorded: a receiver follows the log, which has an order and
no gap, by its own position. So the order is that of the log, and no command waits for a receiver.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.webhooks.claims import LEASE, Claimed, hold
from netralitas.webhooks.domain import Attempt, Happened
from netralitas.webhooks.policy import Verdict

WINDOW: Final = 5000
"""So many leaves of the log are looked at in one statement."""
BATCH: Final = 200
KEPT_FOR: Final = timedelta(days=30)
"""How long is kept that a message arrived; dead letters are kept."""

_NEXT: Final = """
SELECT leaf.position, e.id AS event, e.hash, e.name, e.recorded_at, e.precision, e.happened_on,
       s.kind, e.stream, e.proceeding, e.workflow, e.to_state AS state
FROM log_leaf leaf JOIN event e ON e.id = leaf.event JOIN stream s ON s.id = e.stream
WHERE leaf.position >= $1 AND leaf.position < $1 + $2::bigint AND $3::integer = ANY (e.readers)
  AND e.kind IN ('move', 'fact', 'correction') AND split_part(e.name, '.', 1) = ANY ($4::text[])
ORDER BY leaf.position LIMIT $5
"""
_SIZE: Final = "SELECT coalesce(max(position), -1) + 1 FROM log_leaf"
_ASKED: Final = """
SELECT d.id AS delivery, d.made_at, d.name, d.event, e.hash, e.recorded_at, e.precision,
       e.happened_on, s.kind, e.stream, e.proceeding, e.workflow, e.to_state AS state
FROM webhook_delivery d LEFT JOIN event e ON e.id = d.event AND $2::integer = ANY (e.readers)
LEFT JOIN stream s ON s.id = e.stream
WHERE d.receiver = $1 AND d.state = 'asked' ORDER BY d.id LIMIT 20
"""
_PASSED: Final = """
UPDATE webhook_receiver SET position = $3, failures = CASE WHEN $4 THEN 0 ELSE failures END,
       lease = now() + $5::interval
WHERE id = $1 AND fence = $2
"""
_DELIVERED: Final = """
INSERT INTO webhook_delivery (receiver, event, name, state, tries, status, made_at, last_at,
                              readers)
SELECT $1, told.event, told.name, 'delivered', 1, told.status, $2, $2, ARRAY[$3::integer]
FROM unnest($4::bigint[], $5::text[], $6::smallint[]) AS told (event, name, status)
ON CONFLICT (receiver, event) DO UPDATE
SET state = 'delivered', tries = webhook_delivery.tries + 1, status = excluded.status,
    problem = NULL, last_at = excluded.last_at
"""
_FAILED: Final = """
INSERT INTO webhook_delivery (receiver, event, name, state, tries, status, problem, made_at,
                              last_at, readers)
VALUES ($1, $2, $3, 'waiting', 1, $4, $5, $6, $6, ARRAY[$7::integer])
ON CONFLICT (receiver, event) DO UPDATE
SET state = 'waiting', tries = webhook_delivery.tries + 1, status = excluded.status,
    problem = excluded.problem, last_at = excluded.last_at
RETURNING tries
"""
_DEAD: Final = """
UPDATE webhook_delivery SET state = 'dead' WHERE receiver = $1 AND event = $2
"""
_AFTER_FAILURE: Final = """
UPDATE webhook_receiver
SET position = $3, failures = failures + 1, next_at = now() + $4::interval, lease = NULL,
    state = CASE WHEN $5 AND state = 'active' THEN 'stopped' ELSE state END,
    reason = CASE WHEN $5 THEN $6 ELSE reason END
WHERE id = $1 AND fence = $2
"""
_ANSWERED: Final = """
UPDATE webhook_delivery
SET state = $2, tries = tries + 1, status = $3, problem = $4, last_at = $5
WHERE id = $1 AND state = 'asked'
"""
_SWEEP: Final = """
DELETE FROM webhook_delivery WHERE id IN (
    SELECT id FROM webhook_delivery WHERE state = 'delivered' AND last_at < $1 LIMIT 10000)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A message that a person asked for: of an event, or a trial (None)."""

    delivery: int
    made_at: datetime
    happened: Happened | None


async def upcoming(c: Connection, receiver: Claimed, position: int) -> tuple[list[Happened], int]:
    """Return what the receiver is told next, and up to where the log was looked at.

    Only what its organisation reads, and of its topics; in the order of the log.
    """
    size: int = await c.fetchval(_SIZE)
    about = (receiver.organisation, list(receiver.names), BATCH)
    rows = await c.fetch(_NEXT, position, min(WINDOW, max(0, size - position)), *about)
    full = len(rows) == BATCH
    end = rows[-1]["position"] + 1 if full else max(position, min(size, position + WINDOW))
    return [Happened(**dict(row)) for row in rows], end


async def asked_for(c: Connection, receiver: Claimed) -> list[Asked]:
    """Return the messages to this receiver that a person asked for."""
    return [_asked(row) for row in await c.fetch(_ASKED, receiver.id, receiver.organisation)]


async def delivered(
    c: Connection,
    receiver: Claimed,
    told: Sequence[tuple[Happened, Attempt]],
    position: int,
    at: datetime,
) -> None:
    """Hold that these messages arrived and the receiver is at `position`; raises LostError."""
    moved = await c.execute(_PASSED, receiver.id, receiver.fence, position, bool(told), LEASE)
    hold(moved)
    if told:
        events = [each.event for each, _ in told]
        names = [each.name for each, _ in told]
        statuses = [attempt.status for _, attempt in told]
        about = (receiver.id, at, receiver.organisation)
        await c.execute(_DELIVERED, *about, events, names, statuses)


async def failed(
    c: Connection, receiver: Claimed, told: Happened, attempt: Attempt, at: datetime
) -> int:
    """Return how often a message was tried that has just failed; it waits."""
    reason = attempt.problem.value if attempt.problem else None
    row = (receiver.id, told.event, told.name, attempt.status, reason, at, receiver.organisation)
    tries: int = await c.fetchval(_FAILED, *row)
    return tries


async def judged(
    c: Connection, receiver: Claimed, told: Happened, attempt: Attempt, verdict: Verdict
) -> None:
    """Hold what follows from a failure, and let the receiver go; raises LostError."""
    if verdict.dead:
        await c.execute(_DEAD, receiver.id, told.event)
    position = told.position + 1 if verdict.dead else told.position
    reason = attempt.problem.value if attempt.problem else None
    about = (receiver.id, receiver.fence, position, verdict.wait, verdict.stopped, reason)
    hold(await c.execute(_AFTER_FAILURE, *about))


async def answered(c: Connection, asked: Asked, attempt: Attempt, at: datetime) -> None:
    """Hold what became of a message that a person asked for."""
    state = "delivered" if attempt.problem is None else "dead"
    reason = attempt.problem.value if attempt.problem else None
    await c.execute(_ANSWERED, asked.delivery, state, attempt.status, reason, at)


async def sweep(c: Connection, now: datetime) -> None:
    """Forget messages that arrived long ago, some of them; the periodic work of the worker."""
    await c.execute(_SWEEP, now - KEPT_FOR)


def _asked(row: Row) -> Asked:
    values = dict(row)
    delivery, made_at = values.pop("delivery"), values.pop("made_at")
    happened = Happened(position=0, **values) if row["kind"] is not None else None
    return Asked(delivery=delivery, made_at=made_at, happened=happened)
